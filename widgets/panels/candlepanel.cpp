// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/candlepanel.h"

#include "models/foundation/timetext.h"
#include "widgets/cards/plaintable.h"

namespace holdline {

CandlePanel::CandlePanel(QWidget* parent) : Card(tr("Candles"), tr("No candles in this range yet."), parent)
{
    m_view = new PlainTable(m_table, this);
    m_view->setAccessibleName(tr("Candles of the view"));
    connect(m_view, &PlainTable::timeActivated, this, &Card::timeActivated);
    m_view->setColumnHidden(CandleTable::NetTakerColumn, true); // the series in memory does not carry it
    setBody(m_view);
    setEmpty(true);
    CandlePanel::setTheme(theme());
}

void CandlePanel::setData(const CardData& data)
{
    const QTimeZone zone = zoneByName(data.zone);
    m_table.setZone(zone, dateIn(data.at, zone).year());
    m_table.setRows({data.candles.rbegin(), data.candles.rend()});
    setEmpty(data.candles.empty());
    if (!isEmpty())
        setNote(tr("%1 · %2 · %3").arg(data.instrument, data.interval.name(), data.zone));
}

void CandlePanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_view->setTheme(theme);
}

} // namespace holdline

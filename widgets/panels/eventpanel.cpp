// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/eventpanel.h"

#include "models/foundation/timetext.h"
#include "widgets/cards/plaintable.h"

#include <QHeaderView>

namespace holdline {

namespace {

constexpr int mostRows = 8;

} // namespace

EventPanel::EventPanel(QWidget* parent) : Card(tr("Events"), tr("No events yet."), parent)
{
    m_view = new PlainTable(m_table, this);
    m_view->setAccessibleName(tr("Events"));
    m_view->setRowsShown(mostRows);
    m_view->horizontalHeader()->setSectionResizeMode(EventTable::TitleColumn, QHeaderView::Stretch);
    m_view->setColumnHidden(EventTable::ForecastColumn, true);
    m_view->setColumnHidden(EventTable::ImportanceColumn, true);
    connect(m_view, &PlainTable::timeActivated, this, &Card::timeActivated);
    setBody(m_view);
    setEmpty(true);
    EventPanel::setTheme(theme());
}

void EventPanel::setData(const CardData& data)
{
    const QTimeZone zone = zoneByName(data.zone);
    m_table.setMoment(zone, dateIn(data.at, zone).year(), data.at);
    m_table.setRows(data.events);
    setEmpty(data.events.empty());
    if (!isEmpty())
        setNote(data.zone);
}

void EventPanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_view->setTheme(theme);
}

} // namespace holdline

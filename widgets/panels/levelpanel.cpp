// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/levelpanel.h"

#include "models/foundation/timetext.h"
#include "widgets/cards/plaintable.h"

#include <QHeaderView>

namespace holdline {

namespace {

constexpr int mostRows = 10;

} // namespace

LevelPanel::LevelPanel(QWidget* parent) : Card(tr("Levels"), tr("No levels yet."), parent)
{
    m_view = new PlainTable(m_table, this);
    m_view->setAccessibleName(tr("Levels"));
    m_view->setRowsShown(mostRows);
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(LevelTable::NameColumn, QHeaderView::Stretch);
    m_view->setColumnHidden(LevelTable::SinceColumn, true);
    m_view->setColumnHidden(LevelTable::SourceColumn, true);
    connect(m_view, &PlainTable::timeActivated, this, &Card::timeActivated);
    setBody(m_view);
    setEmpty(true);
    LevelPanel::setTheme(theme());
}

void LevelPanel::setData(const CardData& data)
{
    const QTimeZone zone = zoneByName(data.zone);
    m_table.setZone(zone, dateIn(data.at, zone).year());
    m_table.setRows(data.levels);
    setEmpty(data.levels.empty());
    if (!isEmpty())
        setNote(tr("distance · state"));
}

void LevelPanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_view->setTheme(theme);
}

} // namespace holdline

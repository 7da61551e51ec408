// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/sourcepanel.h"

#include "widgets/cards/plaintable.h"

namespace holdline {

SourcePanel::SourcePanel(QWidget* parent) : Card(tr("Sources"), tr("Nothing is stored yet."), parent)
{
    m_view = new PlainTable(m_table, this);
    m_view->setAccessibleName(tr("Stored series and their sources"));
    setBody(m_view);
    setEmpty(true);
    SourcePanel::setTheme(theme());
}

void SourcePanel::setData(const CardData& data)
{
    m_table.setRows(data.sources);
    setEmpty(data.sources.empty());
    if (!isEmpty())
        setNote(tr("%n series", nullptr, static_cast<int>(data.sources.size())));
}

void SourcePanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_view->setTheme(theme);
}

} // namespace holdline

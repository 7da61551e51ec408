// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/journaldialog.h"

#include "widgets/cards/plaintable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdline {

JournalDialog::JournalDialog(const QString& title, const std::vector<JournalEntry>& entries,
                             const QTimeZone& zone, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      m_table(zone)
{
    setWindowTitle(title);
    resize(820, 460);
    m_table.setEntries(entries);
    auto* column = new QVBoxLayout(this);
    auto* filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Filter: a name, a person, a day"));
    filter->setAccessibleName(tr("Filter changes"));
    filter->setClearButtonEnabled(true);
    auto* view = new PlainTable(m_table, this);
    view->setTheme(theme);
    view->setAccessibleName(tr("Changes of levels and drawings, the latest first"));
    view->horizontalHeader()->setStretchLastSection(true);
    connect(filter, &QLineEdit::textChanged, view, &PlainTable::setFilter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(filter);
    column->addWidget(view, 1);
    column->addWidget(buttons);
}

} // namespace holdline

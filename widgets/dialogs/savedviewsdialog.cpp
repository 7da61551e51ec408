// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/savedviewsdialog.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace holdline {

SavedViewsDialog::SavedViewsDialog(QWidget* parent) : QDialog(parent), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Saved views"));
    resize(420, 360);
    m_list->setAccessibleName(tr("Saved views"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_rename = buttons->addButton(tr("Rename…"), QDialogButtonBox::ActionRole);
    m_remove = buttons->addButton(tr("Delete…"), QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_list);
    column->addWidget(buttons);
    connect(m_rename, &QPushButton::clicked, this, [this] { emit renameRequested(name()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(name()); });
    connect(m_list, &QListWidget::itemActivated, m_rename, &QPushButton::click);
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedViewsDialog::showActs);
    connect(new QShortcut(Qt::Key_F2, this), &QShortcut::activated, m_rename, &QPushButton::click);
    connect(new QShortcut(Qt::Key_Delete, this), &QShortcut::activated, m_remove, &QPushButton::click);
    connect(buttons, &QDialogButtonBox::rejected, this, &SavedViewsDialog::reject);
    m_list->setFocus(Qt::OtherFocusReason);
    showActs();
}

void SavedViewsDialog::setNames(const QStringList& names)
{
    const QString chosen = name();
    const int row = m_list->currentRow();
    m_list->clear();
    m_list->addItems(names);
    const int kept = static_cast<int>(names.indexOf(chosen));
    m_list->setCurrentRow(kept >= 0 ? kept : std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    showActs();
}

QString SavedViewsDialog::name() const
{
    const QListWidgetItem* const item = m_list->currentItem();
    return item ? item->text() : QString();
}

void SavedViewsDialog::choose(const QString& name)
{
    for (QListWidgetItem* const item : m_list->findItems(name, Qt::MatchExactly))
        m_list->setCurrentItem(item);
}

void SavedViewsDialog::showActs()
{
    m_rename->setEnabled(!name().isEmpty());
    m_remove->setEnabled(!name().isEmpty());
}

} // namespace holdline

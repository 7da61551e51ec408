// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/alertpanel.h"

#include "widgets/cards/plaintable.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace holdline {

namespace {

constexpr int mostAlertRows = 6;
constexpr int mostLogRows = 12;

} // namespace

AlertPanel::AlertPanel(QWidget* parent) : Card(tr("Alerts"), tr("No alerts yet."), parent)
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_view = new PlainTable(m_table, body);
    m_view->setAccessibleName(tr("Alerts"));
    m_view->setRowsShown(mostAlertRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->setSectionResizeMode(AlertTable::NameColumn, QHeaderView::Stretch);
    m_view->setColumnHidden(AlertTable::ConditionColumn, true); // names are made of it; the tool tip has it
    m_logTitle = new QLabel(tr("Fired, the latest first"), body);
    m_log = new PlainTable(m_firings, body);
    m_log->setAccessibleName(tr("Alerts that fired, the latest first"));
    m_log->setRowsShown(mostLogRows);
    m_log->horizontalHeader()->setSectionResizeMode(FiringTable::WordsColumn, QHeaderView::Stretch);
    m_log->setColumnHidden(FiringTable::NameColumn, true);
    m_log->setColumnHidden(FiringTable::OutcomeColumn, true); // a dot tells of it, the tool tip says it
    column->addWidget(m_view, 1);
    column->addWidget(m_logTitle);
    column->addWidget(m_log, 2);
    connectTables();
    setAct(QStringLiteral("alert"), tr("New alert… (Alt+A)"));
    setBody(body);
    setEmpty(true);
    AlertPanel::setTheme(theme());
}

void AlertPanel::connectTables()
{
    connect(m_view, &QWidget::customContextMenuRequested, this, &AlertPanel::showMenu);
    connect(m_view, &PlainTable::rowActivated, this, [this](int row) {
        emit alertActRequested(QStringLiteral("edit"),
                               {m_table.rows()[static_cast<std::size_t>(row)].alert.id});
    });
    connect(m_log, &PlainTable::rowActivated, this, [this](int row) {
        emit firingActivated(m_firings.rows()[static_cast<std::size_t>(row)].number);
    });
    auto* remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(remove, &QAction::triggered, this, [this] {
        if (!selectedIds().isEmpty())
            emit alertActRequested(QStringLiteral("remove"), selectedIds());
    });
    addAction(remove);
}

QStringList AlertPanel::selectedIds() const
{
    QStringList ids;
    for (const int row : m_view->selectedRows())
        ids.append(m_table.rows()[static_cast<std::size_t>(row)].alert.id);
    return ids;
}

void AlertPanel::showMenu(QPoint at)
{
    QMenu menu(this);
    const QStringList ids = selectedIds();
    const auto add = [&](const QString& words, const char* act, const QStringList& on) {
        menu.addAction(words, this,
                       [this, name = QString::fromLatin1(act), on] { emit alertActRequested(name, on); });
    };
    add(tr("New alert…\tAlt+A"), "new", {});
    if (!ids.isEmpty()) {
        const auto isOn = [this](const QString& id) {
            return std::ranges::any_of(
                m_table.rows(), [&](const AlertRow& row) { return row.alert.id == id && row.alert.isOn; });
        };
        menu.addSeparator();
        add(tr("Change…"), "edit", {ids.first()});
        add(tr("Arm again"), "arm", ids);
        add(isOn(ids.first()) ? tr("Switch off") : tr("Switch on"), isOn(ids.first()) ? "off" : "on", ids);
        menu.addSeparator();
        add(tr("Delete\tDel"), "remove", ids);
    }
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void AlertPanel::setAlerts(const AlertState& state)
{
    m_table.setState(state);
    m_firings.setState(state);
    m_logTitle->setVisible(!state.log.empty());
    m_log->setVisible(!state.log.empty());
    setEmpty(state.alerts.empty() && state.log.empty());
}

void AlertPanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_view->setTheme(theme);
    m_log->setTheme(theme);
}

} // namespace holdline

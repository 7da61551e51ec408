// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dockcontroller.h"

#include "app/windowstate.h"
#include "widgets/controls/dockgrip.h"
#include "widgets/panels/panelcatalog.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenu>
#include <QScreen>

#include <utility>

namespace holdline {

namespace {

constexpr int columnWidth = 480; ///< device-independent px

/// Docks that stand as tabs in one place, and how high that place is beside the others.
struct Group {
    QStringList ids;
    int height = 0;
};

std::vector<Group> firstStart()
{
    const auto ids = [](const char* names) { return QString::fromLatin1(names).split(u' '); };
    return {{ids("levels brief holders alerts events candles sources"), 250},
            {ids("etf-flow watchlist correlations study picture"), 360},
            {ids("cohorts cost-bases loss-sopr cost-distribution"), 300}};
}

} // namespace

DockController::DockController(QMainWindow& window)
    : QObject(&window),
      m_window(window),
      m_theme(themeByName(QStringLiteral("dark")))
{
    m_catchUpSoon.setSingleShot(true);
    m_catchUpSoon.setInterval(0);
    connect(&m_catchUpSoon, &QTimer::timeout, this, &DockController::catchUpNext);
    for (const CardEntry& panel : panelCatalog())
        makeDock(panel);
    for (const CardEntry& card : cardCatalog())
        makeDock(card);
    reset();
}

void DockController::makeDock(const CardEntry& card)
{
    auto* dock = new QDockWidget(card.title, &m_window);
    dock->setObjectName(QStringLiteral("dock-") + card.id);
    dock->setAccessibleName(card.title);
    dock->setTitleBarWidget(new DockGrip(*dock));
    dock->setMinimumWidth(280);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, index = m_entries.size()](bool isSeen) {
        m_entries[index].isSeen = isSeen;
        catchUp(m_entries[index]);
    });
    m_entries.push_back({.card = card, .dock = dock});
    offerActs(*dock->titleBarWidget(), m_entries.size() - 1);
}

void DockController::addActs(QMenu& menu, std::size_t index)
{
    addCardActs(menu, *this, [this, index](CardAct act) {
        const Entry& entry = m_entries[index];
        emit cardActRequested(act, entry.card.id, entry.content ? entry.content->choice() : QString());
    });
}

/// A right click there, or the menu key.
void DockController::offerActs(QWidget& place, std::size_t index)
{
    place.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&place, &QWidget::customContextMenuRequested, this, [this, &place, index](QPoint at) {
        QMenu menu(&place);
        addActs(menu, index);
        menu.exec(place.mapToGlobal(at));
    });
}

void DockController::fillCardMenu(QMenu& menu)
{
    for (std::size_t index = 0; index < m_entries.size(); ++index)
        addActs(*menu.addMenu(m_entries[index].card.title), index);
}

void DockController::makeCards()
{
    for (Entry& entry : m_entries)
        fill(entry);
}

void DockController::fill(Entry& entry)
{
    if (entry.content)
        return;
    entry.content = entry.card.make(entry.dock);
    entry.content->setTheme(m_theme);
    entry.hasOldData = true;
    entry.hasOldState = true;
    connect(entry.content, &Card::actRequested, this, &DockController::actRequested);
    connect(entry.content, &Card::timeActivated, this, &DockController::timeActivated);
    connect(entry.content, &Card::marksSelected, this, &DockController::marksSelected);
    connect(entry.content, &Card::levelEdited, this, &DockController::levelEdited);
    connect(entry.content, &Card::propertiesRequested, this, &DockController::propertiesRequested);
    connect(entry.content, &Card::deleteRequested, this, &DockController::deleteRequested);
    connect(entry.content, &Card::hideRequested, this, &DockController::hideRequested);
    connect(entry.content, &Card::refused, this, &DockController::refused);
    connect(entry.content, &Card::colourChosen, this, &DockController::colourChosen);
    connect(entry.content, &Card::alertActRequested, this, &DockController::alertActRequested);
    connect(entry.content, &Card::firingActivated, this, &DockController::firingActivated);
    connect(entry.content, &Card::studyRequested, this, &DockController::studyRequested);
    catchUp(entry); // may ask for more
    entry.content->setSelection(m_selection);
    entry.content->setAlerts(m_alerts);
    offerActs(*entry.content, static_cast<std::size_t>(&entry - m_entries.data()));
    entry.dock->setWidget(entry.content);
}

void DockController::catchUp(Entry& entry)
{
    if (!entry.content || !entry.isSeen)
        return;
    if (std::exchange(entry.hasOldData, false))
        entry.content->setData(m_data);
    if (std::exchange(entry.hasOldState, false))
        entry.content->setLive(m_live);
}

void DockController::setData(const CardData& data)
{
    m_data = data;
    for (Entry& entry : m_entries)
        entry.hasOldData = true;
    m_catchUpSoon.start();
}

void DockController::catchUpNext()
{
    for (Entry& entry : m_entries) {
        if (!entry.content || !entry.isSeen || !(entry.hasOldData || entry.hasOldState))
            continue;
        catchUp(entry);
        m_catchUpSoon.start();
        return;
    }
}

void DockController::setLive(const LiveState& live)
{
    m_live = live;
    for (Entry& entry : m_entries)
        entry.hasOldState = true;
    m_catchUpSoon.start();
}

void DockController::setSelection(const QStringList& ids)
{
    m_selection = ids;
    for (Entry& entry : m_entries) {
        if (entry.content)
            entry.content->setSelection(ids);
    }
}

void DockController::setAlerts(const AlertState& alerts)
{
    m_alerts = alerts;
    for (Entry& entry : m_entries) {
        if (entry.content)
            entry.content->setAlerts(alerts);
    }
}

void DockController::setStudy(const StudyQuestion& question, const Result<EventStudy>& study)
{
    for (Entry& entry : m_entries) {
        if (entry.content)
            entry.content->setStudy(question, study);
    }
}

void DockController::raise(const QString& id)
{
    if (QDockWidget* const dock = dockOf(id)) {
        dock->show();
        dock->raise();
    }
}

void DockController::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (Entry& entry : m_entries) {
        static_cast<DockGrip*>(entry.dock->titleBarWidget())->setTheme(theme);
        if (entry.content)
            entry.content->setTheme(theme);
    }
}

QDockWidget* DockController::dockOf(const QString& id) const
{
    for (const Entry& entry : m_entries) {
        if (entry.card.id == id)
            return entry.dock;
    }
    return nullptr;
}

void DockController::reset()
{
    for (const Entry& entry : m_entries) {
        entry.dock->setFloating(false);
        m_window.addDockWidget(Qt::RightDockWidgetArea, entry.dock, Qt::Vertical);
        entry.dock->show();
    }
    QList<QDockWidget*> column;
    QList<int> heights;
    for (const Group& group : firstStart()) {
        QDockWidget* first = nullptr;
        for (const QString& id : group.ids) {
            QDockWidget* dock = dockOf(id);
            if (dock && first)
                m_window.tabifyDockWidget(first, dock);
            else if (dock)
                first = dock;
        }
        if (!first)
            continue;
        first->raise();
        column.append(first);
        heights.append(group.height);
    }
    if (column.isEmpty())
        return;
    m_window.resizeDocks({column.first()}, {columnWidth}, Qt::Horizontal);
    m_window.resizeDocks(column, heights, Qt::Vertical);
}

void DockController::clampFloating()
{
    QList<QRect> screens;
    for (const QScreen* screen : QGuiApplication::screens())
        screens.append(screen->availableGeometry());
    for (const Entry& entry : m_entries) {
        if (entry.dock->isFloating())
            entry.dock->setGeometry(clampedToScreens(entry.dock->geometry(), screens));
    }
}

QList<QAction*> DockController::toggleActions() const
{
    QList<QAction*> actions;
    for (const Entry& entry : m_entries)
        actions.append(entry.dock->toggleViewAction());
    return actions;
}

} // namespace holdline

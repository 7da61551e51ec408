// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinemenus.h"

#include "models/views/panecatalog.h"
#include "widgets/timeline/panemoves.h"
#include "widgets/timeline/timelinewidget.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace holdline {

namespace {

using Zone = TimelineLayout::Zone;

QString menuWords(const char* text)
{
    return QCoreApplication::translate("holdline::TimelineMenus", text);
}

/// A menu entry with its key shown, which the key handler of the timeline acts on.
void addPerform(QMenu& menu, TimelineWidget& timeline, const QString& text, TimelineAction action)
{
    menu.addAction(text, &timeline, [&timeline, action] { timeline.perform(action); });
}

void addAutoscale(QMenu& menu, TimelineWidget& timeline, int pane, const PaneSpec& spec)
{
    QAction* fit = menu.addAction(menuWords("Fit values to what is visible"), &timeline,
                                  [&timeline, pane](bool on) { timeline.setAutoscale(pane, on); });
    fit->setCheckable(true);
    fit->setChecked(isAutoscaled(spec));
    if (spec.kind != QStringLiteral("price"))
        return;
    QAction* log = menu.addAction(menuWords("Logarithmic\tAlt+L"), &timeline,
                                  [&timeline] { timeline.perform(TimelineAction::ToggleLog); });
    log->setCheckable(true);
    log->setChecked(spec.logarithmic);
}

void addEdit(QMenu& menu, TimelineWidget& timeline, const QString& text, ViewEdit::Kind kind,
             const std::function<void(View&)>& change)
{
    menu.addAction(text, &timeline, [&timeline, kind, change] { timeline.change(kind, change); });
}

/// Every kind there is, those that are shown with a tick.
void addPaneMenu(QMenu& menu, TimelineWidget& timeline)
{
    QMenu* const panes = menu.addMenu(menuWords("Panes"));
    const auto& shown = timeline.view().panes;
    for (const PaneKind& kind : paneCatalog()) {
        QAction* const action = panes->addAction(kind.title, &timeline, [&timeline, name = kind.kind] {
            timeline.change(ViewEdit::Kind::Panes, [&name](View& view) { togglePane(view, name); });
        });
        action->setCheckable(true);
        action->setChecked(std::any_of(shown.begin(), shown.end(),
                                       [&](const PaneSpec& pane) { return pane.kind == kind.kind; }));
    }
}

void fillPlotMenu(QMenu& menu, TimelineWidget& timeline, int pane, const PaneSpec& spec,
                  const QList<QAction*>& actions)
{
    const View& view = timeline.view();
    const bool isMaximised = !view.maximised.isEmpty();
    addEdit(menu, timeline,
            isMaximised ? menuWords("Show all panes\tAlt+Enter") : menuWords("Maximise\tAlt+Enter"),
            ViewEdit::Kind::Maximise, [kind = spec.kind](View& v) { toggleMaximised(v, kind); });
    if (!isMaximised) {
        const int index = static_cast<int>(&spec - view.panes.data());
        addEdit(menu, timeline, spec.isCollapsed ? menuWords("Restore") : menuWords("Collapse"),
                ViewEdit::Kind::Collapse, [index](View& v) { toggleCollapsed(v, index); });
    }
    addPaneMenu(menu, timeline);
    addAutoscale(menu, timeline, pane, spec);
    menu.addSeparator();
    addPerform(menu, timeline, menuWords("Fit everything\t0"), TimelineAction::Fit);
    addPerform(menu, timeline, menuWords("Latest data\tEnd"), TimelineAction::Latest);
    menu.addActions(actions);
}

void fillTimeMenu(QMenu& menu, TimelineWidget& timeline, const QList<QAction*>& actions)
{
    const TimelineBounds bounds = timeline.bounds();
    const TimeRange home = bounds.home.isEmpty() ? fittedRange(bounds) : bounds.home;
    addEdit(menu, timeline, menuWords("Reset"), ViewEdit::Kind::Zoom, [home](View& v) { v.range = home; });
    addPerform(menu, timeline, menuWords("First data\tHome"), TimelineAction::First);
    addPerform(menu, timeline, menuWords("Latest data\tEnd"), TimelineAction::Latest);
    menu.addActions(actions);
}

} // namespace

void fillTimelineMenu(QMenu& menu, TimelineWidget& timeline, const TimelineLayout::Hit& hit,
                      const QList<QAction*>& plotActions, const QList<QAction*>& timeActions)
{
    const auto specOf = [&](int pane) -> const PaneSpec& {
        const PaneLayout& layout = timeline.timelineLayout().panes.at(static_cast<std::size_t>(pane));
        return timeline.view().panes[static_cast<std::size_t>(layout.pane)];
    };
    switch (hit.zone) {
    case Zone::Plot:
        fillPlotMenu(menu, timeline, hit.index, specOf(hit.index), plotActions);
        return;
    case Zone::ValueAxis:
        addAutoscale(menu, timeline, hit.index, specOf(hit.index));
        return;
    case Zone::PaneBorder:
        addEdit(menu, timeline, menuWords("Equal heights"), ViewEdit::Kind::ResizePanes, equalisePanes);
        return;
    case Zone::TimeAxis:
    case Zone::EventLane:
        fillTimeMenu(menu, timeline, timeActions);
        return;
    case Zone::Corner:
    case Zone::Outside:
        return;
    }
}

} // namespace holdline

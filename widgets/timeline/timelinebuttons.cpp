// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinebuttons.h"

#include "widgets/theme/flatbutton.h"
#include "widgets/timeline/panemoves.h"
#include "widgets/timeline/timelinewidget.h"

#include <cmath>

namespace holdline {

namespace {

constexpr int side = 22; ///< device-independent px

FlatButton* makeButton(TimelineWidget& timeline, const QString& text, const QString& name)
{
    auto* button = new FlatButton(text, &timeline);
    button->setFocusPolicy(Qt::NoFocus); // the same acts have keys
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setRaised(true);
    button->resize(side, side);
    button->setCursor(Qt::ArrowCursor);
    button->hide();
    return button;
}

} // namespace

TimelineButtons::TimelineButtons(TimelineWidget& timeline)
    : QObject(&timeline),
      m_timeline(timeline),
      m_autoscale(makeButton(timeline, QStringLiteral("A"), tr("Fit values to what is visible"))),
      m_logarithmic(makeButton(timeline, QStringLiteral("L"), tr("Logarithmic price (Alt+L)"))),
      m_latest(makeButton(timeline, QStringLiteral("»"), tr("Jump to the latest data (End)")))
{
    m_autoscale->setCheckable(true);
    m_logarithmic->setCheckable(true);
    connect(m_autoscale, &FlatButton::clicked, this,
            [this](bool on) { m_timeline.setAutoscale(m_pane, on); });
    connect(m_logarithmic, &FlatButton::clicked, this,
            [this] { m_timeline.perform(TimelineAction::ToggleLog); });
    connect(m_latest, &FlatButton::clicked, this, [this] { m_timeline.perform(TimelineAction::Latest); });
}

void TimelineButtons::place()
{
    placeAxisButtons();
    placeLatest();
}

void TimelineButtons::hover(const TimelineLayout::Hit& hit)
{
    const bool overButton = m_autoscale->underMouse() || m_logarithmic->underMouse();
    const int pane = hit.zone == TimelineLayout::Zone::ValueAxis ? hit.index : -1;
    if (pane == m_pane || (pane < 0 && overButton))
        return;
    m_pane = pane;
    placeAxisButtons();
}

void TimelineButtons::setTheme(const Theme& theme)
{
    for (FlatButton* button : {m_autoscale, m_logarithmic, m_latest})
        button->setTheme(theme);
}

void TimelineButtons::placeAxisButtons()
{
    const TimelineLayout& layout = m_timeline.timelineLayout();
    const bool isShown = m_pane >= 0 && m_pane < static_cast<int>(layout.panes.size());
    m_autoscale->setVisible(isShown);
    m_logarithmic->setVisible(isShown);
    if (!isShown)
        return;
    const PaneLayout& pane = layout.panes[static_cast<std::size_t>(m_pane)];
    const PaneSpec& spec = m_timeline.view().panes[static_cast<std::size_t>(pane.pane)];
    const QPointF foot = QPointF(pane.gutter.left(), pane.gutter.bottom()) / layout.ratio;
    const QPoint at(static_cast<int>(foot.x()) + 6, static_cast<int>(foot.y()) - side - 4);
    m_autoscale->move(at);
    m_autoscale->setChecked(isAutoscaled(spec));
    m_logarithmic->move(at + QPoint(side + 4, 0));
    m_logarithmic->setVisible(spec.kind == QStringLiteral("price"));
    m_logarithmic->setChecked(spec.logarithmic);
}

void TimelineButtons::placeLatest()
{
    const TimelineLayout& layout = m_timeline.timelineLayout();
    const bool isShown = !layout.panes.empty() && isLeftOfData(m_timeline.view().range, m_timeline.bounds());
    m_latest->setVisible(isShown);
    if (!isShown)
        return;
    const QPointF corner = QPointF(layout.panes.back().plot.bottomRight()) / layout.ratio;
    m_latest->move(static_cast<int>(corner.x()) - side - 8, static_cast<int>(corner.y()) - side - 8);
}

} // namespace holdline

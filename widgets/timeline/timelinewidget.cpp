// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinewidget.h"

#include "widgets/plots/pixelgrid.h"
#include "widgets/timeline/panemoves.h"
#include "widgets/timeline/timelinebuttons.h"
#include "widgets/tools/drawingsession.h"

#include <QPaintEvent>
#include <QPainter>
#include <QWindow>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr int mostOldParts = 64; ///< of a picture, before it is cheaper to take it anew

} // namespace

TimelineWidget::TimelineWidget(ViewHistory& history, QWidget* parent)
    : QWidget(parent),
      m_history(history),
      m_data(std::make_shared<const ViewData>()),
      m_painter(themeByName(history.view().theme)),
      m_buttons(new TimelineButtons(*this))
{
    setObjectName(QStringLiteral("timeline"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 200);
    connect(&m_history, &ViewHistory::viewChanged, this, &TimelineWidget::adoptView);
    m_buttons->setTheme(m_painter.theme());
    updateAccessibleName();
}

TimelineWidget::~TimelineWidget() = default;

void TimelineWidget::setData(std::shared_ptr<const ViewData> data)
{
    m_data = data ? std::move(data) : std::make_shared<const ViewData>();
    m_end = m_data->lastClose;
    m_readingTime.reset();
    updateAccessibleName();
    invalidate();
}

void TimelineWidget::followEnd()
{
    const auto before = std::exchange(m_end, m_data->lastClose);
    if (before && m_end && before != m_end)
        m_history.follow(followed(view().range, {.data = {earliestTime, *before}, .interval = oneMinute},
                                  {.data = {earliestTime, *m_end}, .interval = oneMinute}));
}

void TimelineWidget::refreshLast(std::shared_ptr<const ViewData> data)
{
    const auto before = std::exchange(m_data, std::move(data)); // the painter may look at it until it is told
    followEnd();
    if (m_layoutIsOld)
        return;
    const QRegion touched = m_painter.refreshLast(m_layout, view(), *m_data, m_hover);
    m_oldInPicture += touched;
    if (m_oldInPicture.rectCount() > mostOldParts)
        m_oldInPicture = m_layout.whole;
    update(toLogical(touched));
}

void TimelineWidget::refresh(std::shared_ptr<const ViewData> data)
{
    m_data = std::move(data);
    followEnd();
    invalidate();
}

void TimelineWidget::setHome(TimeRange home)
{
    m_home = home;
}

void TimelineWidget::setLive(bool isLive)
{
    m_isLive = isLive;
}

void TimelineWidget::setMenuActions(const QList<QAction*>& plot, const QList<QAction*>& timeAxis)
{
    m_plotActions = plot;
    m_timeActions = timeAxis;
}

const TimelineLayout& TimelineWidget::timelineLayout()
{
    const double ratio = devicePixelRatioF();
    const QSize size(static_cast<int>(std::ceil(width() * ratio)),
                     static_cast<int>(std::ceil(height() * ratio)));
    if (m_layoutIsOld || m_layout.whole.size() != size || m_layout.ratio != ratio) {
        m_layout = m_painter.layOut(view(), *m_data, size, ratio);
        m_layoutIsOld = false;
        m_oldInPicture = m_layout.whole;
        m_onlyPointerMoved = false;
        m_pane = std::clamp(m_pane, 0, std::max(0, static_cast<int>(m_layout.panes.size()) - 1));
        if (m_hover && m_hover->pane >= 0) // there may be other panes under the pointer now
            m_hover->pane = m_layout.hit(m_hover->point).zone == TimelineLayout::Zone::Plot
                                ? m_layout.hit(m_hover->point).index
                                : -1;
        m_buttons->place();
    }
    return m_layout;
}

TimelineBounds TimelineWidget::bounds() const
{
    TimelineBounds bounds{.data = {}, .home = m_home};
    if (m_data->candles)
        bounds.data = m_data->candles->range();
    if (m_isLive)
        bounds.liveEdge = m_data->lastClose;
    return bounds;
}

TimelineMoment TimelineWidget::moment()
{
    m_bounds = bounds();
    return {.view = view(), .layout = timelineLayout(), .bounds = m_bounds};
}

void TimelineWidget::adoptView(const View& before)
{
    if (view().theme != before.theme) {
        m_painter.setTheme(themeByName(view().theme));
        m_buttons->setTheme(m_painter.theme());
    }
    invalidate();
}

void TimelineWidget::invalidate()
{
    m_layoutIsOld = true;
    m_onlyPointerMoved = false;
    update();
}

void TimelineWidget::apply(const std::optional<ViewEdit>& edit, quint64 drag)
{
    if (edit)
        m_history.apply(*edit, drag);
}

void TimelineWidget::perform(TimelineAction action)
{
    apply(performed(action, m_pane, moment()));
}

void TimelineWidget::goTo(UtcTime time)
{
    ViewEdit edit{ViewEdit::Kind::GoTo, view()};
    edit.view.range = centredRange(view().range, time, bounds());
    apply(edit);
}

void TimelineWidget::setAutoscale(int pane, bool on)
{
    const PaneLayout& at = timelineLayout().panes.at(static_cast<std::size_t>(pane));
    ViewEdit edit{ViewEdit::Kind::Autoscale, view()};
    PaneSpec& spec = edit.view.panes[static_cast<std::size_t>(at.pane)];
    if (on)
        setAutoscaled(spec);
    else
        setValues(spec, at.values);
    apply(edit);
}

void TimelineWidget::change(ViewEdit::Kind kind, const std::function<void(View&)>& change)
{
    ViewEdit edit{kind, view()};
    change(edit.view);
    apply(edit);
}

void TimelineWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_layoutIsOld = true;
    static_cast<void>(timelineLayout());
}

void TimelineWidget::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (QWindow* handle = window()->windowHandle())
        connect(handle, &QWindow::screenChanged, this, &TimelineWidget::invalidate, Qt::UniqueConnection);
}

QPoint TimelineWidget::toDevice(QPointF point) const
{
    const double ratio = devicePixelRatioF();
    return {static_cast<int>(std::floor(point.x() * ratio)), static_cast<int>(std::floor(point.y() * ratio))};
}

QRegion TimelineWidget::toDevice(const QRegion& logical) const
{
    const double ratio = devicePixelRatioF();
    QRegion device;
    for (const QRect& rect : logical)
        device += QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
                      .toAlignedRect();
    return device;
}

QRegion TimelineWidget::toLogical(const QRegion& device) const
{
    const double ratio = devicePixelRatioF();
    QRegion logical;
    for (const QRect& rect : device)
        logical += QRectF(rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio)
                       .toAlignedRect();
    return logical;
}

void TimelineWidget::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const DevicePixels device(painter);
    const TimelineLayout& layout = timelineLayout();
    const QRegion region = toDevice(event->region());
    if (m_hover && m_onlyPointerMoved)
        paintFromPicture(painter, region);
    else
        m_painter.paint(painter, layout, view(), *m_data, region, m_hover);
    if (m_showsFocus)
        paintFocus(painter);
    paintSelectionBox(painter);
}

void TimelineWidget::paintFromPicture(QPainter& painter, const QRegion& device)
{
    if (m_picture.size() != m_layout.whole.size()) {
        m_picture = QImage(m_layout.whole.size(), QImage::Format_RGB32);
        m_oldInPicture = m_layout.whole;
    }
    if (!m_oldInPicture.isEmpty()) {
        QPainter scene(&m_picture);
        m_painter.paintScene(scene, m_layout, view(), *m_data, std::exchange(m_oldInPicture, {}));
    }
    for (const QRect& rect : device)
        painter.drawImage(rect.topLeft(), m_picture, rect);
    m_painter.paintOverlay(painter, m_layout, view(), *m_data, device, m_hover);
}

void TimelineWidget::paintFocus(QPainter& painter)
{
    if (m_layout.panes.empty())
        return;
    const QRect plot = m_layout.panes[static_cast<std::size_t>(m_pane)].plot;
    const PixelGrid grid{m_layout.ratio};
    painter.fillRect(QRect(plot.left(), plot.top(), grid.px(2), plot.height()), m_painter.theme().accent);
}

std::optional<UtcTime> TimelineWidget::hoveredTime()
{
    return m_hover ? std::optional(timelineLayout().time.time(m_hover->point.x())) : std::nullopt;
}

void TimelineWidget::setHover(std::optional<Hover> hover)
{
    if (hover == m_hover)
        return;
    const TimelineLayout& layout = timelineLayout();
    const QRegion touched = m_painter.overlayChange(layout, view(), *m_data, m_hover, hover);
    m_hover = hover;
    // A picture pays only while nothing but the pointer moves: a drag changes the whole anyway.
    m_onlyPointerMoved = !m_gestures.isDragging() && !(m_drawing && m_drawing->isBusy());
    update(toLogical(touched));
    emit hovered(hover ? std::optional(layout.time.time(hover->point.x())) : std::nullopt);
}

} // namespace holdline

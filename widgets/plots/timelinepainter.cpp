// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timelinepainter.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/scales/timeformat.h"
#include "widgets/plots/crosshairplot.h"
#include "widgets/plots/eventplot.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/paneplot.h"
#include "widgets/plots/timelinearrangement.h"
#include "widgets/plots/valuefit.h"

namespace holdline {

namespace {

constexpr double timeTickSpacing = 56;  ///< device-independent px
constexpr double datedTickSpacing = 92; ///< where labels carry the year
constexpr double priceTickSpacing = 44;

bool isSame(const ValueScale& a, const ValueScale& b)
{
    return a.low == b.low && a.high == b.high && a.top == b.top && a.height == b.height &&
           a.logarithmic == b.logarithmic;
}

QRect legendLine(const PaneLayout& pane, double ratio)
{
    return {pane.plot.left(), pane.plot.top(), pane.plot.width(),
            std::min(PixelGrid{ratio}.px(lengths::legend), pane.plot.height())};
}

} // namespace

class TimelinePainter::Private {
public:
    explicit Private(const Theme& theme) : inks(inksOf(theme)) {}

    Inks inks;
    TextPainter text;
    bool hollow = false;
    std::vector<PanePlot> plots; ///< as TimelineLayout::panes
    std::vector<TimeTick> timeTicks;
    EventShapes events;
    QTimeZone zone = QTimeZone::utc();
    int yearOfNow = 0;

    Scene scene(const TimelineLayout& layout, const View& view, const ViewData& data) const
    {
        return {layout, view, data, zone, yearOfNow};
    }
    void setZone(const View& view, const ViewData& data)
    {
        if (zone.id() != view.zone.toLatin1())
            zone = zoneByName(view.zone);
        yearOfNow = dateIn(data.asOf, zone).year();
    }
    void layOutPane(PanePlot& plot, PaneLayout& pane, const View& view, const ViewData& data,
                    const TimelineLayout& layout);
    void layOutMarks(PanePlot& plot, const PaneLayout& pane, const View& view, const ViewData& data,
                     const TimelineLayout& layout) const;
    void paintRect(QPainter& painter, const Scene& scene, const QRect& clip);
    void paintFrame(const Canvas& canvas, const Scene& scene) const;
    [[nodiscard]] Interval interval(const TimelineLayout& layout, const View& view) const;
    [[nodiscard]] QString valueText(double value, int pane) const;
};

/// Of the columns that the crosshair steps through.
Interval TimelinePainter::Private::interval(const TimelineLayout& layout, const View& view) const
{
    for (std::size_t i = 0; i < plots.size() && i < layout.panes.size(); ++i)
        if (plots[i].bars.kind->shape == PaneKind::Shape::Candles && plots[i].bars.bucket.length.count() > 0)
            return plots[i].bars.bucket;
    return view.interval;
}

QString TimelinePainter::Private::valueText(double value, int pane) const
{
    if (pane < 0 || pane >= static_cast<int>(plots.size()))
        return {};
    const bool isPrice = plots[static_cast<std::size_t>(pane)].bars.kind->shape == PaneKind::Shape::Candles;
    return isPrice ? priceText(value) : moneyText(value);
}

void TimelinePainter::Private::layOutMarks(PanePlot& plot, const PaneLayout& pane, const View& view,
                                           const ViewData& data, const TimelineLayout& layout) const
{
    const PixelGrid grid{layout.ratio};
    plot.levels.clear();
    plot.tags.clear();
    if (plot.bars.kind->shape != PaneKind::Shape::Candles)
        return;
    if (view.showsLevels)
        plot.levels = layOutLevels(data.levels, layout.time, pane.values, pane.plot, grid.line());
    plot.tags = layOutTags(plot.levels, lastPriceInView(plot.bars), pane.values, pane.gutter, inks, grid);
}

void TimelinePainter::Private::layOutPane(PanePlot& plot, PaneLayout& pane, const View& view,
                                          const ViewData& data, const TimelineLayout& layout)
{
    const PixelGrid grid{layout.ratio};
    const PaneSpec& spec = view.panes[static_cast<std::size_t>(pane.pane)];
    readPaneBars(view, *findPaneKind(spec.kind), data, layout.time, layout.ratio, plot.bars);
    pane.values = fittedScale(spec, plot.bars, view, data, layout.time.range, pane.plot, grid);
    const bool isPrice = plot.bars.kind->shape == PaneKind::Shape::Candles;
    plot.ticks = isPrice ? valueTicks(pane.values, ValueFormat::Price, priceTickSpacing * layout.ratio)
                         : extremeTicks(plot.bars, pane.values, grid);
    layOutMarks(plot, pane, view, data, layout);
}

/// Lines between the strips and the grounds of lane and axis.
void TimelinePainter::Private::paintFrame(const Canvas& canvas, const Scene& scene) const
{
    const TimelineLayout& layout = scene.layout;
    const int line = canvas.grid.line();
    const int width = layout.whole.width();
    for (std::size_t i = 1; i < layout.panes.size(); ++i)
        canvas.fill(QRect(0, layout.panes[i].plot.top() - line, width, line), inks.theme.hairline);
    if (!layout.eventLane.isEmpty())
        canvas.fill(layout.eventLane, inks.theme.panel);
    const int below = layout.eventLane.isEmpty() ? layout.timeAxis.top() : layout.eventLane.top();
    canvas.fill(QRect(0, below, width, line), inks.theme.hairline);
}

void TimelinePainter::Private::paintRect(QPainter& painter, const Scene& scene, const QRect& clip)
{
    const TimelineLayout& layout = scene.layout;
    const Canvas canvas{painter, text, inks, PixelGrid{layout.ratio}, clip};
    painter.setClipRect(clip);
    painter.fillRect(clip, inks.theme.background);
    paintFuture(canvas, scene);
    paintFrame(canvas, scene);
    for (std::size_t i = 0; i < layout.panes.size() && i < plots.size(); ++i) {
        const PaneLayout& pane = layout.panes[i];
        if (pane.plot.united(pane.gutter).intersects(clip))
            paintPane(canvas, plots[i], pane, scene, timeTicks, hollow);
    }
    paintEvents(canvas, events, layout.eventLane);
    paintTimeAxis(canvas, timeTicks, layout.time, layout.timeAxis);
    paintCoverage(canvas, scene);
}

TimelinePainter::TimelinePainter(const Theme& theme) : m_d(std::make_unique<Private>(theme)) {}
TimelinePainter::~TimelinePainter() = default;

void TimelinePainter::setTheme(const Theme& theme)
{
    m_d->inks = inksOf(theme);
}

const Theme& TimelinePainter::theme() const
{
    return m_d->inks.theme;
}

void TimelinePainter::setHollowCandles(bool hollow)
{
    m_d->hollow = hollow;
}

TimelineLayout TimelinePainter::layOut(const View& view, const ViewData& data, QSize deviceSize, double ratio)
{
    m_d->text.setRatio(ratio);
    m_d->setZone(view, data);
    TimelineLayout layout = arrangeTimeline(view, deviceSize, ratio);
    m_d->plots.resize(layout.panes.size());
    for (std::size_t i = 0; i < layout.panes.size(); ++i)
        m_d->layOutPane(m_d->plots[i], layout.panes[i], view, data, layout);
    const bool isDated = dateIn(view.range.from, m_d->zone).year() != m_d->yearOfNow;
    const double spacing = (isDated ? datedTickSpacing : timeTickSpacing) * ratio;
    m_d->timeTicks = timeTicks(layout.time, m_d->zone, spacing, m_d->yearOfNow);
    m_d->events = layOutEvents(m_d->scene(layout, view, data), m_d->text, PixelGrid{ratio});
    return layout;
}

QRegion TimelinePainter::refreshLast(TimelineLayout& layout, const View& view, const ViewData& data)
{
    const PixelGrid grid{layout.ratio};
    QRegion region;
    for (std::size_t i = 0; i < layout.panes.size(); ++i) {
        PaneLayout& pane = layout.panes[i];
        PanePlot& plot = m_d->plots[i];
        const auto before = lastPriceInView(plot.bars);
        readLastBars(data, layout.time, plot.bars);
        const PaneSpec& spec = view.panes[static_cast<std::size_t>(pane.pane)];
        if (!isSame(pane.values,
                    fittedScale(spec, plot.bars, view, data, layout.time.range, pane.plot, grid))) {
            layout = layOut(view, data, layout.whole.size(), layout.ratio);
            return layout.whole;
        }
        m_d->layOutMarks(plot, pane, view, data, layout);
        if (plot.bars.isEmpty())
            continue;
        const qint64 last = plot.bars.candles.empty() ? 0 : plot.bars.candles.back().openMs;
        const qint64 edge = std::max(last, plot.bars.flows.empty() || plot.bars.flows[0].empty()
                                               ? 0
                                               : plot.bars.flows[0].back().fromMs);
        const int left = static_cast<int>(layout.time.x(edge - plot.bars.bucket.length.count())) - 2;
        const int right = static_cast<int>(layout.time.x(edge + plot.bars.bucket.length.count())) + 2;
        region += QRect(QPoint(left, pane.plot.top()), QPoint(right, pane.plot.bottom())) & pane.plot;
        region += legendLine(pane, layout.ratio);
        if (!before)
            continue;
        region += pane.gutter;
        for (const double price : {*before, lastPriceInView(plot.bars).value_or(*before)}) {
            const int y = static_cast<int>(pane.values.y(price));
            region += QRect(left, y - grid.line() - 1, pane.plot.right() + 1 - left, 2 * grid.line() + 2) &
                      pane.plot;
        }
    }
    return region;
}

void TimelinePainter::paint(QPainter& painter, const TimelineLayout& layout, const View& view,
                            const ViewData& data, const QRegion& clip, const std::optional<Hover>& hover)
{
    paintScene(painter, layout, view, data, clip);
    painter.setClipRegion(clip);
    paintOverlay(painter, layout, view, data, hover);
}

void TimelinePainter::paintScene(QPainter& painter, const TimelineLayout& layout, const View& view,
                                 const ViewData& data, const QRegion& clip)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const Scene scene = m_d->scene(layout, view, data);
    const QRegion inside = clip & layout.whole;
    for (const QRect& rect : inside)
        m_d->paintRect(painter, scene, rect);
}

void TimelinePainter::paintOverlay(QPainter& painter, const TimelineLayout& layout, const View& view,
                                   const ViewData& data, const std::optional<Hover>& hover)
{
    const Scene scene = m_d->scene(layout, view, data);
    const Canvas canvas{painter, m_d->text, m_d->inks, PixelGrid{layout.ratio}, layout.whole};
    std::optional<UtcTime> at;
    std::optional<CrosshairShape> cross;
    if (hover && hover->point.x() < layout.time.left + layout.time.width) {
        cross = layOutCrosshair(layout, *hover, m_d->interval(layout, view));
        at = cross->time;
    }
    for (std::size_t i = 0; i < layout.panes.size() && i < m_d->plots.size(); ++i)
        paintLegend(canvas, legendOf(m_d->plots[i].bars, scene, at),
                    legendLine(layout.panes[i], layout.ratio));
    if (cross)
        paintCrosshair(canvas, *cross, m_d->valueText(cross->value, hover->pane),
                       weekdayTimeText(*at, m_d->zone, m_d->yearOfNow));
}

QRegion TimelinePainter::overlayRegion(const TimelineLayout& layout, const std::optional<Hover>& hover) const
{
    QRegion region;
    for (const PaneLayout& pane : layout.panes)
        region += legendLine(pane, layout.ratio);
    if (!hover)
        return region;
    Interval interval;
    if (!m_d->plots.empty())
        interval = m_d->interval(layout, View{});
    const CrosshairShape shape = layOutCrosshair(layout, *hover, interval);
    region += shape.column;
    region += shape.row;
    region += shape.valueLabel;
    region += shape.timeLabel;
    return region;
}

} // namespace holdline

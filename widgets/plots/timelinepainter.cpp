// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timelinepainter.h"

#include "models/foundation/timetext.h"
#include "models/scales/timeformat.h"
#include "widgets/plots/calloutplot.h"
#include "widgets/plots/crosshairplot.h"
#include "widgets/plots/eventplot.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/paneplot.h"
#include "widgets/plots/timelinearrangement.h"
#include "widgets/plots/valuefit.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

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

qint64 lastOpenOf(const PaneBars& bars)
{
    return bars.candles.empty() ? 0 : bars.candles.back().openMs;
}

/// A mark that reaches into other panes is hit there too.
void addLines(const std::vector<MarkShape>& from, std::vector<MarkShape>& to)
{
    for (const MarkShape& part : from) {
        const auto mark = std::ranges::find(to, part.id, &MarkShape::id);
        if (mark == to.end())
            continue;
        mark->lines.insert(mark->lines.end(), part.lines.begin(), part.lines.end());
        mark->bounds = mark->bounds.united(part.bounds);
    }
}

QRect legendLine(const PaneLayout& pane, double ratio);

/// What labels of levels keep clear of.
std::vector<QRect> takenByOthers(const PanePlot& plot, const PaneLayout& pane, double ratio)
{
    std::vector<QRect> taken{legendLine(pane, ratio)};
    for (const MarkShape& mark : plot.marks)
        for (const MarkLabel& label : mark.labels)
            taken.push_back(label.box.toAlignedRect());
    for (const AlertShape& alert : plot.alerts)
        taken.push_back(alert.bell);
    return taken;
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
    std::optional<QStringList> calloutWords; ///< absent: the data say them
    std::vector<CalloutShape> callouts;
    void layOutWords(const Scene& scene);
    QTimeZone zone = QTimeZone::utc();
    int yearOfNow = 0;
    int now = 0; ///< column where the future begins
    DrawingLayout layOutDrawing;
    MarkOverlay overlay;
    std::vector<AlertPlace> alerts;
    std::shared_ptr<const std::vector<MarkShape>> shapes; ///< null: not made since the last layout
    [[nodiscard]] std::vector<MarkShape> shapesOf(const TimelineLayout& layout, int index) const;
    std::vector<LevelData> previewed; ///< levels being drawn

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
    void layOutDrawings(PanePlot& plot, const PaneLayout& pane, const Scene& scene);
    [[nodiscard]] ValueScale scaleOf(const PanePlot& plot, const PaneSpec& spec, const QRect& area,
                                     const View& view, const ViewData& data,
                                     const TimelineLayout& layout) const;
    void paintSelection(const Canvas& canvas, const Scene& scene) const;
    [[nodiscard]] std::vector<PlacedRun> legend(std::size_t pane, const Scene& scene,
                                                const std::optional<UtcTime>& at);
    /// Absent where the pointer is not over the panes.
    [[nodiscard]] std::optional<CrosshairShape> crosshair(const Scene& scene,
                                                          const std::optional<Hover>& hover) const;
    [[nodiscard]] QRegion changeOfTags(const PanePlot& plot, const std::vector<ValueTag>& before,
                                       const QRect& gutter, PixelGrid grid) const;
    [[nodiscard]] QRegion lastBarsRegion(const PanePlot& plot, const PaneLayout& pane,
                                         const TimelineLayout& layout) const;
    /// The ground between the beginning of the future before and now, with the strip that tells what is
    /// known.
    [[nodiscard]] QRegion changeOfNow(const Scene& scene);
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
    return holdline::valueText(*plots[static_cast<std::size_t>(pane)].bars.kind, value);
}

void TimelinePainter::Private::layOutMarks(PanePlot& plot, const PaneLayout& pane, const View& view,
                                           const ViewData& data, const TimelineLayout& layout) const
{
    const PixelGrid grid{layout.ratio};
    plot.levels.clear();
    plot.tags.clear();
    plot.alerts.clear();
    plot.costs = {};
    if (plot.bars.kind->shape != PaneKind::Shape::Candles)
        return;
    if (view.showsCosts && data.costs)
        plot.costs = layOutCosts(*data.costs, lastPriceInView(plot.bars), pane.values, pane.plot, grid);
    if (view.showsLevels)
        plot.levels = layOutLevels(data.levels, layout.time, pane.values, pane.plot, grid.line());
    for (const LevelShape& shape : layOutLevels(previewed, layout.time, pane.values, pane.plot, grid.line()))
        plot.levels.push_back(shape);
    plot.tags = layOutTags(plot.levels, lastPriceInView(plot.bars), pane.values, pane.gutter, inks, grid,
                           alertTags(alerts, inks));
    plot.alerts = layOutAlerts(alerts, plot.levels, pane.values, pane.plot, grid);
}

ValueScale TimelinePainter::Private::scaleOf(const PanePlot& plot, const PaneSpec& spec, const QRect& area,
                                             const View& view, const ViewData& data,
                                             const TimelineLayout& layout) const
{
    const ValueScale fitted =
        fittedScale(spec, plot.bars, view, data, layout.time.range, area, PixelGrid{layout.ratio});
    const bool isSamePlace = plot.values && plot.values->top == fitted.top &&
                             plot.values->height == fitted.height &&
                             plot.values->logarithmic == fitted.logarithmic;
    return overlay.keepsScale && isSamePlace ? *plot.values : fitted;
}

void TimelinePainter::Private::layOutDrawings(PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    plot.marks.clear();
    if (!layOutDrawing || !scene.view.showsLevels)
        return;
    const bool isPrice = plot.bars.kind->shape == PaneKind::Shape::Candles;
    const bool hasBars = plot.bars.bucket.length.count() > 0;
    const MarkScene marks{scene,  pane, PixelGrid{scene.layout.ratio},
                          inks,   text, hasBars ? plot.bars.bucket : scene.view.interval,
                          isPrice};
    const auto add = [&](const Drawing& drawing) {
        if (auto shape = layOutDrawing(drawing, marks))
            plot.marks.push_back(std::move(*shape));
    };
    for (const Drawing& drawing : scene.data.drawings)
        add(drawing);
    for (const Mark& mark : overlay.preview)
        if (const auto* const drawing = std::get_if<Drawing>(&mark))
            add(*drawing);
}

/// Handles of what is selected.
void TimelinePainter::Private::paintSelection(const Canvas& canvas, const Scene& scene) const
{
    for (std::size_t i = 0; i < plots.size() && i < scene.layout.panes.size(); ++i) {
        const PaneLayout& pane = scene.layout.panes[i];
        canvas.painter.setClipRect(pane.plot.intersected(canvas.clip));
        for (const LevelShape& level : plots[i].levels)
            if (overlay.selected.contains(level.data->level.id))
                paintHandles(canvas, markShapeOf(level, scene.layout.time, pane.values, pane.plot));
        for (const MarkShape& mark : plots[i].marks)
            if (overlay.selected.contains(mark.id))
                paintHandles(canvas, mark);
    }
    canvas.painter.setClipRect(canvas.clip);
}

void TimelinePainter::Private::layOutPane(PanePlot& plot, PaneLayout& pane, const View& view,
                                          const ViewData& data, const TimelineLayout& layout)
{
    const PixelGrid grid{layout.ratio};
    const PaneSpec& spec = view.panes[static_cast<std::size_t>(pane.pane)];
    readPaneBars(view, *findPaneKind(spec.kind), data, layout.time, layout.ratio, plot.bars);
    pane.values = scaleOf(plot, spec, pane.plot, view, data, layout);
    plot.values = pane.values;
    plot.unknown = unknownOf(plot.bars, data, layout.time.range);
    const bool isPrice = plot.bars.kind->shape == PaneKind::Shape::Candles;
    plot.ticks = isPrice ? valueTicks(pane.values, ValueFormat::Price, priceTickSpacing * layout.ratio)
                         : extremeTicks(plot.bars, pane.values, grid);
    layOutMarks(plot, pane, view, data, layout);
    layOutDrawings(plot, pane, scene(layout, view, data));
    plot.levelLabels = layOutLevelLabels(plot.levels, pane.plot, takenByOthers(plot, pane, layout.ratio),
                                         scene(layout, view, data), inks, text, grid);
}

std::vector<PlacedRun> TimelinePainter::Private::legend(std::size_t pane, const Scene& scene,
                                                        const std::optional<UtcTime>& at)
{
    const double ratio = scene.layout.ratio;
    return layOutLegend(legendOf(plots[pane].bars, scene, at), legendLine(scene.layout.panes[pane], ratio),
                        text, PixelGrid{ratio});
}

std::optional<CrosshairShape> TimelinePainter::Private::crosshair(const Scene& scene,
                                                                  const std::optional<Hover>& hover) const
{
    if (!hover || hover->point.x() >= scene.layout.time.left + scene.layout.time.width)
        return std::nullopt;
    return layOutCrosshair(scene.layout, *hover, interval(scene.layout, scene.view));
}

/// A label of the axis that a tag covered comes back when the tag moves away.
QRegion TimelinePainter::Private::changeOfTags(const PanePlot& plot, const std::vector<ValueTag>& before,
                                               const QRect& gutter, PixelGrid grid) const
{
    QRegion region;
    const auto addMissing = [&](const std::vector<ValueTag>& tags, const std::vector<ValueTag>& others) {
        for (const ValueTag& tag : tags)
            if (std::find(others.begin(), others.end(), tag) == others.end())
                region += tagRow(tag, gutter, grid).adjusted(0, -grid.px(14), 0, grid.px(14)) & gutter;
    };
    addMissing(before, plot.tags);
    addMissing(plot.tags, before);
    return region;
}

/// The last bars of a pane and their neighbours.
QRegion TimelinePainter::Private::lastBarsRegion(const PanePlot& plot, const PaneLayout& pane,
                                                 const TimelineLayout& layout) const
{
    qint64 last = plot.bars.candles.empty() ? 0 : plot.bars.candles.back().openMs;
    for (const auto& flow : plot.bars.flows)
        last = flow.empty() ? last : std::max(last, flow.back().fromMs);
    const qint64 length = plot.bars.bucket.length.count();
    const int left = static_cast<int>(layout.time.x(last - length)) - 2;
    const int right = static_cast<int>(layout.time.x(last + length)) + 2;
    return QRect(QPoint(left, pane.plot.top()), QPoint(right, pane.plot.bottom())) & pane.plot;
}

QRegion TimelinePainter::Private::changeOfNow(const Scene& scene)
{
    const int before = std::exchange(now, futureColumn(scene));
    if (before == now)
        return {};
    const TimelineLayout& layout = scene.layout;
    const int left = std::min(before, now) - 1;
    const int width = std::abs(now - before) + 2;
    const QRect plot(0, 0, static_cast<int>(layout.time.left + layout.time.width), layout.whole.height());
    return QRect(left, 0, width, layout.whole.height()) & plot;
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
    if (!overlay.selected.isEmpty())
        paintSelection(canvas, scene);
    painter.setClipRect(clip);
    paintCallouts(canvas, callouts);
    paintEvents(canvas, events, layout.eventLane);
    paintTimeAxis(canvas, timeTicks, scene);
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

void TimelinePainter::setDrawingLayout(DrawingLayout layout)
{
    m_d->layOutDrawing = std::move(layout);
}

void TimelinePainter::setMarkOverlay(const MarkOverlay& overlay)
{
    m_d->overlay = overlay;
    for (PanePlot& plot : m_d->plots)
        plot.levels.clear(); // they look at what was previewed
    m_d->previewed.clear();
    for (const Mark& mark : overlay.preview)
        if (const auto* const level = std::get_if<Level>(&mark))
            m_d->previewed.push_back({.level = *level, .colourRole = 3});
}

void TimelinePainter::setCalloutWords(const QStringList& words)
{
    m_d->calloutWords = words;
}

std::optional<CalloutPlace> TimelinePainter::calloutAt(const TimelineLayout& layout, QPoint point) const
{
    const CalloutShape* const callout = holdline::calloutAt(m_d->callouts, point);
    if (!callout)
        return std::nullopt;
    return CalloutPlace{callout->index, QPointF(callout->box.center() - callout->point) / layout.ratio};
}

void TimelinePainter::Private::layOutWords(const Scene& scene)
{
    callouts.clear();
    if (scene.view.callouts.empty())
        return;
    const QStringList words = calloutWords ? *calloutWords : wordsOf(scene.view, scene.data).callouts;
    callouts = layOutCallouts(scene, words, plots, text, PixelGrid{scene.layout.ratio});
}

void TimelinePainter::setAlerts(std::vector<AlertPlace> alerts)
{
    m_d->alerts = std::move(alerts);
}

QStringList TimelinePainter::legendTexts(const TimelineLayout& layout, const View& view, const ViewData& data,
                                         const std::optional<UtcTime>& at) const
{
    QStringList lines;
    for (const PanePlot& plot : m_d->plots) {
        QStringList words;
        for (const LegendRun& run : legendOf(plot.bars, m_d->scene(layout, view, data), at))
            words.append(run.text);
        lines.append(words.join(u' ').simplified());
    }
    return lines;
}

std::shared_ptr<const std::vector<MarkShape>> TimelinePainter::markShapes(const TimelineLayout& layout) const
{
    if (!m_d->shapes)
        m_d->shapes = std::make_shared<const std::vector<MarkShape>>(m_d->shapesOf(layout, pricePane()));
    return m_d->shapes;
}

std::vector<MarkShape> TimelinePainter::Private::shapesOf(const TimelineLayout& layout, int index) const
{
    std::vector<MarkShape> shapes;
    if (index < 0)
        return shapes;
    const PanePlot& plot = plots[static_cast<std::size_t>(index)];
    const PaneLayout& pane = layout.panes[static_cast<std::size_t>(index)];
    const auto isPreviewed = [this](const QString& id) {
        return std::ranges::any_of(overlay.preview, [&](const Mark& mark) { return idOf(mark) == id; });
    };
    for (const LevelShape& level : plot.levels)
        if (!isPreviewed(level.data->level.id))
            shapes.push_back(markShapeOf(level, layout.time, pane.values, pane.plot));
    for (const MarkShape& mark : plot.marks)
        if (!isPreviewed(mark.id))
            shapes.push_back(mark);
    for (const PanePlot& other : plots)
        if (&other != &plot)
            addLines(other.marks, shapes);
    return shapes;
}

QString TimelinePainter::levelOfTag(const TimelineLayout& layout, QPoint point) const
{
    const int index = pricePane();
    if (index < 0)
        return {};
    const QRect& gutter = layout.panes[static_cast<std::size_t>(index)].gutter;
    const PixelGrid grid{layout.ratio};
    for (const ValueTag& tag : m_d->plots[static_cast<std::size_t>(index)].tags) {
        const QRect box(gutter.left(), tag.place.top, gutter.width(), grid.px(lengths::tag));
        if (box.contains(point))
            return tag.level;
    }
    return {};
}

int TimelinePainter::pricePane() const
{
    const auto found = std::ranges::find_if(m_d->plots, [](const PanePlot& plot) {
        return plot.bars.kind && plot.bars.kind->shape == PaneKind::Shape::Candles;
    });
    return found == m_d->plots.end() ? -1 : static_cast<int>(found - m_d->plots.begin());
}

Interval TimelinePainter::barInterval(const TimelineLayout& layout, const View& view) const
{
    return m_d->interval(layout, view);
}

TimelineLayout TimelinePainter::layOut(const View& view, const ViewData& data, QSize deviceSize, double ratio)
{
    m_d->text.setRatio(ratio);
    m_d->shapes.reset();
    m_d->setZone(view, data);
    TimelineLayout layout = arrangeTimeline(view, deviceSize, ratio);
    m_d->plots.resize(layout.panes.size());
    for (std::size_t i = 0; i < layout.panes.size(); ++i)
        m_d->layOutPane(m_d->plots[i], layout.panes[i], view, data, layout);
    const bool isDated = dateIn(view.range.from, m_d->zone).year() != m_d->yearOfNow;
    const double spacing = (isDated ? datedTickSpacing : timeTickSpacing) * ratio;
    m_d->timeTicks = timeTicks(layout.time, m_d->zone, spacing, m_d->yearOfNow);
    m_d->layOutWords(m_d->scene(layout, view, data));
    m_d->events = layOutEvents(m_d->scene(layout, view, data), m_d->text, PixelGrid{ratio});
    m_d->now = futureColumn(m_d->scene(layout, view, data));
    return layout;
}

QRegion TimelinePainter::refreshLast(TimelineLayout& layout, const View& view, const ViewData& data,
                                     const std::optional<Hover>& hover)
{
    const PixelGrid grid{layout.ratio};
    const Scene scene = m_d->scene(layout, view, data);
    const auto cross = m_d->crosshair(scene, hover);
    const std::optional<UtcTime> at = cross ? std::optional(cross->time) : std::nullopt;
    QRegion region = m_d->changeOfNow(scene);
    for (std::size_t i = 0; i < layout.panes.size(); ++i) {
        PaneLayout& pane = layout.panes[i];
        PanePlot& plot = m_d->plots[i];
        const auto price = lastPriceInView(plot.bars);
        const qint64 open = lastOpenOf(plot.bars);
        const auto legend = m_d->legend(i, scene, at);
        const auto tags = plot.tags;
        const CostShapes costs = plot.costs;
        const QRegion barsBefore = plot.bars.isEmpty() ? QRegion() : m_d->lastBarsRegion(plot, pane, layout);
        readLastBars(data, layout.time, plot.bars);
        const PaneSpec& spec = view.panes[static_cast<std::size_t>(pane.pane)];
        if (!isSame(pane.values, m_d->scaleOf(plot, spec, pane.plot, view, data, layout))) {
            layout = layOut(view, data, layout.whole.size(), layout.ratio);
            return layout.whole;
        }
        m_d->layOutMarks(plot, pane, view, data, layout);
        region += changeOf(costs, plot.costs);
        if (plot.bars.isEmpty())
            continue;
        const QRegion bars = barsBefore + m_d->lastBarsRegion(plot, pane, layout);
        region += bars;
        region += changeOf(legend, m_d->legend(i, scene, at));
        region += m_d->changeOfTags(plot, tags, pane.gutter, grid);
        const auto priceNow = lastPriceInView(plot.bars);
        if (price == priceNow && open == lastOpenOf(plot.bars))
            continue; // the dots begin where the last candle ends
        const int left = bars.boundingRect().left();
        for (const auto& shown : {price, priceNow}) {
            const int y = static_cast<int>(pane.values.y(shown.value_or(0)));
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
    paintOverlay(painter, layout, view, data, clip, hover);
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
                                   const ViewData& data, const QRegion& clip,
                                   const std::optional<Hover>& hover)
{
    const Scene scene = m_d->scene(layout, view, data);
    const Canvas canvas{painter, m_d->text, m_d->inks, PixelGrid{layout.ratio}, layout.whole};
    const auto cross = m_d->crosshair(scene, hover);
    const std::optional<UtcTime> at = cross ? std::optional(cross->time) : std::nullopt;
    for (std::size_t i = 0; i < layout.panes.size() && i < m_d->plots.size(); ++i)
        paintLegend(canvas, m_d->legend(i, scene, at), clip);
    if (cross)
        paintCrosshair(canvas, *cross, m_d->valueText(cross->value, hover->pane),
                       weekdayTimeText(*at, m_d->zone, m_d->yearOfNow));
}

QRegion TimelinePainter::overlayChange(const TimelineLayout& layout, const View& view, const ViewData& data,
                                       const std::optional<Hover>& before, const std::optional<Hover>& after)
{
    const Scene scene = m_d->scene(layout, view, data);
    const auto from = m_d->crosshair(scene, before);
    const auto to = m_d->crosshair(scene, after);
    const auto timeOf = [](const std::optional<CrosshairShape>& cross) {
        return cross ? std::optional(cross->time) : std::nullopt;
    };
    QRegion region;
    for (const auto* const cross : {&from, &to})
        if (*cross)
            region += regionOf(**cross);
    if (timeOf(from) == timeOf(to))
        return region;
    for (std::size_t i = 0; i < layout.panes.size() && i < m_d->plots.size(); ++i)
        region += changeOf(m_d->legend(i, scene, timeOf(from)), m_d->legend(i, scene, timeOf(to)));
    return region;
}

} // namespace holdline

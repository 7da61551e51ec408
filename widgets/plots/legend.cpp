// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/legend.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/views/intervaltext.h"
#include "models/views/panestreams.h"
#include "widgets/plots/timelinearrangement.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

using Runs = std::vector<LegendRun>;

QString baseAsset(const QString& instrumentTitle)
{
    return instrumentTitle.section(QLatin1Char('-'), 0, 0);
}

QString volumeText(double volume)
{
    return numberText(volume, volume < 10 ? 3 : volume < 1000 ? 1 : 0);
}

template <typename Bar, typename From, typename To>
const Bar* barAt(const std::vector<Bar>& bars, const std::optional<UtcTime>& at, From from, To to)
{
    if (bars.empty())
        return nullptr;
    if (!at)
        return &bars.back();
    const auto after = std::upper_bound(bars.begin(), bars.end(), toMsecs(*at),
                                        [&](qint64 ms, const Bar& bar) { return ms < from(bar); });
    if (after == bars.begin() || to(*std::prev(after)) <= toMsecs(*at))
        return nullptr;
    return &*std::prev(after);
}

const CandleBar* candleAt(const PaneBars& bars, const std::optional<UtcTime>& at)
{
    return barAt(
        bars.candles, at, [](const CandleBar& bar) { return bar.openMs; },
        [&](const CandleBar& bar) { return bar.openMs + bars.bucket.length.count(); });
}

const DrawnBar* flowAt(const std::vector<DrawnBar>& bars, const std::optional<UtcTime>& at)
{
    return barAt(
        bars, at, [](const DrawnBar& bar) { return bar.fromMs; },
        [](const DrawnBar& bar) { return bar.toMs; });
}

void addPrice(Runs& runs, const QString& letter, double price)
{
    runs.push_back({letter, InkRole::Dim, false, 8});
    runs.push_back({priceText(price), InkRole::Text, false, 4});
}

/// What the bars at the right edge are, of when and from where.
QString costsText(const Scene& scene)
{
    if (!scene.data.costsProblem.isEmpty())
        return scene.data.costsProblem;
    if (!scene.data.costs)
        return QStringLiteral("no cost distribution yet");
    const CostDistribution& costs = *scene.data.costs;
    QStringList parts{QStringLiteral("cost distribution as of ") +
                          dayTimeText(costs.asOf, scene.zone, scene.yearOfNow),
                      costs.definition, costs.source};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

Runs priceLegend(const PaneBars& bars, const Scene& scene, const std::optional<UtcTime>& at)
{
    const CandleBar* const bar = candleAt(bars, at);
    if (!bar)
        return {{QStringLiteral("Price"), InkRole::Text, true},
                {at && !bars.isEmpty() ? QStringLiteral("no record") : QString(), InkRole::Dim, false, 14}};
    Runs runs{{dayTimeText(fromMsecs(bar->openMs), scene.zone, scene.yearOfNow), InkRole::Text, true}};
    addPrice(runs, QStringLiteral("O"), bar->candle.open);
    addPrice(runs, QStringLiteral("H"), bar->candle.high);
    addPrice(runs, QStringLiteral("L"), bar->candle.low);
    addPrice(runs, QStringLiteral("C"), bar->candle.close);
    if (!std::isnan(bar->candle.volume)) {
        runs.push_back({QStringLiteral("V"), InkRole::Dim, false, 8});
        runs.push_back(
            {volumeText(bar->candle.volume) + QLatin1Char(' ') + baseAsset(scene.data.instrumentTitle),
             InkRole::Text, false, 4});
    }
    runs.push_back({QStringLiteral("· ") + intervalText(bars.bucket), InkRole::Dim, false, 8});
    if (scene.view.showsCosts)
        runs.push_back({QStringLiteral("· ") + costsText(scene), InkRole::Dim, false, 4});
    if (!scene.data.statement.isEmpty())
        runs.push_back({QStringLiteral("· ") + scene.data.statement, InkRole::Dim, false, 4});
    return runs;
}

/// A recorder that was there and had nothing to tell says zero; where none was, there is no record.
QString quietText(const PaneBars& bars, const Scene& scene, const std::optional<UtcTime>& at)
{
    const UtcTime time = at.value_or(scene.data.asOf - Span{1});
    const bool isQuiet =
        recordingSince(bars.data->streams) && time < scene.data.asOf && isKnownAt(bars.data->coverage, time);
    return isQuiet ? QStringLiteral("0") : QStringLiteral("no record");
}

void addFlow(Runs& runs, const DrawnBar* bar, InkRole ink, Sign sign, const QString& quiet)
{
    runs.push_back({bar ? moneyText(bar->value, sign) : quiet, bar ? ink : InkRole::Dim, false,
                    runs.size() == 1 ? 14 : 4});
}

void addUpDown(Runs& runs, const PaneBars& bars, const std::optional<UtcTime>& at, const QString& quiet)
{
    runs.push_back({QStringLiteral("long"), InkRole::Dim, false, 14});
    addFlow(runs, flowAt(bars.flows[0], at), InkRole::Down, Sign::WhenNegative, quiet);
    runs.push_back({QStringLiteral("short"), InkRole::Dim, false, 8});
    addFlow(runs, flowAt(bars.flows[1], at), InkRole::Up, Sign::WhenNegative, quiet);
}

/// The value at the time, or the last one in view; of a joined line what it came from last. Null where it is
/// not known.
const LinePoint* pointAt(const DrawnLine& line, bool isJoined, UtcTime time)
{
    const auto after = std::upper_bound(line.points.begin(), line.points.end(), toMsecs(time),
                                        [](qint64 ms, const LinePoint& point) { return ms < point.fromMs; });
    if (after == line.points.begin() || std::isnan(std::prev(after)->value))
        return nullptr;
    const bool holds = isJoined || std::prev(after)->toMs > toMsecs(time);
    return holds ? &*std::prev(after) : nullptr;
}

/// The last value in view where nobody points at one.
UtcTime timeOfLegend(const Scene& scene, const std::optional<UtcTime>& at)
{
    return at.value_or(std::min(scene.layout.time.range.to, scene.data.asOf) - Span{1});
}

void addLine(Runs& runs, const PaneBars& bars, std::size_t index, UtcTime time)
{
    const bool isJoined = bars.kind->line.isJoined;
    const LinePoint* point = pointAt(bars.lines[index], isJoined, time);
    if (isJoined && point && !isKnownAt(bars.data->coverage, time))
        point = nullptr;
    const QString& name = bars.data->names[index];
    if (!name.isEmpty())
        runs.push_back({name, InkRole::Dim, false, runs.size() == 1 ? 14 : 10});
    runs.push_back({point ? valueText(*bars.kind, point->value) : QStringLiteral("no record"),
                    point ? roleOf(index) : InkRole::Dim, false, name.isEmpty() ? 14 : 4});
}

/// What stands out at the time.
void addMark(Runs& runs, const PaneBars& bars, const Scene& scene, UtcTime time)
{
    const auto& marks = bars.data->marks;
    const auto after = std::upper_bound(marks.begin(), marks.end(), time,
                                        [](UtcTime at, const PaneMark& mark) { return at < mark.since; });
    if (after == marks.begin() || std::prev(after)->until <= time || bars.bucket.length.count() > 0)
        return;
    const PaneMark& mark = *std::prev(after);
    const QString day = dayText(dateIn(mark.time, scene.zone), scene.yearOfNow);
    runs.push_back({mark.words + QStringLiteral(" · ") + day, InkRole::Text, false, 10});
}

QString periodText(const PaneBars& bars)
{
    if (bars.kind->shape == PaneKind::Shape::Line)
        return bars.kind->line.measure;
    if (bars.bucket.length.count() > 0)
        return intervalText(bars.bucket);
    return bars.kind->kind == QStringLiteral("etf") ? QStringLiteral("New York session")
                                                    : QStringLiteral("day");
}

/// Each once; of lines that are computed from several sources each of these.
QStringList sourcesOf(const PaneBars& bars)
{
    QStringList sources;
    for (const Provenance& provenance : bars.data->provenance)
        sources += bars.kind->shape == PaneKind::Shape::Line
                       ? provenance.source.split(QStringLiteral("; "), Qt::SkipEmptyParts)
                       : QStringList(provenance.source);
    sources.removeAll(QString());
    sources.removeDuplicates();
    return sources;
}

/// Period, unit, where it comes from, and what it leaves out.
QString remarks(const PaneBars& bars, const Scene& scene)
{
    QStringList parts{periodText(bars)};
    const PaneData& data = *bars.data;
    if (!data.unit.isEmpty())
        parts.append(data.unit);
    if (!data.note.isEmpty())
        parts.append(data.note);
    if (const auto since = recordingSince(data.streams))
        parts.append(recordingText(*since, scene.zone, scene.yearOfNow));
    for (const QString& source : sourcesOf(bars))
        if (!parts.contains(source))
            parts.append(source);
    return QStringLiteral("· ") + parts.join(QStringLiteral(" · "));
}

Runs lineLegend(const PaneBars& bars, const Scene& scene, const std::optional<UtcTime>& at)
{
    Runs runs{{bars.data ? bars.data->title : bars.kind->title, InkRole::Text, true}};
    if (!bars.data || bars.data->samples.empty())
        return runs;
    const UtcTime time = timeOfLegend(scene, at);
    for (std::size_t i = 0; i < bars.lines.size() && i < bars.data->names.size(); ++i)
        addLine(runs, bars, i, time);
    addMark(runs, bars, scene, time);
    runs.push_back({remarks(bars, scene), InkRole::Dim, false, 6});
    return runs;
}

/// What the bar is made of.
void addParts(Runs& runs, const PaneBars& bars, const std::optional<UtcTime>& at)
{
    const DrawnBar* const whole = bars.flows.empty() ? nullptr : flowAt(bars.flows[0], at);
    for (std::size_t part = 0; whole && part < bars.parts.size(); ++part) {
        const DrawnBar* const bar = flowAt(bars.parts[part], fromMsecs(whole->fromMs));
        if (!bar)
            continue;
        runs.push_back({bars.data->parts[part].name, InkRole::Dim, false, part == 0 ? 14 : 8});
        runs.push_back({moneyText(bar->value, Sign::Always), roleOfPart(part), false, 4});
    }
}

void addSessionless(Runs& runs, const PaneBars& bars, const std::optional<UtcTime>& at)
{
    const DrawnBar* const bar = bars.flows.empty() ? nullptr : flowAt(bars.flows[0], at);
    if (bar && bar->isSessionless)
        runs.push_back({QStringLiteral("New York closed, not counted"), InkRole::Text, false, 14});
}

/// From the first visible bar to the one that is told.
void addRunningSum(Runs& runs, const PaneBars& bars, const Scene& scene, const std::optional<UtcTime>& at)
{
    const DrawnBar* const sum = flowAt(bars.sums, at);
    if (!sum || bars.sums.size() < 2)
        return;
    const QString since = dayText(dateIn(fromMsecs(bars.sums.front().fromMs), scene.zone), scene.yearOfNow);
    runs.push_back({QStringLiteral("sum since %1").arg(since), InkRole::Dim, false, 14});
    runs.push_back({moneyText(sum->value, Sign::Always), InkRole::Text, false, 4});
}

Runs flowLegend(const PaneBars& bars, const Scene& scene, const std::optional<UtcTime>& at)
{
    Runs runs{{bars.data ? bars.data->title : bars.kind->title, InkRole::Text, true}};
    if (!bars.data || (bars.isEmpty() && bars.data->flows.empty() && bars.data->samples.empty()))
        return runs;
    const QString quiet = quietText(bars, scene, at);
    if (bars.kind->shape == PaneKind::Shape::UpDown && bars.flows.size() > 1) {
        addUpDown(runs, bars, at, quiet);
    } else if (!bars.flows.empty()) {
        const DrawnBar* const bar = flowAt(bars.flows[0], at);
        const bool isSigned = bars.kind->shape == PaneKind::Shape::Signed;
        const InkRole ink = !isSigned || !bar ? InkRole::Text : bar->value < 0 ? InkRole::Down : InkRole::Up;
        addFlow(runs, bar, ink, isSigned ? Sign::Always : Sign::WhenNegative, quiet);
    }
    addParts(runs, bars, at);
    addSessionless(runs, bars, at);
    addRunningSum(runs, bars, scene, at);
    addMark(runs, bars, scene, timeOfLegend(scene, at));
    runs.push_back({remarks(bars, scene), InkRole::Dim, false, 6});
    return runs;
}

} // namespace

QString recordingText(UtcTime since, const QTimeZone& zone, int yearOfNow)
{
    return QStringLiteral("recording since ") + dayTimeText(since, zone, yearOfNow);
}

std::vector<LegendRun> legendOf(const PaneBars& bars, const Scene& scene, const std::optional<UtcTime>& at)
{
    switch (bars.kind->shape) {
    case PaneKind::Shape::Candles:
        return priceLegend(bars, scene, at);
    case PaneKind::Shape::Line:
        return lineLegend(bars, scene, at);
    case PaneKind::Shape::UpDown:
    case PaneKind::Shape::Signed:
    case PaneKind::Shape::Up:
        return flowLegend(bars, scene, at);
    }
    return {};
}

std::vector<PlacedRun> layOutLegend(const std::vector<LegendRun>& runs, const QRect& line, TextPainter& text,
                                    PixelGrid grid)
{
    std::vector<PlacedRun> placed;
    const int air = grid.px(2);
    const int end = line.right() - grid.px(8);
    int x = line.left() + grid.px(lengths::margin);
    for (const LegendRun& run : runs) {
        x += run.gapBefore > 0 ? grid.px(run.gapBefore) : 0;
        const TextRole role = run.isBold ? TextRole::TextBold : TextRole::Text;
        const bool fits = x + text.width(run.text, role) <= end;
        const QString shown = fits ? run.text : text.elided(run.text, role, std::max(0, end - x));
        const int width = text.width(shown, role);
        placed.push_back(
            {shown, run.ink, role, QRect(x - air, line.top(), width + 2 * air, line.height()), x});
        if (!fits)
            break;
        x += width;
    }
    return placed;
}

QRegion changeOf(const std::vector<PlacedRun>& before, const std::vector<PlacedRun>& after)
{
    QRegion region;
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        const PlacedRun* const old = i < before.size() ? &before[i] : nullptr;
        const PlacedRun* const now = i < after.size() ? &after[i] : nullptr;
        if (old && now && *old == *now)
            continue;
        region += old ? old->place : QRect();
        region += now ? now->place : QRect();
    }
    return region;
}

void paintLegend(const Canvas& canvas, const std::vector<PlacedRun>& runs, const QRegion& region)
{
    for (const PlacedRun& run : runs)
        if (region.intersects(run.place))
            canvas.text.drawCentred(canvas.painter, run.left, run.place.center().y(), run.text, run.role,
                                    canvas.inks.text(run.ink));
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/levelplot.h"

#include "models/foundation/numbertext.h"
#include "models/levels/leveltext.h"
#include "widgets/plots/timelinearrangement.h"
#include "widgets/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

int column(const std::optional<UtcTime>& at, int otherwise, const TimeScale& time, const QRect& plot)
{
    if (!at)
        return otherwise;
    const double x = std::floor(time.x(toMsecs(*at)) + 0.5);
    return static_cast<int>(
        std::clamp(x, static_cast<double>(plot.left()), static_cast<double>(plot.right() + 1)));
}

int row(double value, const ValueScale& values, const QRect& plot)
{
    const double y = std::floor(values.y(value) + 0.5);
    return static_cast<int>(std::clamp(y, plot.top() - 1e4, plot.bottom() + 1e4));
}

QRect bodyOf(Price low, Price high, int left, int right, const ValueScale& values, const QRect& plot,
             int line)
{
    const int top = row(high.toDouble(), values, plot);
    const int bottom = row(low.toDouble(), values, plot);
    return low != high ? QRect(left, top, right - left, std::max(line, bottom - top))
                       : QRect(left, top - line / 2, right - left, line);
}

/// The steps of what a tracking level followed that are in sight.
std::vector<QRect> stepsOf(const LevelEdges& edges, int left, int right, const TimeScale& time,
                           const ValueScale& values, const QRect& plot, int line)
{
    std::vector<QRect> steps;
    auto step = std::ranges::upper_bound(edges, time.range.from, {}, &EdgeStep::from);
    if (step != edges.begin())
        --step;
    for (; step != edges.end() && step->from < time.range.to; ++step) {
        const auto next = std::next(step);
        const int from = std::max(left, column(step->from, left, time, plot));
        const int to = next == edges.end() ? right : std::min(right, column(next->from, right, time, plot));
        const QRect body = bodyOf(step->low, step->high, from, to, values, plot, line);
        if (from < to && body.intersects(plot))
            steps.push_back(body);
    }
    return steps;
}

std::optional<LevelShape> layOutLevel(const LevelData& data, const TimeScale& time, const ValueScale& values,
                                      const QRect& plot, int line)
{
    const Level& level = data.level;
    if (level.traits.isHidden)
        return std::nullopt;
    const int left = column(level.validFrom, plot.left(), time, plot);
    const int right = column(level.validTo, plot.right() + 1, time, plot);
    const EdgeStep* const atEdge = edgesAt(data.edges, time.range.to - Span{1});
    LevelShape shape{.data = &data,
                     .low = atEdge ? atEdge->low : level.low,
                     .high = atEdge ? atEdge->high : level.high,
                     .isBand = level.low != level.high};
    shape.body = bodyOf(level.low, level.high, left, right, values, plot, line);
    if (!data.edges.empty()) {
        shape.steps = stepsOf(data.edges, left, right, time, values, plot, line);
        if (shape.steps.empty())
            return std::nullopt;
        shape.body = shape.steps.back();
    }
    shape.reachesGutter = right > plot.right();
    if (left >= right || !shape.body.intersects(plot))
        return std::nullopt;
    return shape;
}

ValueTag levelTag(Price price, LevelOrigin origin, const Ink& ink, const QString& level)
{
    return {price.toDouble(), edgeText(origin, price), ink.fill, ink.onTag, level};
}

/// As many as there is room for, those nearest to the last price.
void keepNearest(std::vector<ValueTag>& tags, const std::optional<double>& lastPrice, std::size_t room)
{
    if (tags.size() <= room)
        return;
    const double price = lastPrice.value_or(tags.front().value);
    const auto distance = [price](const ValueTag& tag) { return std::abs(tag.value - price); };
    std::ranges::nth_element(tags, tags.begin() + static_cast<std::ptrdiff_t>(room), {}, distance);
    tags.resize(room);
}

void paintLeader(const Canvas& canvas, const ValueTag& tag, const QRect& gutter, int tagLeft, int tagHeight)
{
    const int line = canvas.grid.line();
    const int middle = tag.place.top + tagHeight / 2;
    const int bend = gutter.left() + (tagLeft - gutter.left()) / 2;
    canvas.fill(QRect(gutter.left(), tag.place.tick - line / 2, bend - gutter.left() + line, line), tag.fill);
    const int top = std::min(middle, tag.place.tick) - line / 2;
    canvas.fill(QRect(bend, top, line, std::abs(middle - tag.place.tick) + line), tag.fill);
    canvas.fill(QRect(bend, middle - line / 2, tagLeft - bend, line), tag.fill);
}

} // namespace

void paintStroke(const Canvas& canvas, const QRect& line, LineDash dash, const QColor& colour)
{
    if (dash == LineDash::Solid)
        return canvas.fill(line, colour);
    const int on = canvas.grid.px(dash == LineDash::Dashed ? 8 : 2);
    const int step = on + canvas.grid.px(dash == LineDash::Dashed ? 5 : 3);
    std::vector<QRect> parts;
    const int from = line.left() + std::max(0, (canvas.clip.left() - line.left()) / step) * step;
    for (int x = from; x <= std::min(line.right(), canvas.clip.right()); x += step)
        parts.emplace_back(x, line.top(), std::min(on, line.right() + 1 - x), line.height());
    canvas.fill(parts, colour);
}

Ink inkOf(const LevelData& level, const Inks& inks)
{
    const QString& colour = level.level.traits.style.colour;
    if (colour.isEmpty())
        return inks.level(level.colourRole);
    const QColor fill(colour);
    const Theme& theme = inks.theme;
    const bool isTextBetter = contrastRatio(fill, theme.text) > contrastRatio(fill, theme.background);
    return {fill, readableOn(fill, theme.background), isTextBetter ? theme.text : theme.background};
}

MarkShape markShapeOf(const LevelShape& level, const TimeScale& time, const ValueScale& values,
                      const QRect& plot)
{
    const Level& own = level.data->level;
    const QRectF body(level.body);
    MarkShape shape{.id = own.id, .isLocked = own.traits.isLocked};
    const auto edge = [&](double y) {
        shape.lines.push_back({QLineF(body.left(), y, body.right(), y), 1, LineDash::Solid, {}});
    };
    const double high = values.y(own.high.toDouble());
    const double low = values.y(own.low.toDouble());
    const double beginning = own.validFrom ? time.x(toMsecs(*own.validFrom)) : -1e9;
    const double end = own.validTo ? time.x(toMsecs(*own.validTo)) : 1e9;
    edge(high);
    if (level.isBand) {
        edge(low);
        shape.areas.push_back({QPolygonF(body), {}});
        shape.handles = {{std::max(beginning, static_cast<double>(plot.left())), high},
                         {std::min(end, static_cast<double>(plot.right())), low}};
    } else {
        shape.handles = {{own.validFrom ? beginning : body.center().x(), high}};
    }
    shape.bounds = QRectF(body.left(), high, body.width(), low - high).adjusted(0, -1, 0, 1);
    return shape;
}

std::vector<LevelShape> layOutLevels(const std::vector<LevelData>& levels, const TimeScale& time,
                                     const ValueScale& values, const QRect& plot, int line)
{
    std::vector<LevelShape> shapes;
    for (const LevelData& data : levels)
        if (auto shape = layOutLevel(data, time, values, plot, line))
            shapes.push_back(*shape);
    std::stable_sort(shapes.begin(), shapes.end(),
                     [](const LevelShape& a, const LevelShape& b) { return a.body.top() < b.body.top(); });
    return shapes;
}

std::vector<ValueTag> layOutTags(const std::vector<LevelShape>& levels,
                                 const std::optional<double>& lastPrice, const ValueScale& values,
                                 const QRect& gutter, const Inks& inks, PixelGrid grid,
                                 std::vector<ValueTag> others)
{
    std::vector<ValueTag> tags = std::move(others);
    for (const LevelShape& shape : levels) {
        if (!shape.reachesGutter)
            continue;
        const Ink ink = inkOf(*shape.data, inks);
        const Level& level = shape.data->level;
        tags.push_back(levelTag(shape.high, level.origin, ink, level.id));
        if (shape.isBand)
            tags.push_back(levelTag(shape.low, level.origin, ink, level.id));
    }
    if (lastPrice)
        tags.push_back({*lastPrice, priceText(*lastPrice), inks.theme.text, inks.theme.background});
    std::erase_if(tags, [&](const ValueTag& tag) {
        const double y = values.y(tag.value);
        return !(y >= gutter.top() && y <= gutter.bottom());
    });
    keepNearest(tags, lastPrice, static_cast<std::size_t>(gutter.height() / grid.px(lengths::tag)));
    std::stable_sort(tags.begin(), tags.end(),
                     [](const ValueTag& a, const ValueTag& b) { return a.value > b.value; });
    std::vector<Tag> places;
    for (const ValueTag& tag : tags)
        places.push_back({row(tag.value, values, gutter)});
    stackTags(places, grid.px(lengths::tag), gutter.top(), gutter.bottom() + 1);
    for (std::size_t i = 0; i < tags.size(); ++i)
        tags[i].place = places[i];
    return tags;
}

namespace {

/// One stretch of a level.
void paintBody(const Canvas& canvas, const LevelShape& shape, const QRect& stretch)
{
    if (!stretch.adjusted(0, -canvas.grid.line(), 0, canvas.grid.line()).intersects(canvas.clip))
        return;
    const QColor colour = inkOf(*shape.data, canvas.inks).fill;
    const MarkStyle& style = shape.data->level.traits.style;
    const int line = std::max(1, canvas.grid.px(style.width));
    if (!shape.isBand) {
        const int middle = stretch.top() + stretch.height() / 2;
        return paintStroke(canvas, QRect(stretch.left(), middle - line / 2, stretch.width(), line),
                           style.dash, colour);
    }
    QColor body = colour;
    body.setAlpha(64);
    canvas.painter.fillRect(stretch, body);
    paintStroke(canvas, QRect(stretch.left(), stretch.top(), stretch.width(), line), style.dash, colour);
    paintStroke(canvas, QRect(stretch.left(), stretch.bottom() + 1 - line, stretch.width(), line), style.dash,
                colour);
}

} // namespace

void paintLevels(const Canvas& canvas, const std::vector<LevelShape>& levels)
{
    for (const LevelShape& shape : levels) {
        for (const QRect& step : shape.steps)
            paintBody(canvas, shape, step);
        if (shape.steps.empty())
            paintBody(canvas, shape, shape.body);
    }
}

QRect tagRow(const ValueTag& tag, const QRect& gutter, PixelGrid grid)
{
    const int height = grid.px(lengths::tag);
    const int line = grid.line();
    const int top = std::min(tag.place.top, tag.place.tick - line);
    const int bottom = std::max(tag.place.top + height, tag.place.tick + line);
    return {gutter.left(), top, gutter.width(), bottom - top + 1};
}

void paintTags(const Canvas& canvas, const std::vector<ValueTag>& tags, const QRect& gutter)
{
    if (!gutter.intersects(canvas.clip))
        return;
    const int height = canvas.grid.px(lengths::tag);
    const int left = gutter.left() + canvas.grid.px(7);
    const int width = gutter.right() + 1 - canvas.grid.px(6) - left;
    for (const ValueTag& tag : tags)
        paintLeader(canvas, tag, gutter, left, height);
    for (const ValueTag& tag : tags) {
        const QRect box(left, tag.place.top, width, height - canvas.grid.line());
        if (!box.intersects(canvas.clip))
            continue;
        canvas.fill(box, tag.fill);
        canvas.text.drawCentred(canvas.painter, left + canvas.grid.px(5), box.center().y(), tag.text,
                                TextRole::TextBold, tag.textColour);
    }
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/eventplot.h"

#include "models/foundation/timetext.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace holdline {

namespace {

constexpr int together = 3; ///< device px; events so near share one mark

const Event* nextBeyond(const Scene& scene)
{
    const Event* next = nullptr;
    for (const Event& event : scene.data.events)
        if (event.time >= scene.layout.time.range.to && (!next || event.importance > next->importance))
            next = &event;
    return next;
}

/// In the gutter, and further left only as far as no mark stands.
void layOutBeyond(const Scene& scene, TextPainter& text, PixelGrid grid, EventShapes& shapes)
{
    const Event* const next = nextBeyond(scene);
    if (!next)
        return;
    const QRect& lane = scene.layout.eventLane;
    const int end = lane.right() + 1 - grid.px(8);
    const int gutter = static_cast<int>(scene.layout.time.left + scene.layout.time.width) + grid.px(7);
    const int lastMark = shapes.marks.empty() ? lane.left() : shapes.marks.back().x + grid.px(14);
    const int room = end - std::min(gutter, std::max(lastMark, end - grid.px(220)));
    const QString when =
        QLatin1Char(' ') + dayText(dateIn(next->time, scene.zone), scene.yearOfNow) + QStringLiteral(" »");
    const QString title =
        text.elided(next->title, TextRole::Annotation, room - text.width(when, TextRole::Annotation));
    shapes.beyondWords = (title.size() < 4 ? when.mid(1) : title + when);
    const int width = text.width(shapes.beyondWords, TextRole::Annotation);
    shapes.beyond = QRect(end - width, lane.top(), width, lane.height());
}

std::vector<EventShape> visibleMarks(const Scene& scene)
{
    std::vector<EventShape> marks;
    const TimeScale& time = scene.layout.time;
    for (const Event& event : scene.data.events) {
        if (!time.range.contains(event.time))
            continue;
        const int x = static_cast<int>(std::floor(time.x(toMsecs(event.time)) + 0.5));
        const bool isTogether = !marks.empty() && x - marks.back().x <= together;
        if (!isTogether)
            marks.push_back({.event = &event, .x = x});
        else if (event.importance > marks.back().event->importance)
            marks.back().event = &event;
        marks.back().more += isTogether ? 1 : 0;
    }
    return marks;
}

/// Most important first, then the latest: what is near the right edge is what is looked at.
std::vector<std::size_t> byImportance(const std::vector<EventShape>& marks)
{
    std::vector<std::size_t> order(marks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Event& left = *marks[a].event;
        const Event& right = *marks[b].event;
        return left.importance != right.importance ? left.importance > right.importance
                                                   : left.time > right.time;
    });
    return order;
}

/// An event of low importance without a label is left out where the words of a more important one stand.
bool givesWay(const EventShape& other, const EventShape& own)
{
    return other.label.isEmpty() && other.event->importance == Importance::Low &&
           own.event->importance > Importance::Low;
}

void dropCovered(EventShapes& shapes)
{
    const auto isCovered = [&](const EventShape& mark) {
        return mark.label.isEmpty() && mark.event->importance == Importance::Low &&
               std::any_of(shapes.marks.begin(), shapes.marks.end(), [&](const EventShape& other) {
                   return other.label.adjusted(-8, 0, 8, 0).contains(mark.x, other.label.center().y());
               });
    };
    std::erase_if(shapes.marks, isCovered);
}

/// The free stretch of the lane around a mark, up to its neighbours' diamonds and labels.
struct Room {
    int left;
    int right;
};
Room roomAround(const EventShape& own, const EventShapes& shapes, int diamond, int begin, int end)
{
    Room room{begin, end};
    for (const EventShape& other : shapes.marks) {
        if (&other == &own || givesWay(other, own))
            continue;
        const int left = other.label.isEmpty() ? other.x : std::min(other.x, other.label.left());
        const int right = other.label.isEmpty() ? other.x : std::max(other.x, other.label.right());
        if (left > own.x || (other.x > own.x && left > own.x))
            room.right = std::min(room.right, left - diamond);
        else if (right < own.x || other.x < own.x)
            room.left = std::max(room.left, right + diamond);
        else
            return {own.x, own.x};
    }
    return room;
}

/// Right of the diamond when all words fit there, else left of it, else shortened at the right.
void placeLabel(EventShape& mark, const Room& room, const QRect& lane, TextPainter& text, PixelGrid grid)
{
    const QString more = mark.more > 0 ? QStringLiteral(" +%1").arg(mark.more) : QString();
    const QString words = eventWords(*mark.event) + more;
    const int width = text.width(words, TextRole::Annotation);
    const int gap = grid.px(9);
    const auto place = [&](int left, const QString& shown) {
        mark.words = shown;
        mark.label = QRect(left, lane.top(), text.width(shown, TextRole::Annotation), lane.height());
    };
    const int rightRoom = room.right - mark.x - gap;
    if (width <= rightRoom)
        return place(mark.x + gap, words);
    if (mark.x - gap - width >= room.left)
        return place(mark.x - gap - width, words);
    const QString shown =
        rightRoom >= grid.px(60) ? text.elided(words, TextRole::Annotation, rightRoom) : QString();
    if (shown.size() >= 8)
        place(mark.x + gap, shown);
}

} // namespace

QString eventWords(const Event& event)
{
    if (!event.actual || !event.prior)
        return event.title;
    const QChar arrow = *event.actual < *event.prior ? QChar(0x2193) : QChar(0x2191);
    return event.title + QLatin1Char(' ') + QString::fromLatin1(event.actual->toText()) + QLatin1Char(' ') +
           (*event.actual == *event.prior ? QChar(u'=') : arrow) + QLatin1Char(' ') +
           QString::fromLatin1(event.prior->toText());
}

EventShapes layOutEvents(const Scene& scene, TextPainter& text, PixelGrid grid)
{
    EventShapes shapes;
    const QRect& lane = scene.layout.eventLane;
    if (lane.isEmpty())
        return shapes;
    shapes.marks = visibleMarks(scene);
    layOutBeyond(scene, text, grid, shapes);
    const int end =
        shapes.beyondWords.isEmpty() ? lane.right() - grid.px(6) : shapes.beyond.left() - grid.px(10);
    for (const std::size_t index : byImportance(shapes.marks)) {
        EventShape& mark = shapes.marks[index];
        placeLabel(mark, roomAround(mark, shapes, grid.px(9), lane.left() + grid.px(6), end), lane, text,
                   grid);
    }
    dropCovered(shapes);
    return shapes;
}

void paintEvents(const Canvas& canvas, const EventShapes& shapes, const QRect& lane)
{
    if (!lane.intersects(canvas.clip))
        return;
    const double radius = canvas.grid.px(4.5);
    const double y = lane.top() + lane.height() / 2.0;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(canvas.inks.theme.accent);
    for (const EventShape& mark : shapes.marks) {
        const double x = mark.x + 0.5;
        const QPointF corners[]{{x - radius, y}, {x, y - radius}, {x + radius, y}, {x, y + radius}};
        canvas.painter.drawConvexPolygon(corners, 4);
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
    const int centre = lane.center().y();
    for (const EventShape& mark : shapes.marks)
        canvas.text.drawCentred(canvas.painter, mark.label.left(), centre, mark.words, TextRole::Annotation,
                                canvas.inks.theme.text);
    canvas.text.drawCentred(canvas.painter, shapes.beyond.left(), centre, shapes.beyondWords,
                            TextRole::Annotation, canvas.inks.accent.text);
}

} // namespace holdline

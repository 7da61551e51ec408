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

const Event* nextBeyond(const Scene& scene)
{
    const Event* next = nullptr;
    for (const Event& event : scene.data.events)
        if (event.time >= scene.layout.time.range.to && (!next || event.importance > next->importance))
            next = &event;
    return next;
}

void layOutBeyond(const Scene& scene, TextPainter& text, PixelGrid grid, EventShapes& shapes)
{
    const Event* const next = nextBeyond(scene);
    if (!next)
        return;
    const QRect& lane = scene.layout.eventLane;
    const QString when =
        QLatin1Char(' ') + dayText(dateIn(next->time, scene.zone), scene.yearOfNow) + QStringLiteral(" »");
    const int most = grid.px(190) - text.width(when, TextRole::Annotation);
    shapes.beyondWords = text.elided(next->title, TextRole::Annotation, most) + when;
    const int width = text.width(shapes.beyondWords, TextRole::Annotation);
    shapes.beyond = QRect(lane.right() + 1 - grid.px(8) - width, lane.top(), width, lane.height());
}

std::vector<EventShape> visibleMarks(const Scene& scene)
{
    std::vector<EventShape> marks;
    const TimeScale& time = scene.layout.time;
    for (const Event& event : scene.data.events)
        if (time.range.contains(event.time))
            marks.push_back(
                {.event = &event, .x = static_cast<int>(std::floor(time.x(toMsecs(event.time)) + 0.5))});
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

/// How far to the right a label may reach that begins at `left`.
int roomFrom(int left, const EventShape& own, const EventShapes& shapes, int diamond, int end)
{
    int limit = end;
    for (const EventShape& other : shapes.marks) {
        if (&other == &own)
            continue;
        const bool isInside = !other.label.isEmpty() && left < other.label.right() && left >= other.x;
        if (isInside)
            return 0;
        if (other.x >= own.x)
            limit = std::min(limit, other.x - diamond);
    }
    return limit - left;
}

} // namespace

QString eventWords(const Event& event)
{
    QString words = event.title;
    if (event.actual)
        words += QLatin1Char(' ') + QString::fromLatin1(event.actual->toText());
    if (event.actual && event.prior) {
        const QChar arrow = *event.actual < *event.prior ? QChar(0x2193) : QChar(0x2191);
        words += QLatin1Char(' ') + (*event.actual == *event.prior ? QChar(u'=') : arrow) + QLatin1Char(' ') +
                 QString::fromLatin1(event.prior->toText());
    }
    return words;
}

EventShapes layOutEvents(const Scene& scene, TextPainter& text, PixelGrid grid)
{
    EventShapes shapes;
    const QRect& lane = scene.layout.eventLane;
    if (lane.isEmpty())
        return shapes;
    layOutBeyond(scene, text, grid, shapes);
    shapes.marks = visibleMarks(scene);
    const int end =
        shapes.beyondWords.isEmpty() ? lane.right() - grid.px(6) : shapes.beyond.left() - grid.px(10);
    const int diamond = grid.px(9);
    for (const std::size_t index : byImportance(shapes.marks)) {
        EventShape& mark = shapes.marks[index];
        const int left = mark.x + grid.px(9);
        const int room = roomFrom(left, mark, shapes, diamond, end);
        const QString words = eventWords(*mark.event);
        const QString shown =
            room >= grid.px(36) ? text.elided(words, TextRole::Annotation, room) : QString();
        if (shown.size() < std::min<qsizetype>(words.size(), 6))
            continue;
        mark.words = shown;
        mark.label = QRect(left, lane.top(), text.width(shown, TextRole::Annotation), lane.height());
    }
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

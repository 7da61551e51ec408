// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/markanchors.h"
#include "widgets/tools/drawingmoment.h"
#include "widgets/tools/drawingsession.h"
#include "widgets/tools/toolcatalog.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr double copyOffset = 14; ///< device-independent px
constexpr int farNudge = 10;

} // namespace

void DrawingSession::nudge(int steps, int ticks, bool isFar, const DrawingMoment& moment)
{
    if (moment.pane < 0)
        return;
    const int factor = isFar ? farNudge : 1;
    const qint64 tick = std::max<qint64>(1, onTick(0, *moment.data).units);
    std::vector<Mark> marks;
    for (const Mark& mark : m_editor.found(m_selection)) {
        if (traitsOf(mark).isLocked)
            continue;
        std::vector<Anchor> places;
        for (const MarkAnchor& anchor : anchorsOf(mark))
            places.push_back({anchor.time.value_or(UtcTime{}) + steps * factor * moment.interval.length,
                              {std::max(tick, anchor.price.units + ticks * factor * tick)}});
        marks.push_back(withAnchors(mark, places));
    }
    if (marks.empty())
        return refuseLocked(m_selection);
    m_editor.nudge(marks, tr("nudge"));
}

void DrawingSession::refuseLocked(const QStringList& ids)
{
    for (const Mark& mark : m_editor.found(ids)) {
        const auto* const level = std::get_if<Level>(&mark);
        if (traitsOf(mark).isLocked)
            return emit refused(level ? tr("%1 is locked; its menu unlocks it").arg(level->name)
                                      : tr("This drawing is locked; its menu unlocks it"));
    }
}

void DrawingSession::removeSelection()
{
    refuseLocked(m_selection);
    m_editor.remove(m_selection);
}

void DrawingSession::copySelection()
{
    m_copied = m_editor.found(m_selection);
}

void DrawingSession::paste(const DrawingMoment& moment)
{
    std::vector<Mark> marks = beside(m_copied, moment);
    for (Mark& mark : marks)
        std::visit([&](auto& one) { one.instrument = moment.data->instrument; }, mark);
    m_copied = marks; // the next one goes farther
    if (!marks.empty())
        select(m_editor.paste(marks, tr("paste")));
}

void DrawingSession::duplicateSelection(const DrawingMoment& moment)
{
    if (!m_selection.isEmpty())
        select(m_editor.paste(beside(m_editor.found(m_selection), moment), tr("duplicate")));
}

/// A little below and to the right, so that a copy is seen.
std::vector<Mark> DrawingSession::beside(const std::vector<Mark>& marks, const DrawingMoment& moment) const
{
    if (moment.pane < 0)
        return marks;
    const double off = copyOffset * moment.layout.ratio;
    std::vector<Mark> moved;
    for (const Mark& mark : marks) {
        std::vector<Anchor> places;
        for (const MarkAnchor& anchor : anchorsOf(mark)) {
            const Anchor at{anchor.time.value_or(moment.layout.time.range.from), anchor.price};
            places.push_back(anchorAt(pointOf(at, moment) + QPointF(off, off), snap(moment), Magnet::Off));
        }
        moved.push_back(withAnchors(mark, places));
    }
    return moved;
}

QString DrawingSession::selectNext(bool isForward, const DrawingMoment& moment)
{
    std::vector<Mark> marks;
    for (const Mark& mark : m_editor.marks().marks()) {
        if (instrumentOf(mark) == moment.data->instrument && !traitsOf(mark).isHidden)
            marks.push_back(mark);
    }
    if (marks.empty())
        return {};
    const auto priceOf = [](const Mark& mark) { return anchorsOf(mark).front().price; };
    std::ranges::stable_sort(marks, std::ranges::greater{}, priceOf);
    const auto at =
        std::ranges::find(marks, m_selection.value(0), [](const Mark& mark) { return idOf(mark); });
    const auto count = static_cast<std::ptrdiff_t>(marks.size());
    std::ptrdiff_t index = isForward ? 0 : count - 1;
    if (at != marks.end())
        index = ((at - marks.begin()) + (isForward ? 1 : count - 1)) % count;
    const Mark& next = marks[static_cast<std::size_t>(index)];
    select({idOf(next)});
    const auto* const level = std::get_if<Level>(&next);
    const Tool* const tool = level ? nullptr : findTool(std::get<Drawing>(next).kind);
    return level ? level->name : tool ? tool->title : idOf(next);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/drawingsession.h"

#include "models/levels/markanchors.h"
#include "widgets/tools/toolcatalog.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double hitReach = 5;      ///< device-independent px
constexpr double dragThreshold = 4; ///< before a press becomes a drag
const QString measureKind = QStringLiteral("measure");

bool isOverPrice(QPointF at, const DrawingMoment& moment)
{
    return moment.pane >= 0 &&
           QRectF(moment.layout.panes[static_cast<std::size_t>(moment.pane)].plot).contains(at);
}

} // namespace

DrawingSession::DrawingSession(MarkEditor& editor, QObject* parent) : QObject(parent), m_editor(editor)
{
    connect(&editor.marks(), &MarkSet::changed, this, [this] { select(m_selection); });
    connect(&editor.marks(), &MarkSet::wasReset, this, [this] { select(m_selection); });
}

void DrawingSession::chooseTool(const QString& id)
{
    m_placing.reset();
    m_measuring.reset();
    m_tool = findTool(id) ? id : QString();
    if (!m_tool.isEmpty())
        select({});
    emit toolChanged();
    changed();
}

void DrawingSession::setMagnet(Magnet magnet)
{
    m_magnet = magnet;
    emit toolChanged();
}

void DrawingSession::setKeepsDrawing(bool keeps)
{
    m_keepsDrawing = keeps;
    emit toolChanged();
}

void DrawingSession::select(const QStringList& ids)
{
    QStringList there;
    for (const QString& id : ids) {
        if (m_editor.marks().find(id) && !there.contains(id))
            there.append(id);
    }
    if (std::exchange(m_selection, there) == there)
        return;
    emit selectionChanged();
    changed();
}

bool DrawingSession::isBusy() const
{
    return m_placing || m_drag || m_measuring || m_boxFrom;
}

std::optional<Mark> DrawingSession::preview() const
{
    const Tool* const tool = findTool(m_tool);
    if (!m_placing || !tool || !m_placing->next)
        return std::nullopt;
    ToolStart start{.id = QStringLiteral("preview"),
                    .instrument = m_instrument,
                    .anchors = m_placing->anchors,
                    .traits = m_editor.newTraits(tool->id)};
    start.anchors.resize(static_cast<std::size_t>(tool->anchors), *m_placing->next);
    return tool->make(start);
}

MarkOverlay DrawingSession::overlay() const
{
    MarkOverlay overlay{.selected = m_selection, .keepsScale = m_drag.has_value() || m_placing.has_value()};
    if (auto mark = preview())
        overlay.preview.push_back(std::move(*mark));
    if (m_measuring && m_measuring->from != m_measuring->to)
        overlay.preview.push_back(Drawing{.id = measureKind,
                                          .instrument = m_instrument,
                                          .kind = measureKind,
                                          .anchors = {m_measuring->from, m_measuring->to}});
    return overlay;
}

std::optional<QRectF> DrawingSession::selectionBox() const
{
    return m_boxFrom ? std::optional(QRectF(*m_boxFrom, m_boxTo).normalized()) : std::nullopt;
}

SnapScene DrawingSession::snap(const DrawingMoment& moment, const QStringList& without) const
{
    return {moment.layout, paneOf(moment), *moment.data, moment.interval, without};
}

/// With Ctrl the magnet is the other way for the moment.
Anchor DrawingSession::anchor(const PointerAct& act, const DrawingMoment& moment,
                              const QStringList& without) const
{
    Magnet magnet = m_magnet;
    if (act.modifiers & Qt::ControlModifier)
        magnet = magnet == Magnet::Off ? Magnet::Strong : Magnet::Off;
    return anchorAt(act.at, snap(moment, without), magnet);
}

bool DrawingSession::press(const PointerAct& act, const DrawingMoment& moment)
{
    m_instrument = moment.data->instrument;
    if (m_measuring) {
        const bool wasFollowing = std::exchange(m_measuring->follows, false);
        if (!wasFollowing)
            m_measuring.reset();
        changed();
        return true;
    }
    if (!isOverPrice(act.at, moment))
        return m_tool.isEmpty() && moment.pane >= 0 && pressMark(act, moment);
    if (!m_tool.isEmpty())
        return pressTool(act, moment);
    if (pressMark(act, moment))
        return true;
    if (act.modifiers == Qt::ShiftModifier) {
        const Anchor at = anchor({act.at}, moment);
        m_measuring = Measuring{at, at, act.at};
        changed();
        return true;
    }
    if (act.modifiers == Qt::ControlModifier) {
        m_boxFrom = act.at;
        m_boxTo = act.at;
        return true;
    }
    select({});
    return false;
}

QString DrawingSession::markAt(QPointF point, const DrawingMoment& moment) const
{
    const double reach = hitReach * moment.layout.ratio;
    for (auto mark = moment.marks->rbegin(); mark != moment.marks->rend(); ++mark) {
        const bool isSelected = m_selection.contains(mark->id);
        const bool isNear = mark->bounds.adjusted(-reach, -reach, reach, reach).contains(point);
        if ((isSelected && handleAt(*mark, point, PixelGrid{moment.layout.ratio})) ||
            (isNear && distanceTo(*mark, point, true) <= reach))
            return mark->id;
    }
    return {};
}

bool DrawingSession::isOnHandle(QPointF point, const DrawingMoment& moment) const
{
    return std::ranges::any_of(*moment.marks, [&](const MarkShape& mark) {
        return m_selection.contains(mark.id) && handleAt(mark, point, PixelGrid{moment.layout.ratio});
    });
}

bool DrawingSession::pressMark(const PointerAct& act, const DrawingMoment& moment)
{
    const QString id = markAt(act.at, moment);
    if (id.isEmpty())
        return false;
    const bool isControl = act.modifiers & Qt::ControlModifier;
    const bool wasSelected = m_selection.contains(id);
    if (!wasSelected)
        select(isControl ? m_selection + QStringList{id} : QStringList{id});
    m_drag = Drag{.marks = m_editor.found(m_selection), .from = act.at, .series = ++m_series};
    m_drag->clones = isControl;
    m_drag->isInTime = !isOverPrice(act.at, moment);
    if (isControl && !wasSelected)
        m_drag->marks = m_editor.found({id}); // a click adds to the selection, a drag copies this one
    const auto shape = std::ranges::find(*moment.marks, id, &MarkShape::id);
    if (!isControl && wasSelected)
        m_drag->handle = handleAt(*shape, act.at, PixelGrid{moment.layout.ratio});
    if (m_drag->handle)
        m_drag->marks = m_editor.found({id});
    std::erase_if(m_drag->marks, [&](const Mark& mark) { return traitsOf(mark).isLocked; });
    return true;
}

bool DrawingSession::pressTag(const QString& id, const PointerAct& act, const DrawingMoment& moment)
{
    if (!m_editor.marks().find(id) || moment.pane < 0)
        return false;
    m_instrument = moment.data->instrument;
    select({id});
    m_drag = Drag{.marks = m_editor.found({id}), .from = act.at, .series = ++m_series, .isVertical = true};
    std::erase_if(m_drag->marks, [](const Mark& mark) { return traitsOf(mark).isLocked; });
    return true;
}

bool DrawingSession::move(const PointerAct& act, const DrawingMoment& moment)
{
    if (moment.pane < 0)
        return isBusy();
    if (m_drag) {
        if (far(act.at - m_drag->from) >= dragThreshold * moment.layout.ratio || m_drag->hasMoved)
            dragTo(act, moment);
        return true;
    }
    if (m_boxFrom) {
        m_boxTo = act.at;
        changed();
        return true;
    }
    if (m_measuring) {
        if (m_measuring->follows)
            m_measuring->to = anchor({act.at, act.modifiers & ~Qt::ShiftModifier}, moment);
        changed();
        return true;
    }
    const Tool* const tool = findTool(m_tool);
    if (!tool || !(m_placing || isOverPrice(act.at, moment)))
        return false;
    m_instrument = moment.data->instrument;
    const bool isFirst = !m_placing || m_placing->anchors.empty();
    const Anchor next =
        isFirst ? anchor(act, moment) : constrained(act, moment, pointOf(m_placing->anchors.back(), moment));
    if (isFirst && tool->anchors > 1)
        return false; // nothing to show yet
    if (!m_placing)
        m_placing.emplace();
    m_placing->next = next;
    changed();
    return !isFirst;
}

void DrawingSession::dragTo(const PointerAct& act, const DrawingMoment& moment)
{
    if (m_drag->marks.empty()) {
        if (!std::exchange(m_drag->hasRefused, true))
            refuseLocked(m_selection);
        return;
    }
    if (m_drag->clones && !m_drag->hasMoved) {
        const QStringList ids = m_editor.paste(m_drag->marks, tr("copy"), m_drag->series);
        m_drag->marks = m_editor.found(ids);
        select(ids);
    }
    m_drag->hasMoved = true;
    std::vector<Mark> marks;
    if (m_drag->handle) {
        const Mark& mark = m_drag->marks.front();
        const auto anchors = anchorsOf(mark);
        const std::size_t other = anchors.size() > 1 ? 1 - std::min<std::size_t>(*m_drag->handle, 1) : 0;
        Anchor place = anchor(act, moment, {idOf(mark)});
        if ((act.modifiers & Qt::ShiftModifier) && anchors.size() > 1 && anchors[other].time)
            place = constrained(act, moment, pointOf({*anchors[other].time, anchors[other].price}, moment));
        marks.push_back(withAnchor(mark, *m_drag->handle, place));
    } else {
        QPointF by = act.at - m_drag->from;
        if (m_drag->isVertical)
            by.setX(0);
        else if (m_drag->isInTime)
            by.setY(0);
        else if ((act.modifiers & Qt::ShiftModifier) && std::abs(by.x()) > std::abs(by.y()))
            by.setY(0);
        else if (act.modifiers & Qt::ShiftModifier)
            by.setX(0);
        for (const Mark& mark : m_drag->marks)
            marks.push_back(draggedBody(mark, by, moment));
    }
    m_editor.replace(marks, tr("move"), m_drag->series);
}

/// In price by whole ticks, the same for every anchor; on a logarithmic axis by the same way in px.
Mark DrawingSession::draggedBody(const Mark& mark, QPointF by, const DrawingMoment& moment) const
{
    const ValueScale& values = paneOf(moment).values;
    const double perMs = moment.layout.time.pixelsPerMs();
    const auto minutes = perMs > 0 ? std::llround(by.x() / perMs / 60'000) : 0;
    const double start = values.value(m_drag->from.y());
    const qint64 tick = std::max<qint64>(1, onTick(0, *moment.data).units);
    const double off = (values.value(m_drag->from.y() + by.y()) - start) * 1e8;
    const qint64 units = std::llround(off / static_cast<double>(tick)) * tick;
    std::vector<Anchor> places;
    for (const MarkAnchor& anchor : anchorsOf(mark)) {
        Price price{anchor.price.units + units};
        if (values.isLogarithmic() && by.y() != 0)
            price = onTick(values.value(values.y(anchor.price.toDouble()) + by.y()), *moment.data);
        places.push_back(
            {anchor.time.value_or(UtcTime{}) + minutes * oneMinute.length, {std::max(tick, price.units)}});
    }
    return withAnchors(mark, places);
}

bool DrawingSession::release(const PointerAct& act, const DrawingMoment& moment)
{
    const double threshold = dragThreshold * moment.layout.ratio;
    if (m_drag) {
        m_drag.reset();
        changed();
        return true;
    }
    if (m_boxFrom) {
        QStringList met = m_selection;
        const QRectF box = *selectionBox();
        for (const MarkShape& mark : *moment.marks) {
            if (box.intersects(mark.bounds) && far(act.at - *m_boxFrom) >= threshold)
                met.append(mark.id);
        }
        m_boxFrom.reset();
        select(met);
        changed();
        return true;
    }
    if (m_measuring) {
        if (far(act.at - m_measuring->pressedAt) >= threshold)
            m_measuring->follows = false;
        return true;
    }
    if (m_placing && m_placing->anchors.size() == 1 && moment.pane >= 0 &&
        far(act.at - m_placing->pressedAt) >= threshold)
        addAnchor(constrained(act, moment, pointOf(m_placing->anchors.back(), moment)), moment);
    return !m_tool.isEmpty() || m_placing.has_value();
}

bool DrawingSession::doubleClick(const PointerAct& act, const DrawingMoment& moment)
{
    if (!m_tool.isEmpty() || m_measuring)
        return press(act, moment);
    const QString id = markAt(act.at, moment);
    if (id.isEmpty() || act.modifiers != Qt::NoModifier)
        return false;
    m_drag.reset();
    emit propertiesWanted(id);
    return true;
}

bool DrawingSession::cancel()
{
    if (m_drag) {
        if (m_drag->hasMoved && m_drag->clones)
            removeSelection(); // the copies
        else if (m_drag->hasMoved)
            m_editor.replace(m_drag->marks, tr("move"), m_drag->series);
        m_drag.reset();
    } else if (m_boxFrom) {
        m_boxFrom.reset();
    } else if (m_measuring) {
        m_measuring.reset();
    } else if (!m_tool.isEmpty()) {
        chooseTool({});
    } else if (!m_selection.isEmpty()) {
        select({});
    } else {
        return false;
    }
    changed();
    return true;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/drawingmoment.h"
#include "widgets/tools/drawingsession.h"
#include "widgets/tools/toolcatalog.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

bool isTwoSided(QStringView kind)
{
    return kind == QStringView(u"rectangle") || kind == QStringView(u"date-price-range") ||
           kind == QStringView(u"price-band");
}

} // namespace

/// With Shift in steps of 45 degrees from another point, or square.
Anchor DrawingSession::constrained(const PointerAct& act, const DrawingMoment& moment, QPointF from) const
{
    if (!(act.modifiers & Qt::ShiftModifier))
        return anchor(act, moment);
    const QPointF by = act.at - from;
    PointerAct straight{from, Qt::NoModifier};
    if (isTwoSided(m_tool)) {
        straight.at += QPointF(std::copysign(far(by), by.x()), std::copysign(far(by), by.y()));
    } else {
        const double step = std::atan(1.0);
        const double angle = std::round(std::atan2(by.y(), by.x()) / step) * step;
        const double length = std::hypot(by.x(), by.y());
        straight.at += QPointF(std::cos(angle), std::sin(angle)) * length;
    }
    return anchorAt(straight.at, snap(moment), Magnet::Off);
}

bool DrawingSession::pressTool(const PointerAct& act, const DrawingMoment& moment)
{
    if (!m_placing)
        m_placing.emplace();
    m_placing->pressedAt = act.at;
    const bool isFirst = m_placing->anchors.empty();
    addAnchor(isFirst ? anchor(act, moment)
                      : constrained(act, moment, pointOf(m_placing->anchors.back(), moment)),
              moment);
    return true;
}

void DrawingSession::addAnchor(const Anchor& anchor, const DrawingMoment& moment)
{
    const Tool* const tool = findTool(m_tool);
    m_placing->anchors.push_back(anchor);
    m_placing->next = anchor;
    if (m_placing->anchors.size() == static_cast<std::size_t>(tool->anchors))
        finish(moment.data->instrument);
    else
        changed();
}

void DrawingSession::finish(const QString& instrument)
{
    const Tool& tool = *findTool(m_tool);
    const Mark mark = tool.make({.id = m_editor.newId(tool.id),
                                 .instrument = instrument,
                                 .anchors = m_placing->anchors,
                                 .traits = m_editor.newTraits(tool.id)});
    m_placing.reset();
    m_editor.add(mark, tool.title);
    if (!m_keepsDrawing) {
        m_tool.clear();
        emit toolChanged();
    }
    select({idOf(mark)});
    changed();
    if (tool.asksForText)
        emit textWanted(idOf(mark));
}

void DrawingSession::placeByKey(const DrawingMoment& moment)
{
    const Tool* const tool = findTool(m_tool);
    if (!tool || moment.pane < 0)
        return;
    const QRectF plot(paneOf(moment).plot);
    m_placing.emplace();
    const QPointF centre = plot.center();
    const QPointF off(plot.width() / 8, plot.height() / 8);
    const auto at = [&](QPointF point) { return anchorAt(point, snap(moment), m_magnet); };
    if (tool->anchors == 1)
        return addAnchor(at(centre), moment);
    addAnchor(at(centre - off), moment);
    addAnchor(at(centre + off), moment);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/timelinepainter.h"

#include <QPixmap>
#include <QWidget>

namespace holdline::bench {

/// The timeline in a plain widget: each change paints at once, through the window's backing store.
class BenchTimeline final : public QWidget {
public:
    BenchTimeline(View view, ViewData data);

    [[nodiscard]] const View& view() const { return m_view; }
    [[nodiscard]] const ViewData& data() const { return m_data; }
    void showRange(TimeRange range);
    /// The last candle and flows have changed in place.
    void tick();
    /// Absent takes the crosshair away.
    void hover(std::optional<Hover> hover);
    void setData(ViewData data);
    [[nodiscard]] bool isPainted() const { return m_isPainted; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void paintScene(QPainter& painter, const QRegion& region);

    TimelinePainter m_painter;
    View m_view;
    ViewData m_data;
    TimelineLayout m_layout;
    std::optional<Hover> m_hover;
    bool m_isPainted = false;
    QPixmap m_scene; ///< without the overlay; null when out of date
};

} // namespace holdline::bench

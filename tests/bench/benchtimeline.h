// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "widgets/timeline/timelinewidget.h"
#include "widgets/timeline/viewhistory.h"

namespace holdline::bench {

/// The window's timeline alone, 1920x1080. Each change returns when it has been painted through the backing
/// store.
class BenchTimeline final : public QObject {
public:
    BenchTimeline(const View& view, ViewData data);

    [[nodiscard]] const View& view() const { return m_history.view(); }
    [[nodiscard]] const ViewData& data() const { return *m_data; }
    [[nodiscard]] TimelineWidget& widget() { return m_widget; }
    void show();
    /// As a drag by hand does.
    void showRange(TimeRange range);
    /// The last candle has changed in place.
    void tick();
    /// The pointer moves; device-independent pixels.
    void pointAt(QPoint point);
    void setData(ViewData data);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void waitForPaint();

    SystemClock m_clock;
    ViewHistory m_history;
    TimelineWidget m_widget;
    std::shared_ptr<const ViewData> m_data;
    int m_paints = 0;
    int m_awaited = 0;
};

} // namespace holdline::bench

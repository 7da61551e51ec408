// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"
#include "models/views/alertplaces.h"
#include "models/views/view.h"
#include "models/views/viewdata.h"
#include "widgets/plots/markshape.h"
#include "widgets/theme/theme.h"

#include <QPoint>
#include <QRegion>
#include <QSize>

#include <memory>
#include <optional>

class QPainter;

namespace holdline {

/// Where the crosshair stands.
struct Hover {
    QPoint point;  ///< device pixels
    int pane = -1; ///< index into TimelineLayout::panes; -1 draws the vertical line alone
    bool operator==(const Hover&) const = default;
};

/// A callout's box as it is drawn.
struct CalloutPlace {
    std::size_t index = 0; ///< into the view's
    QPointF offset;        ///< of its middle from what it points at, device-independent px
};

/// Draws a view's timeline: the same for the window, for pictures and for vector files. Everything is in
/// device pixels: the painter given must map one unit to one device pixel (DevicePixels in pixelgrid.h does
/// it). Keep one object a widget: it reuses its buffers and keeps laid-out text. One thread at a time.
class TimelinePainter final {
public:
    explicit TimelinePainter(const Theme& theme);
    ~TimelinePainter();
    Q_DISABLE_COPY_MOVE(TimelinePainter)

    void setTheme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const;
    /// Rising candles as outlines, so that up and down differ in form too.
    void setHollowCandles(bool hollow);
    /// By which drawings are laid out; without it they are not drawn.
    void setDrawingLayout(DrawingLayout layout);
    /// What is drawn beside the data, from the next layOut() on.
    void setMarkOverlay(const MarkOverlay& overlay);
    /// What stands in callouts, one each of the view's, in place of what the data say; from the next layOut()
    /// on.
    void setCalloutWords(const QStringList& words);
    /// Where alerts look, from the next layOut() on.
    void setAlerts(std::vector<AlertPlace> alerts);

    /// Places panes, axes and scales for a picture of that size, and reads the visible bars. To be called
    /// after every change of view, data, size or ratio, before painting. The data are looked at until the
    /// next call of this or of refreshLast: paint with the same.
    [[nodiscard]] TimelineLayout layOut(const View& view, const ViewData& data, QSize deviceSize,
                                        double ratio);
    /// After only the last candle or the last flow values changed in place: mends the layout and tells what
    /// is to be painted again; the whole when a value axis moved.
    [[nodiscard]] QRegion refreshLast(TimelineLayout& layout, const View& view, const ViewData& data,
                                      const std::optional<Hover>& hover = {});

    /// Paints all within the clip: the scene, then the overlay.
    void paint(QPainter& painter, const TimelineLayout& layout, const View& view, const ViewData& data,
               const QRegion& clip, const std::optional<Hover>& hover = {});
    /// Everything that does not depend on the pointer. A cached picture of it makes the crosshair cheap.
    void paintScene(QPainter& painter, const TimelineLayout& layout, const View& view, const ViewData& data,
                    const QRegion& clip);
    /// Legend lines (values at the pointer, else the last ones) and the crosshair with its labels.
    void paintOverlay(QPainter& painter, const TimelineLayout& layout, const View& view, const ViewData& data,
                      const QRegion& clip, const std::optional<Hover>& hover);
    /// What is to be painted again when the pointer has moved.
    [[nodiscard]] QRegion overlayChange(const TimelineLayout& layout, const View& view, const ViewData& data,
                                        const std::optional<Hover>& before,
                                        const std::optional<Hover>& after);

    /// What the legend line of each pane tells at that time, or last.
    [[nodiscard]] QStringList legendTexts(const TimelineLayout& layout, const View& view,
                                          const ViewData& data, const std::optional<UtcTime>& at) const;

    /// Levels and drawings in view, lowest first, without previews; made once a layout.
    [[nodiscard]] std::shared_ptr<const std::vector<MarkShape>>
    markShapes(const TimelineLayout& layout) const;
    /// The id of the level whose tag on the axis is at a point, or empty.
    [[nodiscard]] QString levelOfTag(const TimelineLayout& layout, QPoint point) const;
    /// The callout whose box is at a point; absent without one.
    [[nodiscard]] std::optional<CalloutPlace> calloutAt(const TimelineLayout& layout, QPoint point) const;
    /// The pane of price, index into the layout's; -1 while it is not shown.
    [[nodiscard]] int pricePane() const;
    /// Of the bars of price that are drawn.
    [[nodiscard]] Interval barInterval(const TimelineLayout& layout, const View& view) const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace holdline

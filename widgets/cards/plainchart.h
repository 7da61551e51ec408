// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QChartView>

#include <functional>

namespace holdline {

/// A chart with nothing but its plot: no frame, title, legend, animation or hardware drawing. Margins are
/// fixed, so that the plot area is known and what stands beside it can be painted at exact places.
class PlainChart final : public QChartView {
    Q_OBJECT

public:
    /// Paints in widget coordinates; the rectangle is the plot area.
    using Layer = std::function<void(QPainter&, const QRectF&)>;

    explicit PlainChart(QMargins plotMargins, QWidget* parent = nullptr);

    void setBackdrop(Layer backdrop); ///< behind the chart
    void setOverlay(Layer overlay);   ///< in front of it: labels, marks
    void setPlotMargins(QMargins margins);
    void setTheme(const Theme& theme);

    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] const Theme& theme() const { return m_theme; }

signals:
    void pointed(QPointF position); ///< the mouse is there, in widget coordinates
    void left();                    ///< the mouse has gone
    void stepped(int by);           ///< left and right arrow: -1, +1; Home and End: far

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void placePlot();

    QMargins m_plotMargins;
    Layer m_backdrop;
    Layer m_overlay;
    Theme m_theme;
};

} // namespace holdline

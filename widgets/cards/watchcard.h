// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/card.h"

#include <QTimeZone>

class QLineSeries;
class QValueAxis;

namespace holdline {

class LegendRow;
class PlainChart;

/// Closes of the watched assets with the view's start as 100.
class WatchCard final : public Card {
    Q_OBJECT

public:
    explicit WatchCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;
    void setLive(const LiveState& live) override;

private:
    void buildChart();
    void fillSeries();
    void fitAxes();
    void fillLegend();
    [[nodiscard]] QString legendText(const IndexedLine& line) const;
    void paintBackdrop(QPainter& painter, const QRectF& plot) const;
    void paintOverlay(QPainter& painter, const QRectF& plot) const;

    std::vector<IndexedLine> m_lines;
    std::map<QString, LiveFigure> m_figures; ///< by asset
    TimeRange m_range = {};
    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
    double m_least = 100;
    double m_greatest = 100;
    PlainChart* m_chart = nullptr;
    LegendRow* m_legend = nullptr;
    std::vector<QLineSeries*> m_series; ///< one per watched symbol; owned by the chart
    QValueAxis* m_times = nullptr;      ///< UTC ms
    QValueAxis* m_values = nullptr;
};

} // namespace holdline

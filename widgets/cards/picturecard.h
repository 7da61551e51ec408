// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/card.h"

#include <QTimeZone>

class QAreaSeries;
class QAbstractSeries;
class QBarSet;
class QCandlestickSeries;
class QStackedBarSeries;
class QValueAxis;

namespace holdline {

class LegendRow;
class PlainChart;

/// The whole picture in small: candles, levels as lines and bands as areas, forced closings by day below.
class PictureCard final : public Card {
    Q_OBJECT

public:
    explicit PictureCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    void buildAxes();
    void buildPrice();
    void buildLiquidations();
    void fillCandles();
    void fillLevels();
    void addBand(const LevelData& level);
    void addLine(const LevelData& level);
    void show(QAbstractSeries* series);
    void fillDays();
    void fitAxes();
    void fillLegend();
    void colourCandles();
    void paintUnknown(QPainter& painter, const QRectF& plot, std::size_t first, std::size_t end) const;
    void paintBackdrop(QPainter& painter, const QRectF& plot) const;
    void paintOverlay(QPainter& painter, const QRectF& plot) const;
    void paintTags(QPainter& painter, const QRectF& plot) const;

    PictureData m_picture;
    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
    PlainChart* m_chart = nullptr;
    LegendRow* m_legend = nullptr;
    QCandlestickSeries* m_candles = nullptr;
    std::vector<QAbstractSeries*> m_levels; ///< areas and lines; owned by the chart
    QStackedBarSeries* m_days = nullptr;
    QBarSet* m_longs = nullptr;
    QBarSet* m_shorts = nullptr;
    QValueAxis* m_times = nullptr;  ///< UTC ms
    QValueAxis* m_places = nullptr; ///< of the bars: day 0, 1, … of the range
    QValueAxis* m_prices = nullptr;
    QValueAxis* m_closings = nullptr; ///< US$ M
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/card.h"

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace holdline {

class LegendRow;
class PlainChart;

/// Coins by the price at which they last moved: a bar a step of price, those above the price of the moment in
/// loss.
class CostCard final : public Card {
    Q_OBJECT

public:
    explicit CostCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    void buildChart();
    void fillBars();
    void fillLegend();
    void fitCoins();
    [[nodiscard]] double lossShareOf(const CostBucket& bucket) const;
    [[nodiscard]] double placeOf(double price) const;
    [[nodiscard]] double xOf(double price, const QRectF& plot) const;
    void paintBackdrop(QPainter& painter, const QRectF& plot) const;
    void paintOverlay(QPainter& painter, const QRectF& plot) const;
    void paintPrices(QPainter& painter, const QRectF& plot) const;
    void paintCutBar(QPainter& painter, const QRectF& plot) const;
    void paintPrice(QPainter& painter, const QRectF& plot) const;

    std::shared_ptr<const CostDistribution> m_costs;
    CostDistribution m_shown;        ///< in steps that can be told apart
    std::optional<CostBucket> m_cut; ///< reaches beyond the plot
    std::optional<double> m_price;   ///< of the moment
    PlainChart* m_chart = nullptr;
    LegendRow* m_legend = nullptr;
    QStackedBarSeries* m_bars = nullptr;
    QBarSet* m_profit = nullptr;
    QBarSet* m_loss = nullptr;
    QValueAxis* m_places = nullptr; ///< step of price 0, 1, … from the lowest bucket
    QValueAxis* m_coins = nullptr;  ///< BTC
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/cohorttable.h"
#include "widgets/cards/card.h"

class QBarCategoryAxis;
class QHorizontalStackedBarSeries;
class QBarSet;
class QValueAxis;

namespace holdline {

class PlainChart;
class PlainTable;

/// What each age of holders paid, against the price: a bar from the price to the cost basis, green for those
/// in profit, red for those under water.
class CohortCard final : public Card {
    Q_OBJECT

public:
    explicit CohortCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    void buildChart();
    void fillSeries();
    void fitAxis();
    void paintTracks(QPainter& painter, const QRectF& plot) const;
    void paintRows(QPainter& painter, const QRectF& plot) const;
    void paintRow(QPainter& painter, const QRectF& row, const CohortBasis& cohort) const;

    std::vector<CohortBasis> m_cohorts;
    std::optional<double> m_price;
    CohortTable m_table;
    PlainChart* m_chart = nullptr;
    PlainTable* m_tableView = nullptr;
    QHorizontalStackedBarSeries* m_bars = nullptr;
    QBarSet* m_offset = nullptr; ///< not drawn: up to the lower of price and cost basis
    QBarSet* m_loss = nullptr;
    QBarSet* m_gain = nullptr;
    QBarCategoryAxis* m_bands = nullptr;
    QValueAxis* m_prices = nullptr;
};

} // namespace holdline

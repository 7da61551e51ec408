// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/flowtable.h"
#include "widgets/cards/card.h"

class QBarCategoryAxis;
class QBarSet;
class QLineSeries;
class QStackedBarSeries;
class QValueAxis;

namespace holdline {

class LegendRow;
class PlainChart;
class PlainTable;

/// ETF flow by fund: a stacked bar per session, and the running sum as a line on an axis of its own with the
/// same zero. Left and right arrow read session after session. A day without a session is hatched and in no
/// sum.
class FlowCard final : public Card {
    Q_OBJECT

public:
    explicit FlowCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    void buildChart();
    void fillSeries();
    void fitAxes();
    void fillLegend();
    void select(int session);
    void pointAt(QPointF position);
    [[nodiscard]] QString noteOf(int session) const;
    [[nodiscard]] QString groupText(std::size_t group) const;
    [[nodiscard]] QString sumText() const;
    [[nodiscard]] QString spokenText() const;
    [[nodiscard]] QString labelOf(std::size_t session) const;
    [[nodiscard]] QRectF reachOf(std::size_t session, const QRectF& plot) const;
    void paintSessionless(QPainter& painter, const QRectF& plot) const;
    void paintOverlay(QPainter& painter, const QRectF& plot) const;
    [[nodiscard]] double slotWidth(const QRectF& plot) const;

    FundFlows m_flows;
    GroupedFlows m_grouped;
    FlowTable m_table;
    int m_selected = -1;
    QString m_note;
    PlainChart* m_chart = nullptr;
    PlainTable* m_tableView = nullptr;
    LegendRow* m_legend = nullptr;
    QStackedBarSeries* m_bars = nullptr;
    QLineSeries* m_line = nullptr;
    QBarCategoryAxis* m_sessions = nullptr;
    QValueAxis* m_places = nullptr;
    QValueAxis* m_flowAxis = nullptr;
    QValueAxis* m_sumAxis = nullptr;
};

} // namespace holdline

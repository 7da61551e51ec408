// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QWidget>

namespace holdline {

class LegendRow;
class PlainChart;

/// A chart with its legend below, as most cards have it.
class ChartBody final : public QWidget {
public:
    /// The height is the least that the chart gets.
    ChartBody(QMargins plotMargins, int chartHeight, QWidget* parent);

    [[nodiscard]] PlainChart* chart() const { return m_chart; }
    [[nodiscard]] LegendRow* legend() const { return m_legend; }

private:
    PlainChart* m_chart;
    LegendRow* m_legend;
};

} // namespace holdline

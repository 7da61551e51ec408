// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/eventstudy.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <utility>

class QAbstractSeries;
class QValueAxis;

namespace holdline {

class PlainChart;

/// How the price moved after each of several occurrences: the median and the band that half of them lies in,
/// in per cent, over a week. Hours without a value are left out.
class FanChart final : public QWidget {
    Q_OBJECT

public:
    explicit FanChart(QWidget* parent = nullptr);

    void setFan(std::vector<FanStep> fan);
    void setTheme(const Theme& theme);

private:
    void buildChart();
    void fillSeries();
    void addRun(std::size_t from, std::size_t to);
    void show(QAbstractSeries* series);
    void fitValues();
    void describe();
    void paintBackdrop(QPainter& painter, const QRectF& plot) const;
    void paintOverlay(QPainter& painter, const QRectF& plot) const;
    [[nodiscard]] double xOf(int hours, const QRectF& plot) const;

    std::vector<FanStep> m_fan;
    Theme m_theme;
    PlainChart* m_chart = nullptr;
    std::vector<QAbstractSeries*> m_series; ///< owned by the chart
    QValueAxis* m_hours = nullptr;
    QValueAxis* m_changes = nullptr; ///< per cent
};

} // namespace holdline

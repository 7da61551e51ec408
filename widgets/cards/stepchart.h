// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/ticks.h"
#include "models/views/steprun.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <optional>

class QLineSeries;
class QValueAxis;

namespace holdline {

class PlainChart;

/// A line over time with gaps, and the tag that tells how it ends.
struct ChartLine {
    QString name;
    QColor colour;
    double width = 1.5; ///< device-independent px
    std::vector<StepRun> runs = {};
    std::optional<double> last = {}; ///< absent: no tag
};

/// Lines over one range of time with a value axis at the right. Where a line has no value nothing is drawn.
class StepChart final : public QWidget {
    Q_OBJECT

public:
    /// How values are written: on the axis by `format`, in tags as prices, or else with `tagDecimals`.
    StepChart(ValueFormat format, int tagDecimals, QWidget* parent = nullptr);

    void setRange(TimeRange range, const QTimeZone& zone, int yearOfNow);
    /// A value that the axis always shows, with a rule across the plot.
    void setRule(double value);
    /// The axis shows these values and no others; otherwise it fits the lines.
    void setValues(double low, double high);
    /// Values are shares: shown as per cent.
    void setShares(bool isShare);
    /// The time axis is that of a chart below.
    void setTimeLabels(bool areShown);
    /// Stands above the plot at its left.
    void setCaption(const QString& caption);
    void setLines(std::vector<ChartLine> lines);
    void setTheme(const Theme& theme);
    void setDescription(const QString& name, const QString& description);

    [[nodiscard]] const std::vector<ChartLine>& lines() const { return m_lines; }

private:
    void buildChart();
    void placePlot();
    void fillSeries();
    void fitValues();
    [[nodiscard]] QString text(double value) const;
    [[nodiscard]] std::vector<ValueTick> ticks(const QRectF& plot) const;
    void paintBackdrop(QPainter& painter, const QRectF& plot) const;
    void paintOverlay(QPainter& painter, const QRectF& plot) const;
    void paintTicks(QPainter& painter, const QRectF& plot, const std::vector<double>& taken) const;

    ValueFormat m_format;
    int m_tagDecimals;
    bool m_isShare = false;
    bool m_hasTimeLabels = true;
    std::optional<double> m_rule;
    std::optional<std::pair<double, double>> m_values;
    TimeRange m_range = {};
    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
    QString m_caption;
    std::vector<ChartLine> m_lines;
    Theme m_theme;
    PlainChart* m_chart = nullptr;
    std::vector<QLineSeries*> m_series; ///< one a run; owned by the chart
    QValueAxis* m_times = nullptr;      ///< UTC ms
    QValueAxis* m_axis = nullptr;
};

} // namespace holdline

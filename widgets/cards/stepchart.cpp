// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/stepchart.h"

#include "models/foundation/numbertext.h"
#include "widgets/cards/chartlabels.h"
#include "widgets/cards/charttags.h"
#include "widgets/cards/plainchart.h"

#include <QChart>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr QMargins stepPlotMargins{0, 8, 58, 24};
constexpr int captionHeight = 18; ///< above the plot, clear of the lines
constexpr double stepTickSpacing = 40;
constexpr double roomShare = 0.06; ///< above and below the lines

} // namespace

StepChart::StepChart(ValueFormat format, int tagDecimals, QWidget* parent)
    : QWidget(parent),
      m_format(format),
      m_tagDecimals(tagDecimals),
      m_theme(themeByName({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_chart = new PlainChart(stepPlotMargins, this);
    column->addWidget(m_chart);
    buildChart();
}

void StepChart::buildChart()
{
    m_times = new QValueAxis(this);
    m_axis = new QValueAxis(this);
    m_times->setVisible(false);
    m_axis->setVisible(false);
    m_chart->chart()->addAxis(m_times, Qt::AlignBottom);
    m_chart->chart()->addAxis(m_axis, Qt::AlignRight);
    m_chart->setBackdrop([this](QPainter& painter, const QRectF& plot) { paintBackdrop(painter, plot); });
    m_chart->setOverlay([this](QPainter& painter, const QRectF& plot) { paintOverlay(painter, plot); });
}

void StepChart::setRange(TimeRange range, const QTimeZone& zone, int yearOfNow)
{
    m_range = range;
    m_zone = zone;
    m_year = yearOfNow;
    if (!range.isEmpty())
        m_times->setRange(static_cast<double>(toMsecs(range.from)), static_cast<double>(toMsecs(range.to)));
}

void StepChart::setRule(double value)
{
    m_rule = value;
}

void StepChart::setValues(double low, double high)
{
    m_values = {low, high};
}

void StepChart::setShares(bool isShare)
{
    m_isShare = isShare;
}

void StepChart::setTimeLabels(bool areShown)
{
    m_hasTimeLabels = areShown;
    placePlot();
}

void StepChart::setCaption(const QString& caption)
{
    m_caption = caption;
    placePlot();
}

void StepChart::placePlot()
{
    QMargins margins = stepPlotMargins;
    if (!m_caption.isEmpty())
        margins.setTop(captionHeight + 6);
    if (!m_hasTimeLabels)
        margins.setBottom(8);
    m_chart->setPlotMargins(margins);
}

void StepChart::setDescription(const QString& name, const QString& description)
{
    m_chart->setAccessibleName(name);
    m_chart->setAccessibleDescription(description);
}

void StepChart::setLines(std::vector<ChartLine> lines)
{
    m_lines = std::move(lines);
    fillSeries();
    fitValues();
    m_chart->viewport()->update();
}

void StepChart::fillSeries()
{
    for (QLineSeries* series : m_series) {
        m_chart->chart()->removeSeries(series);
        series->deleteLater();
    }
    m_series.clear();
    for (const ChartLine& line : m_lines) {
        for (const StepRun& run : line.runs) {
            auto* series = new QLineSeries(this);
            QList<QPointF> points;
            points.reserve(static_cast<qsizetype>(run.size()));
            for (const TimedValue& corner : run)
                points.append({static_cast<double>(corner.msecs), corner.value});
            series->replace(points);
            series->setName(line.name);
            series->setPen(QPen(line.colour, line.width));
            m_chart->chart()->addSeries(series);
            series->attachAxis(m_times);
            series->attachAxis(m_axis);
            m_series.push_back(series);
        }
    }
}

void StepChart::fitValues()
{
    double low = m_rule.value_or(std::numeric_limits<double>::infinity());
    double high = m_rule.value_or(-std::numeric_limits<double>::infinity());
    for (const ChartLine& line : m_lines) {
        for (const StepRun& run : line.runs) {
            for (const TimedValue& corner : run) {
                low = std::min(low, corner.value);
                high = std::max(high, corner.value);
            }
        }
    }
    if (m_values)
        m_axis->setRange(m_values->first, m_values->second);
    else if (low <= high) {
        const double room = std::max((high - low) * roomShare, std::abs(high) * 0.002);
        m_axis->setRange(low - room, high + room);
    }
}

QString StepChart::text(double value) const
{
    if (m_isShare)
        return tr("%1 %").arg(numberText(value * 100, m_tagDecimals));
    return m_format == ValueFormat::Price ? priceText(value) : numberText(value, m_tagDecimals);
}

std::vector<ValueTick> StepChart::ticks(const QRectF& plot) const
{
    const ValueScale scale{m_axis->min(), m_axis->max(), plot.top(), plot.height()};
    auto all = valueTicks(scale, m_format, stepTickSpacing);
    if (m_isShare)
        for (ValueTick& tick : all)
            tick.label = tr("%1 %").arg(numberText(tick.value * 100, 0));
    return all;
}

void StepChart::paintBackdrop(QPainter& painter, const QRectF& plot) const
{
    if (plot.isEmpty())
        return;
    for (const ValueTick& tick : ticks(plot))
        paintRule(painter, plot, heightOf(tick.value, m_axis->min(), m_axis->max(), plot), m_theme.grid);
    if (m_rule)
        paintRule(painter, plot, heightOf(*m_rule, m_axis->min(), m_axis->max(), plot), m_theme.dim);
}

void StepChart::paintOverlay(QPainter& painter, const QRectF& plot) const
{
    if (plot.isEmpty())
        return;
    if (m_hasTimeLabels)
        paintTimeLabels(painter, plot, m_range, m_zone, m_year, m_theme);
    std::vector<ChartTag> tags;
    std::vector<double> taken;
    for (const ChartLine& line : m_lines) {
        if (!line.last)
            continue;
        const double y = heightOf(*line.last, m_axis->min(), m_axis->max(), plot);
        tags.push_back({y, text(*line.last), line.colour});
        taken.push_back(y);
    }
    std::ranges::sort(taken);
    const QRectF gutter(plot.right(), plot.top(), stepPlotMargins.right(), plot.height());
    std::vector<double> tops = spreadTags(taken, gutter.top() - tagHeight / 2, gutter.bottom());
    for (double& top : tops)
        top += tagHeight / 2;
    paintTicks(painter, plot, tops);
    paintChartTags(painter, gutter, std::move(tags), m_theme);
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(m_theme.dim);
    painter.drawText(QRectF(plot.left(), 0, plot.width(), captionHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     m_caption);
}

/// Labels of the axis, but where a tag stands.
void StepChart::paintTicks(QPainter& painter, const QRectF& plot, const std::vector<double>& taken) const
{
    for (const ValueTick& tick : ticks(plot)) {
        const double y = heightOf(tick.value, m_axis->min(), m_axis->max(), plot);
        const bool isFree =
            std::ranges::none_of(taken, [&](double other) { return std::abs(other - y) < tagHeight; });
        if (isFree)
            paintExtreme(painter, plot, y, tick.label, m_theme);
    }
}

void StepChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_chart->setTheme(theme);
}

} // namespace holdline

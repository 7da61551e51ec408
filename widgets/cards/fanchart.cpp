// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/fanchart.h"

#include "models/foundation/numbertext.h"
#include "models/scales/ticks.h"
#include "widgets/cards/chartlabels.h"
#include "widgets/cards/charttags.h"
#include "widgets/cards/plainchart.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPaintEngine>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr QMargins fanPlotMargins{0, 6, 58, 22};
constexpr int fanChartHeight = 80;
constexpr int fanOpacity = 60;
constexpr double fanTickSpacing = 28;
constexpr double fanRoom = 0.08; ///< above and below, of the height

} // namespace

FanChart::FanChart(QWidget* parent) : QWidget(parent), m_theme(themeByName({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_chart = new PlainChart(fanPlotMargins, this);
    m_chart->setMinimumHeight(fanChartHeight);
    m_chart->setAccessibleName(tr("Change of the price in the week after"));
    m_chart->setToolTip(tr("Change of the price: the median, and the band that half of the cases lie in"));
    column->addWidget(m_chart);
    buildChart();
}

void FanChart::buildChart()
{
    m_hours = new QValueAxis(this);
    m_changes = new QValueAxis(this);
    m_hours->setVisible(false);
    m_changes->setVisible(false);
    m_hours->setRange(0, fanSteps);
    m_chart->chart()->addAxis(m_hours, Qt::AlignBottom);
    m_chart->chart()->addAxis(m_changes, Qt::AlignRight);
    m_chart->setBackdrop([this](QPainter& painter, const QRectF& plot) { paintBackdrop(painter, plot); });
    m_chart->setOverlay([this](QPainter& painter, const QRectF& plot) { paintOverlay(painter, plot); });
}

void FanChart::setFan(std::vector<FanStep> fan)
{
    m_fan = std::move(fan);
    fillSeries();
    fitValues();
    describe();
    m_chart->viewport()->update();
}

void FanChart::fillSeries()
{
    for (QAbstractSeries* series : m_series) {
        m_chart->chart()->removeSeries(series);
        series->deleteLater();
    }
    m_series.clear();
    std::size_t from = 0;
    for (std::size_t step = 0; step <= m_fan.size(); ++step) {
        if (step < m_fan.size() && m_fan[step].median)
            continue;
        if (step > from)
            addRun(from, step);
        from = step + 1;
    }
}

void FanChart::addRun(std::size_t from, std::size_t to)
{
    auto* band = new QAreaSeries(this);
    auto* upper = new QLineSeries(band);
    auto* lower = new QLineSeries(band);
    auto* median = new QLineSeries(this);
    for (std::size_t step = from; step < to; ++step) {
        const auto hours = static_cast<double>(step);
        upper->append(hours, *m_fan[step].upperQuartile);
        lower->append(hours, *m_fan[step].lowerQuartile);
        median->append(hours, *m_fan[step].median);
    }
    band->setUpperSeries(upper);
    band->setLowerSeries(lower);
    QColor fill = m_theme.accent;
    fill.setAlpha(fanOpacity);
    band->setBrush(fill);
    band->setPen(Qt::NoPen);
    band->setName(tr("half of the cases"));
    median->setPen(QPen(m_theme.text, 1.6));
    median->setName(tr("median"));
    show(band);
    show(median);
}

void FanChart::show(QAbstractSeries* series)
{
    m_chart->chart()->addSeries(series);
    series->attachAxis(m_hours);
    series->attachAxis(m_changes);
    m_series.push_back(series);
}

void FanChart::fitValues()
{
    double low = 0;
    double high = 0;
    for (const FanStep& step : m_fan) {
        low = std::min(low, step.lowerQuartile.value_or(0));
        high = std::max(high, step.upperQuartile.value_or(0));
    }
    const double room = std::max((high - low) * fanRoom, 0.1);
    m_changes->setRange(low - room, high + room);
}

void FanChart::describe()
{
    const bool isKnown = !m_fan.empty() && m_fan.back().median;
    m_chart->setAccessibleDescription(isKnown ? tr("After seven days %1, half of the cases between %2 and %3")
                                                    .arg(percentText(*m_fan.back().median),
                                                         percentText(*m_fan.back().lowerQuartile),
                                                         percentText(*m_fan.back().upperQuartile))
                                              : tr("What followed seven days later is not known"));
}

double FanChart::xOf(int hours, const QRectF& plot) const
{
    return plot.left() + plot.width() * hours / fanSteps;
}

void FanChart::paintBackdrop(QPainter& painter, const QRectF& plot) const
{
    if (plot.isEmpty())
        return;
    const ValueScale scale{m_changes->min(), m_changes->max(), plot.top(), plot.height()};
    for (const ValueTick& tick : valueTicks(scale, ValueFormat::Plain, fanTickSpacing))
        paintRule(painter, plot, scale.y(tick.value), m_theme.grid);
    const double ratio = painter.paintEngine()->paintDevice()->devicePixelRatioF();
    for (int day = 1; day < fanSteps / 24; ++day) {
        const double x = std::round(xOf(day * 24, plot) * ratio) / ratio;
        painter.fillRect(QRectF(x, plot.top(), 1 / ratio, plot.height()), m_theme.grid);
    }
}

/// The zero line lies above the band.
void FanChart::paintOverlay(QPainter& painter, const QRectF& plot) const
{
    if (plot.isEmpty())
        return;
    const ValueScale scale{m_changes->min(), m_changes->max(), plot.top(), plot.height()};
    paintRule(painter, plot, scale.y(0), m_theme.dim);
    const auto last = m_fan.empty() ? std::nullopt : m_fan.back().median;
    for (const ValueTick& tick : valueTicks(scale, ValueFormat::Plain, fanTickSpacing)) {
        if (!last || std::abs(scale.y(tick.value) - scale.y(*last)) >= tagHeight)
            paintExtreme(painter, plot, scale.y(tick.value), tr("%1 %").arg(tick.label), m_theme);
    }
    if (last)
        paintChartTags(painter, QRectF(plot.right(), plot.top(), fanPlotMargins.right(), plot.height()),
                       {{scale.y(*last), percentText(*last), m_theme.text}}, m_theme);
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(m_theme.dim);
    for (int day = 1; day <= fanSteps / 24; ++day)
        painter.drawText(QRectF(xOf(day * 24, plot) - 30, plot.bottom() + 4, 60, 16), Qt::AlignCenter,
                         tr("%1 d").arg(day));
}

void FanChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_chart->setTheme(theme);
    fillSeries();
}

} // namespace holdline

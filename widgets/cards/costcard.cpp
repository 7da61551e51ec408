// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/costcard.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/scales/ticks.h"
#include "widgets/cards/chartbody.h"
#include "widgets/cards/chartlabels.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"

#include <QBarSet>
#include <QChart>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr QMargins costPlotMargins{0, 16, 58, 24};
constexpr int costChartHeight = 160;
constexpr double tickSpacing = 60;
constexpr double barWidth = 0.86; ///< of a step
constexpr int mostBars = 140;
constexpr double cutAbove = 2.5; ///< times the second fullest

} // namespace

CostCard::CostCard(QWidget* parent)
    : Card(tr("Cost distribution"), tr("No cost distribution yet. It is computed from your own node."),
           parent)
{
    auto* body = new ChartBody(costPlotMargins, costChartHeight, this);
    m_chart = body->chart();
    m_legend = body->legend();
    buildChart();
    setBody(body);
    setAct(QStringLiteral("node"), tr("Your own node…"));
    setEmpty(true);
    CostCard::setTheme(theme());
}

void CostCard::buildChart()
{
    m_bars = new QStackedBarSeries(this);
    m_bars->setBarWidth(barWidth);
    m_profit = new QBarSet(tr("in profit"), m_bars);
    m_loss = new QBarSet(tr("in loss"), m_bars);
    for (QBarSet* set : {m_profit, m_loss}) {
        set->setPen(Qt::NoPen);
        m_bars->append(set);
    }
    m_places = new QValueAxis(this);
    m_coins = new QValueAxis(this);
    QChart* chart = m_chart->chart();
    chart->addSeries(m_bars);
    for (QValueAxis* axis : {m_places, m_coins}) {
        axis->setVisible(false);
        chart->addAxis(axis, axis == m_places ? Qt::AlignBottom : Qt::AlignRight);
        m_bars->attachAxis(axis);
    }
    m_chart->setBackdrop([this](QPainter& painter, const QRectF& plot) { paintBackdrop(painter, plot); });
    m_chart->setOverlay([this](QPainter& painter, const QRectF& plot) { paintOverlay(painter, plot); });
    m_chart->setAccessibleName(tr("Coins by the price at which they last moved"));
}

void CostCard::setData(const CardData& data)
{
    m_costs = data.costs;
    m_shown = m_costs ? withWiderBuckets(*m_costs, mostBars) : CostDistribution{};
    m_price = data.price;
    setEmpty(!m_costs || m_costs->isEmpty());
    fillBars();
    fillLegend();
    if (!isEmpty()) {
        const QTimeZone zone = zoneByName(data.zone);
        QStringList parts{tr("as of %1").arg(dayTimeText(m_costs->asOf, zone, dateIn(data.at, zone).year())),
                          m_costs->definition, m_costs->source};
        parts.removeAll(QString());
        setNote(parts.join(QStringLiteral(" · ")));
    }
    m_chart->viewport()->update();
}

/// The part of a bucket that lies above the price.
double CostCard::lossShareOf(const CostBucket& bucket) const
{
    if (!m_price)
        return 0;
    const double low = bucket.low.toDouble();
    const double high = bucket.high.toDouble();
    return std::clamp((high - *m_price) / (high - low), 0.0, 1.0);
}

/// Bars stand in the middle of their step; a step without a bucket stays empty.
double CostCard::placeOf(double price) const
{
    const CostBucket& first = m_shown.buckets.front();
    const double low = first.low.toDouble();
    return (price - low) / (first.high.toDouble() - low) - 0.5;
}

void CostCard::fillBars()
{
    QList<qreal> profit;
    QList<qreal> loss;
    for (const CostBucket& bucket : m_shown.buckets) {
        const auto place = static_cast<qsizetype>(std::lround(placeOf(bucket.low.toDouble()) + 0.5));
        profit.resize(place + 1, 0);
        loss.resize(place + 1, 0);
        loss[place] = bucket.btc.toDouble() * lossShareOf(bucket);
        profit[place] = bucket.btc.toDouble() - loss[place];
    }
    for (QBarSet* set : {m_profit, m_loss})
        set->remove(0, set->count());
    m_profit->append(profit);
    m_loss->append(loss);
    m_places->setRange(-0.5, std::max<double>(1, static_cast<double>(profit.size())) - 0.5);
    fitCoins();
}

/// One bar may be so high, as the coins of the first years are, that nothing could be seen of the others: it
/// is cut off, and says how high it is.
void CostCard::fitCoins()
{
    const CostBucket* fullest = nullptr;
    double second = 0;
    for (const CostBucket& bucket : m_shown.buckets) {
        if (!fullest || bucket.btc > fullest->btc) {
            second = fullest ? fullest->btc.toDouble() : 0;
            fullest = &bucket;
        } else {
            second = std::max(second, bucket.btc.toDouble());
        }
    }
    const double most = fullest ? fullest->btc.toDouble() : 0;
    const bool isCut = second > 0 && most > cutAbove * second;
    m_cut = isCut ? std::optional(*fullest) : std::nullopt;
    m_coins->setRange(0, std::max(1.0, (isCut ? second * 1.2 : most) * 1.04));
}

void CostCard::fillLegend()
{
    std::vector<LegendEntry> entries;
    if (!isEmpty() && m_price) {
        const double all = coinsBetween(*m_costs, 0, m_costs->buckets.back().high.toDouble()).btc;
        const double loss = coinsBetween(*m_costs, *m_price, m_costs->buckets.back().high.toDouble()).btc;
        const auto text = [all](const QString& what, double btc) {
            return tr("%1 %2 BTC, %3 %")
                .arg(what, numberText(btc, 0), numberText(all > 0 ? btc / all * 100 : 0, 1));
        };
        entries = {{theme().up, text(tr("in profit"), all - loss)},
                   {theme().down, text(tr("in loss"), loss)}};
        m_chart->setAccessibleDescription(entries[0].text + QStringLiteral(", ") + entries[1].text);
    } else if (!isEmpty()) {
        entries = {{theme().up, tr("no price: profit and loss are not known")}};
    }
    m_legend->setEntries(std::move(entries));
}

double CostCard::xOf(double price, const QRectF& plot) const
{
    return plot.left() +
           (placeOf(price) - m_places->min()) / (m_places->max() - m_places->min()) * plot.width();
}

void CostCard::paintBackdrop(QPainter& painter, const QRectF& plot) const
{
    if (isEmpty() || plot.isEmpty())
        return;
    const ValueScale scale{m_coins->min(), m_coins->max(), plot.top(), plot.height()};
    for (const ValueTick& tick : valueTicks(scale, ValueFormat::Price, tickSpacing)) {
        const double y = heightOf(tick.value, m_coins->min(), m_coins->max(), plot);
        paintRule(painter, plot, y, tick.value == 0 ? theme().hairline : theme().grid);
    }
}

void CostCard::paintOverlay(QPainter& painter, const QRectF& plot) const
{
    if (isEmpty() || plot.isEmpty())
        return;
    const ValueScale scale{m_coins->min(), m_coins->max(), plot.top(), plot.height()};
    for (const ValueTick& tick : valueTicks(scale, ValueFormat::Price, tickSpacing)) {
        const double y = heightOf(tick.value, m_coins->min(), m_coins->max(), plot);
        if (tick.value != 0)
            paintExtreme(painter, plot, y, tick.label, theme());
    }
    paintExtreme(painter, plot, plot.bottom(), tr("BTC"), theme());
    paintPrices(painter, plot);
    paintCutBar(painter, plot);
    paintPrice(painter, plot);
}

/// A gap near the top of the bar, and its value beside it.
void CostCard::paintCutBar(QPainter& painter, const QRectF& plot) const
{
    if (!m_cut)
        return;
    const double left = xOf(m_cut->low.toDouble(), plot);
    const double right = xOf(m_cut->high.toDouble(), plot);
    painter.fillRect(QRectF(left - 1, plot.top() + 10, right - left + 2, 3), theme().panel);
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(theme().dim);
    const QString label = tr("%1 BTC").arg(numberText(m_cut->btc.toDouble(), 0));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(label) + 2;
    const double at = right + 4 + width < plot.right() ? right + 4 : left - 4 - width;
    painter.drawText(QRectF(at, plot.top() + 4, width, 15), Qt::AlignLeft | Qt::AlignVCenter, label);
}

/// Round prices below the plot.
void CostCard::paintPrices(QPainter& painter, const QRectF& plot) const
{
    const double low = m_shown.buckets.front().low.toDouble();
    const double high = m_shown.buckets.back().high.toDouble();
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(theme().dim);
    for (const ValueTick& tick : valueTicks({low, high, 0, plot.width()}, ValueFormat::Price, tickSpacing)) {
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(tick.label) + 2;
        const double left = std::clamp(xOf(tick.value, plot) - width / 2, plot.left(), plot.right() - width);
        painter.drawText(QRectF(left, plot.bottom() + 4, width, 16), Qt::AlignCenter, tick.label);
    }
}

void CostCard::paintPrice(QPainter& painter, const QRectF& plot) const
{
    if (!m_price)
        return;
    const double x = std::round(xOf(*m_price, plot));
    if (x < plot.left() || x > plot.right())
        return;
    painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), theme().text);
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(theme().text);
    const QString label = tr("price %1").arg(priceText(*m_price));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(label) + 2;
    const double left = std::clamp(x - width / 2, plot.left(), plot.right() - width);
    painter.drawText(QRectF(left, plot.top() - 16, width, 15), Qt::AlignCenter, label);
}

void CostCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_chart->setTheme(theme);
    m_legend->setTheme(theme);
    m_profit->setColor(theme.up);
    m_loss->setColor(theme.down);
    fillLegend();
}

} // namespace holdline

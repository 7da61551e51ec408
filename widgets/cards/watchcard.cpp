// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/watchcard.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "widgets/cards/chartbody.h"
#include "widgets/cards/chartlabels.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"
#include "widgets/theme/levelcolour.h"

#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

namespace holdline {

namespace {

constexpr QMargins watchPlotMargins{0, 8, 40, 24};
constexpr int watchChartHeight = 160;

/// The first asset is the one that the window is about, so it has the text's colour.
QColor lineColour(const Theme& theme, std::size_t line)
{
    const std::array<QColor, 5> colours{theme.text, theme.accent, theme.resistanceHolders,
                                        theme.resistanceMonths, theme.up};
    return colours[line % colours.size()];
}

} // namespace

WatchCard::WatchCard(QWidget* parent)
    : Card(tr("Watchlist"), tr("No prices of these assets in this range yet."), parent)
{
    auto* body = new ChartBody(watchPlotMargins, watchChartHeight, this);
    m_chart = body->chart();
    m_legend = body->legend();
    buildChart();
    setBody(body);
    setEmpty(true);
    WatchCard::setTheme(theme());
}

void WatchCard::buildChart()
{
    m_times = new QValueAxis(this);
    m_values = new QValueAxis(this);
    QChart* chart = m_chart->chart();
    chart->addAxis(m_times, Qt::AlignBottom);
    chart->addAxis(m_values, Qt::AlignRight);
    m_times->setVisible(false);
    m_values->setVisible(false);
    for (std::size_t i = 0; i < watchedSymbols().size(); ++i) {
        auto* line = new QLineSeries(this);
        chart->addSeries(line);
        line->attachAxis(m_times);
        line->attachAxis(m_values);
        m_series.push_back(line);
    }
    m_chart->setBackdrop([this](QPainter& painter, const QRectF& plot) { paintBackdrop(painter, plot); });
    m_chart->setOverlay([this](QPainter& painter, const QRectF& plot) { paintOverlay(painter, plot); });
    m_chart->setAccessibleName(tr("Watched assets indexed to 100"));
}

void WatchCard::setData(const CardData& data)
{
    m_lines = data.watch;
    m_range = data.picture.range;
    m_zone = zoneByName(data.zone);
    m_year = dateIn(data.at, m_zone).year();
    setEmpty(
        std::all_of(m_lines.begin(), m_lines.end(), [](const auto& line) { return line.points.empty(); }));
    fillSeries();
    fitAxes();
    fillLegend();
    if (!isEmpty())
        setNote(tr("100 = %1%2")
                    .arg(dayTimeText(m_range.from, m_zone, m_year),
                         data.isReconstruction ? tr(", reconstruction") : QString()));
    m_chart->viewport()->update();
}

void WatchCard::fillSeries()
{
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        QList<QPointF> points;
        if (i < m_lines.size()) {
            for (const auto& point : m_lines[i].points)
                points.append({static_cast<double>(point.msecs), point.value});
            m_series[i]->setName(m_lines[i].symbol);
        }
        m_series[i]->replace(points);
    }
}

void WatchCard::fitAxes()
{
    m_least = 100;
    m_greatest = 100;
    for (const auto& line : m_lines) {
        for (const auto& point : line.points) {
            m_least = std::min(m_least, point.value);
            m_greatest = std::max(m_greatest, point.value);
        }
    }
    const double room = std::max(0.2, (m_greatest - m_least) * 0.05);
    m_values->setRange(m_least - room, m_greatest + room);
    if (!m_range.isEmpty())
        m_times->setRange(static_cast<double>(toMsecs(m_range.from)),
                          static_cast<double>(toMsecs(m_range.to)));
}

void WatchCard::setLive(const LiveState& live)
{
    if (live.figures == m_figures)
        return;
    m_figures = live.figures;
    fillLegend();
}

/// The last price and its day while there are news of it, else how the line ends.
QString WatchCard::legendText(const IndexedLine& line) const
{
    const auto live = m_figures.find(line.symbol);
    if (live == m_figures.end())
        return tr("%1 %2").arg(line.symbol, line.changePct ? percentText(*line.changePct) : tr("no record"));
    const QString price = priceText(live->second.last, true);
    return live->second.dayPercent
               ? tr("%1 %2 %3 24 h").arg(line.symbol, price, percentText(*live->second.dayPercent))
               : tr("%1 %2").arg(line.symbol, price);
}

void WatchCard::fillLegend()
{
    std::vector<LegendEntry> entries;
    QStringList spoken;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        entries.push_back({lineColour(theme(), i), legendText(m_lines[i]), LegendEntry::Mark::Line});
        spoken.append(entries.back().text);
    }
    m_legend->setEntries(std::move(entries));
    m_chart->setAccessibleDescription(spoken.join(QStringLiteral(", ")));
}

void WatchCard::paintBackdrop(QPainter& painter, const QRectF& plot) const
{
    paintRule(painter, plot, heightOf(100, m_values->min(), m_values->max(), plot), theme().faint);
}

void WatchCard::paintOverlay(QPainter& painter, const QRectF& plot) const
{
    paintTimeLabels(painter, plot, m_range, m_zone, m_year, theme());
    const double base = heightOf(100, m_values->min(), m_values->max(), plot);
    paintExtreme(painter, plot, base, QStringLiteral("100"), theme());
    for (const double extreme : {m_least, m_greatest}) {
        const double y = heightOf(extreme, m_values->min(), m_values->max(), plot);
        if (std::abs(y - base) >= 16)
            paintExtreme(painter, plot, y, numberText(extreme, 1), theme());
    }
}

void WatchCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_chart->setTheme(theme);
    m_legend->setTheme(theme);
    for (std::size_t i = 0; i < m_series.size(); ++i)
        m_series[i]->setPen(QPen(lineColour(theme, i), i == 0 ? 2 : 1.3));
    fillLegend();
}

} // namespace holdline

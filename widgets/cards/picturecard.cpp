// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/picturecard.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "widgets/cards/chartbody.h"
#include "widgets/cards/chartlabels.h"
#include "widgets/cards/charttags.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/pictureaxes.h"
#include "widgets/cards/plainchart.h"
#include "widgets/theme/levelcolour.h"

#include <QAreaSeries>
#include <QBarSet>
#include <QCandlestickSeries>
#include <QCandlestickSet>
#include <QChart>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

namespace holdline {

namespace {

constexpr QMargins picturePlotMargins{0, 8, 58, 24};
constexpr int pictureChartHeight = 230;
constexpr int bandOpacity = 90; ///< of 255

} // namespace

PictureCard::PictureCard(QWidget* parent)
    : Card(tr("The whole picture"), tr("No prices in this range yet."), parent)
{
    auto* body = new ChartBody(picturePlotMargins, pictureChartHeight, this);
    m_chart = body->chart();
    m_legend = body->legend();
    buildAxes();
    buildLiquidations();
    buildPrice();
    m_chart->setBackdrop([this](QPainter& painter, const QRectF& plot) { paintBackdrop(painter, plot); });
    m_chart->setOverlay([this](QPainter& painter, const QRectF& plot) { paintOverlay(painter, plot); });
    m_chart->setAccessibleName(tr("Price, levels and forced closings by day"));
    setBody(body);
    setEmpty(true);
    PictureCard::setTheme(theme());
}

void PictureCard::buildAxes()
{
    m_times = new QValueAxis(this);
    m_places = new QValueAxis(this);
    m_prices = new QValueAxis(this);
    m_closings = new QValueAxis(this);
    for (QValueAxis* axis : {m_times, m_places, m_prices, m_closings}) {
        axis->setVisible(false);
        m_chart->chart()->addAxis(axis,
                                  axis == m_times || axis == m_places ? Qt::AlignBottom : Qt::AlignRight);
    }
}

void PictureCard::buildPrice()
{
    m_candles = new QCandlestickSeries(this);
    m_candles->setBodyOutlineVisible(false);
    m_candles->setCapsVisible(false);
    m_candles->setMinimumColumnWidth(1);
    m_candles->setBodyWidth(0.7);
    show(m_candles);
}

void PictureCard::buildLiquidations()
{
    m_days = new QStackedBarSeries(this);
    m_days->setBarWidth(0.7);
    m_longs = new QBarSet(tr("longs closed"), m_days);
    m_shorts = new QBarSet(tr("shorts closed"), m_days);
    for (QBarSet* set : {m_longs, m_shorts}) {
        set->setPen(Qt::NoPen);
        m_days->append(set);
    }
    m_chart->chart()->addSeries(m_days);
    m_days->attachAxis(m_places);
    m_days->attachAxis(m_closings);
}

void PictureCard::show(QAbstractSeries* series)
{
    m_chart->chart()->addSeries(series);
    series->attachAxis(m_times);
    series->attachAxis(m_prices);
}

void PictureCard::setData(const CardData& data)
{
    m_picture = data.picture;
    m_zone = zoneByName(data.zone);
    m_year = dateIn(data.at, m_zone).year();
    setEmpty(m_picture.candles.empty());
    fitAxes();
    fillLevels();
    fillCandles();
    fillDays();
    fillLegend();
    if (!isEmpty())
        setNote(
            tr("%1 candles, closings by UTC day%2")
                .arg(m_picture.interval.name(), data.isReconstruction ? tr(", reconstruction") : QString()));
    m_chart->viewport()->update();
}

void PictureCard::fillCandles()
{
    m_candles->clear();
    QList<QCandlestickSet*> sets;
    for (const auto& candle : m_picture.candles) {
        const UtcTime middle = candle.openTime + m_picture.interval.length / 2;
        sets.append(new QCandlestickSet(candle.open.toDouble(), candle.high.toDouble(), candle.low.toDouble(),
                                        candle.close.toDouble(), static_cast<double>(toMsecs(middle)),
                                        m_candles));
    }
    m_candles->append(sets);
    colourCandles();
}

void PictureCard::colourCandles()
{
    m_candles->setIncreasingColor(theme().up);
    m_candles->setDecreasingColor(theme().down);
    for (QCandlestickSet* set : m_candles->sets()) {
        const QColor colour = set->close() < set->open() ? theme().down : theme().up;
        set->setPen(QPen(colour, 1));
        set->setBrush(colour);
    }
}

void PictureCard::fillLevels()
{
    for (QAbstractSeries* series : m_levels) {
        m_chart->chart()->removeSeries(series);
        series->deleteLater();
    }
    m_levels.clear();
    for (const auto& level : m_picture.levels) {
        if (level.level.low == level.level.high)
            addLine(level);
        else
            addBand(level);
    }
}

void PictureCard::addBand(const LevelData& level)
{
    const double from = static_cast<double>(toMsecs(m_picture.range.from));
    const double to = static_cast<double>(toMsecs(m_picture.range.to));
    auto* area = new QAreaSeries(this);
    auto* upper = new QLineSeries(area);
    auto* lower = new QLineSeries(area);
    upper->append({{from, level.level.high.toDouble()}, {to, level.level.high.toDouble()}});
    lower->append({{from, level.level.low.toDouble()}, {to, level.level.low.toDouble()}});
    area->setUpperSeries(upper);
    area->setLowerSeries(lower);
    QColor fill = levelColour(theme(), level.colourRole);
    area->setPen(QPen(fill, 1));
    fill.setAlpha(bandOpacity);
    area->setBrush(fill);
    area->setName(level.level.name);
    show(area);
    m_levels.push_back(area);
}

void PictureCard::addLine(const LevelData& level)
{
    const double price = level.level.high.toDouble();
    auto* line = new QLineSeries(this);
    line->append({{static_cast<double>(toMsecs(m_picture.range.from)), price},
                  {static_cast<double>(toMsecs(m_picture.range.to)), price}});
    line->setPen(QPen(levelColour(theme(), level.colourRole), 1.2));
    line->setName(level.level.name);
    show(line);
    m_levels.push_back(line);
}

void PictureCard::fillDays()
{
    for (QBarSet* set : {m_longs, m_shorts})
        set->remove(0, set->count());
    for (const auto& day : m_picture.days) {
        m_longs->append(-day.longUsd.value_or(0) / 1e6);
        m_shorts->append(day.shortUsd.value_or(0) / 1e6);
    }
}

void PictureCard::fitAxes()
{
    const PictureAxes axes = pictureAxes(m_picture);
    m_prices->setRange(axes.priceLow, axes.priceHigh);
    m_closings->setRange(axes.closingLow / 1e6, axes.closingHigh / 1e6);
    m_places->setRange(axes.placeLow, axes.placeHigh);
    if (!m_picture.range.isEmpty())
        m_times->setRange(static_cast<double>(toMsecs(m_picture.range.from)),
                          static_cast<double>(toMsecs(m_picture.range.to)));
}

void PictureCard::fillLegend()
{
    std::vector<LegendEntry> entries;
    for (const auto& level : m_picture.levels)
        entries.push_back(
            {levelColour(theme(), level.colourRole), level.level.name,
             level.level.low == level.level.high ? LegendEntry::Mark::Line : LegendEntry::Mark::Square});
    if (!m_picture.days.empty()) {
        const QString note =
            m_picture.liquidationNote.isEmpty() ? QString() : tr(" (%1)").arg(m_picture.liquidationNote);
        entries.push_back({theme().down, tr("longs closed%1").arg(note)});
        entries.push_back({theme().up, tr("shorts closed")});
    }
    m_legend->setEntries(std::move(entries));
}

/// Days [first, end) without a record.
void PictureCard::paintUnknown(QPainter& painter, const QRectF& plot, std::size_t first,
                               std::size_t end) const
{
    const double dayWidth = plot.width() / (m_places->max() - m_places->min());
    const double left = plot.left() + (static_cast<double>(first) - 0.5 - m_places->min()) * dayWidth;
    const double top = plot.bottom() - plot.height() * closingsShare;
    const QRectF days =
        QRectF(left, top, dayWidth * static_cast<double>(end - first), plot.bottom() - top).intersected(plot);
    painter.fillRect(days, QBrush(theme().unknown, Qt::BDiagPattern));
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(theme().dim);
    if (QFontMetricsF(painter.font()).horizontalAdvance(tr("no record")) < days.width())
        painter.drawText(days, Qt::AlignCenter, tr("no record"));
}

void PictureCard::paintBackdrop(QPainter& painter, const QRectF& plot) const
{
    if (m_picture.days.empty() || plot.isEmpty())
        return;
    for (std::size_t i = 0; i < m_picture.days.size();) {
        std::size_t end = i;
        while (end < m_picture.days.size() && !m_picture.days[end].longUsd && !m_picture.days[end].shortUsd)
            ++end;
        if (end > i)
            paintUnknown(painter, plot, i, end);
        i = end + 1;
    }
    paintRule(painter, plot, heightOf(0, m_closings->min(), m_closings->max(), plot), theme().hairline);
}

void PictureCard::paintOverlay(QPainter& painter, const QRectF& plot) const
{
    if (m_picture.candles.empty())
        return;
    paintTimeLabels(painter, plot, m_picture.range, m_zone, m_year, theme());
    paintTags(painter, plot);
    if (m_longs->count() == 0 || m_closings->max() <= 1.0 / 1e6)
        return;
    const double y = heightOf(m_closings->min(), m_closings->min(), m_closings->max(), plot);
    if (m_closings->min() < 0)
        paintExtreme(painter, plot, y, moneyText(-m_closings->min() * 1e6), theme());
}

void PictureCard::paintTags(QPainter& painter, const QRectF& plot) const
{
    std::vector<ChartTag> tags;
    const auto add = [&](double price, const QColor& colour) {
        const double y = heightOf(price, m_prices->min(), m_prices->max(), plot);
        if (y >= plot.top() && y <= plot.bottom())
            tags.push_back({y, priceText(price), colour});
    };
    for (const auto& level : m_picture.levels) {
        add(level.level.high.toDouble(), levelColour(theme(), level.colourRole));
        if (level.level.low != level.level.high)
            add(level.level.low.toDouble(), levelColour(theme(), level.colourRole));
    }
    add(m_picture.candles.back().close.toDouble(), theme().text);
    paintChartTags(painter, QRectF(plot.right(), plot.top(), picturePlotMargins.right(), plot.height()),
                   std::move(tags), theme());
}

void PictureCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_chart->setTheme(theme);
    m_legend->setTheme(theme);
    m_longs->setColor(theme.down);
    m_shorts->setColor(theme.up);
    colourCandles();
    fillLevels();
    fillLegend();
}

} // namespace holdline

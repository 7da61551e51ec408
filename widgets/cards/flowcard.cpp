// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/flowcard.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "widgets/cards/chartbody.h"
#include "widgets/cards/chartlabels.h"
#include "widgets/cards/flowaxes.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"
#include "widgets/cards/plaintable.h"
#include "widgets/theme/levelcolour.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHeaderView>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

namespace holdline {

namespace {

constexpr QMargins flowPlotMargins{0, 8, 58, 24};
constexpr int flowChartHeight = 170;
constexpr double flowBarWidth = 0.62; ///< of its slot

/// Bars of all sessions that no one has reported in full are marked at their label.
bool isPartial(const FlowSession& session)
{
    return std::any_of(session.flow.begin(), session.flow.end(), [](const auto& flow) { return !flow; });
}

} // namespace

FlowCard::FlowCard(QWidget* parent) : Card(tr("ETF flow by fund"), tr("No ETF flows yet."), parent)
{
    auto* body = new ChartBody(flowPlotMargins, flowChartHeight, this);
    m_chart = body->chart();
    m_legend = body->legend();
    m_tableView = new PlainTable(m_table, this);
    m_tableView->setAccessibleName(tr("ETF flow by fund, US$ M"));
    buildChart();
    setBody(body, m_tableView);
    connect(m_tableView, &PlainTable::timeActivated, this, &Card::timeActivated);
    setEmpty(true);
    FlowCard::setTheme(theme());
}

void FlowCard::buildChart()
{
    m_bars = new QStackedBarSeries(this);
    m_bars->setBarWidth(flowBarWidth);
    m_line = new QLineSeries(this);
    m_sessions = new QBarCategoryAxis(this);
    m_places = new QValueAxis(this);
    m_flowAxis = new QValueAxis(this);
    m_sumAxis = new QValueAxis(this);
    QChart* chart = m_chart->chart();
    chart->addSeries(m_bars);
    chart->addSeries(m_line);
    for (QAbstractAxis* axis :
         std::initializer_list<QAbstractAxis*>{m_sessions, m_places, m_flowAxis, m_sumAxis}) {
        axis->setVisible(false);
        chart->addAxis(axis, axis == m_sessions || axis == m_places ? Qt::AlignBottom : Qt::AlignRight);
    }
    m_bars->attachAxis(m_sessions);
    m_bars->attachAxis(m_flowAxis);
    m_line->attachAxis(m_places);
    m_line->attachAxis(m_sumAxis);
    m_chart->setOverlay([this](QPainter& painter, const QRectF& plot) { paintOverlay(painter, plot); });
    connect(m_chart, &PlainChart::pointed, this, &FlowCard::pointAt);
    connect(m_chart, &PlainChart::left, this, [this] { select(-1); });
    connect(m_chart, &PlainChart::stepped, this, [this](int by) {
        const int count = static_cast<int>(m_flows.sessions.size());
        const int from = m_selected < 0 ? (by < 0 ? count : -1) : m_selected;
        select(std::clamp(from + by, 0, count - 1));
    });
}

void FlowCard::setData(const CardData& data)
{
    m_flows = data.flows;
    m_grouped = groupFlows(m_flows);
    m_selected = -1;
    const auto held = static_cast<int>(std::count_if(m_flows.sessions.begin(), m_flows.sessions.end(),
                                                     [](const FlowSession& flow) { return flow.isHeld; }));
    const int others = static_cast<int>(m_flows.sessions.size()) - held;
    m_note =
        data.isReconstruction ? tr("US$ M, reconstruction") : tr("US$ M, last %n session(s)", nullptr, held);
    if (others > 0)
        m_note += tr(" · hatched: New York closed");
    m_table.setFlows(m_flows);
    setEmpty(m_flows.sessions.empty());
    fillSeries();
    fitAxes();
    select(-1);
}

void FlowCard::fillSeries()
{
    m_bars->clear();
    QStringList names;
    for (const auto& session : m_flows.sessions)
        names.append(session.date.toString(Qt::ISODate));
    m_sessions->setCategories(names);
    const auto colours = categoryColours(theme());
    for (std::size_t group = 0; group < m_grouped.groups.size() && !names.isEmpty(); ++group) {
        auto* set = new QBarSet(m_grouped.groups[group], m_bars);
        for (const auto& value : m_grouped.value[group])
            set->append(value.value_or(0) / 1e6);
        set->setColor(colours[group]);
        set->setPen(Qt::NoPen);
        m_bars->append(set);
    }
    QList<QPointF> points;
    for (const double sum : m_grouped.cumulative)
        points.append({static_cast<double>(points.size()), sum / 1e6});
    m_line->replace(points);
}

void FlowCard::fitAxes()
{
    const FlowAxes axes = flowAxes(m_grouped);
    m_flowAxis->setRange(axes.flowLow / 1e6, axes.flowHigh / 1e6);
    m_sumAxis->setRange(axes.sumLow / 1e6, axes.sumHigh / 1e6);
    m_places->setRange(-0.5, std::max(0.5, static_cast<double>(m_flows.sessions.size()) - 0.5));
}

QString FlowCard::groupText(std::size_t group) const
{
    const QString& name = m_grouped.groups[group];
    if (m_selected < 0)
        return name;
    const auto& value = m_grouped.value[group][static_cast<std::size_t>(m_selected)];
    return value ? tr("%1 %2").arg(name, numberText(*value / 1e6, 1, Sign::Always))
                 : tr("%1 not reported").arg(name);
}

QString FlowCard::sumText() const
{
    const auto& sums = m_grouped.cumulative;
    const std::size_t at = m_selected < 0 ? sums.size() - 1 : static_cast<std::size_t>(m_selected);
    return at < sums.size() ? tr("cumulative %1").arg(moneyText(sums[at], Sign::Always))
                            : tr("cumulative not known");
}

void FlowCard::fillLegend()
{
    std::vector<LegendEntry> entries;
    const auto colours = categoryColours(theme());
    for (std::size_t group = 0; group < m_grouped.groups.size(); ++group)
        entries.push_back({colours[group], groupText(group)});
    entries.push_back({theme().text, sumText(), LegendEntry::Mark::Line});
    m_legend->setEntries(std::move(entries));
}

QString FlowCard::labelOf(std::size_t session) const
{
    const QDate date = m_flows.sessions[session].date;
    const bool isNewMonth = session == 0 || m_flows.sessions[session - 1].date.month() != date.month();
    const QString day = isNewMonth ? dayText(date, date.year()) : QString::number(date.day());
    if (!m_flows.sessions[session].isHeld)
        return QStringLiteral("(%1)").arg(day);
    return isPartial(m_flows.sessions[session]) ? day + QLatin1Char('*') : day;
}

QString FlowCard::noteOf(int session) const
{
    const FlowSession& chosen = m_flows.sessions[static_cast<std::size_t>(session)];
    const QString total =
        chosen.total ? moneyText(chosen.total->toDouble(), Sign::Always) : tr("total not known");
    const QString note = tr("%1 · %2").arg(dayText(chosen.date, 0), total);
    return chosen.isHeld ? note : tr("%1 · New York closed, not counted").arg(note);
}

QString FlowCard::spokenText() const
{
    if (m_selected < 0)
        return m_note;
    QStringList parts{noteOf(m_selected)};
    for (std::size_t group = 0; group < m_grouped.groups.size(); ++group)
        parts.append(groupText(group));
    return parts.join(QStringLiteral(" · "));
}

void FlowCard::select(int session)
{
    m_selected = session < static_cast<int>(m_flows.sessions.size()) ? session : -1;
    if (!isEmpty())
        setNote(m_selected < 0 ? m_note : noteOf(m_selected));
    m_chart->setAccessibleName(tr("Stacked bars of ETF flow by fund"));
    m_chart->setAccessibleDescription(spokenText());
    fillLegend();
    m_chart->viewport()->update();
}

double FlowCard::slotWidth(const QRectF& plot) const
{
    return plot.width() / static_cast<double>(std::max<std::size_t>(1, m_flows.sessions.size()));
}

void FlowCard::pointAt(QPointF position)
{
    const QRectF plot = m_chart->plotRect();
    const int session = static_cast<int>(std::floor((position.x() - plot.left()) / slotWidth(plot)));
    select(position.x() >= plot.left() && position.x() < plot.right() ? session : -1);
}

QRectF FlowCard::reachOf(std::size_t session, const QRectF& plot) const
{
    double above = 0;
    double below = 0;
    for (const auto& group : m_grouped.value)
        (group[session].value_or(0) < 0 ? below : above) += group[session].value_or(0) / 1e6;
    const double low = m_flowAxis->min();
    const double high = m_flowAxis->max();
    const double slot = slotWidth(plot);
    const double left = plot.left() + slot * (static_cast<double>(session) + (1 - flowBarWidth) / 2);
    return {QPointF(left, heightOf(above, low, high, plot)),
            QPointF(left + slot * flowBarWidth, heightOf(below, low, high, plot))};
}

/// Lines of the ground over the bars.
void FlowCard::paintSessionless(QPainter& painter, const QRectF& plot) const
{
    for (std::size_t i = 0; i < m_flows.sessions.size(); ++i)
        if (!m_flows.sessions[i].isHeld)
            painter.fillRect(reachOf(i, plot).adjusted(-1, 0, 1, 0), QBrush(theme().panel, Qt::BDiagPattern));
}

void FlowCard::paintOverlay(QPainter& painter, const QRectF& plot) const
{
    if (m_flows.sessions.empty())
        return;
    const double low = m_flowAxis->min();
    const double high = m_flowAxis->max();
    paintSessionless(painter, plot);
    paintRule(painter, plot, heightOf(0, low, high, plot), theme().faint);
    const FlowAxes axes = flowAxes(m_grouped);
    for (const double extreme : {axes.greatestStack, axes.leastStack}) {
        if (extreme != 0)
            paintExtreme(painter, plot, heightOf(extreme / 1e6, low, high, plot),
                         moneyText(extreme, Sign::Always), theme());
    }
    painter.setFont(themeFont(TextSize::Annotation));
    const double slot = slotWidth(plot);
    for (std::size_t i = 0; i < m_flows.sessions.size(); ++i) {
        const bool isSelected = static_cast<int>(i) == m_selected;
        painter.setPen(isSelected ? theme().text : theme().dim);
        const QRectF place(plot.left() + slot * static_cast<double>(i), plot.bottom() + 5, slot, 16);
        painter.drawText(place, Qt::AlignCenter, labelOf(i));
        if (isSelected)
            painter.fillRect(QRectF(place.left() + slot * 0.2, place.bottom() + 1, slot * 0.6, 1),
                             theme().text);
    }
}

void FlowCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_chart->setTheme(theme);
    m_legend->setTheme(theme);
    m_tableView->setTheme(theme);
    m_line->setPen(QPen(theme.text, 1.5));
    const auto colours = categoryColours(theme);
    for (qsizetype i = 0; i < m_bars->barSets().size(); ++i)
        m_bars->barSets()[i]->setColor(colours[static_cast<std::size_t>(i)]);
    fillLegend();
}

} // namespace holdline

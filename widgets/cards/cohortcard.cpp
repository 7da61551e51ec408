// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/cohortcard.h"

#include "models/foundation/numbertext.h"
#include "widgets/cards/chartlabels.h"
#include "widgets/cards/plainchart.h"
#include "widgets/cards/plaintable.h"
#include "widgets/theme/contrast.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <set>

namespace holdline {

namespace {

constexpr int cohortRowHeight = 25;
constexpr QMargins cohortPlotMargins{72, 0, 136, 0};
constexpr double barShare = 0.36; ///< of a row

std::vector<CohortBasis> youngestLast(std::vector<CohortBasis> cohorts)
{
    std::reverse(cohorts.begin(), cohorts.end());
    return cohorts;
}

/// The definition when all have the same; each one's own stands in the table.
QString ruleOf(const std::vector<CohortBasis>& cohorts)
{
    std::set<QString> definitions;
    for (const auto& cohort : cohorts) {
        if (cohort.costBasis)
            definitions.insert(cohort.definition);
    }
    const bool isOne = definitions.size() == 1 && !definitions.begin()->isEmpty();
    return isOne ? CohortCard::tr("cost basis, %1").arg(*definitions.begin()) : CohortCard::tr("cost basis");
}

} // namespace

CohortCard::CohortCard(QWidget* parent) : Card(tr("Cohorts against price"), tr("No cost bases yet."), parent)
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    m_chart = new PlainChart(cohortPlotMargins, body);
    column->addWidget(m_chart);
    column->addStretch(1);
    m_tableView = new PlainTable(m_table, this);
    m_tableView->setAccessibleName(tr("Cost bases of holders by age"));
    buildChart();
    setBody(body, m_tableView);
    setEmpty(true);
    CohortCard::setTheme(theme());
}

void CohortCard::buildChart()
{
    m_bars = new QHorizontalStackedBarSeries(this);
    m_bars->setBarWidth(barShare);
    m_offset = new QBarSet(QStringLiteral("offset"), m_bars);
    m_loss = new QBarSet(tr("under water"), m_bars);
    m_gain = new QBarSet(tr("in profit"), m_bars);
    for (QBarSet* set : {m_offset, m_loss, m_gain}) {
        set->setPen(Qt::NoPen);
        m_bars->append(set);
    }
    m_offset->setBrush(Qt::NoBrush);
    m_bands = new QBarCategoryAxis(this);
    m_prices = new QValueAxis(this);
    QChart* chart = m_chart->chart();
    chart->addSeries(m_bars);
    chart->addAxis(m_bands, Qt::AlignLeft);
    chart->addAxis(m_prices, Qt::AlignBottom);
    m_bands->setVisible(false);
    m_prices->setVisible(false);
    m_bars->attachAxis(m_bands);
    m_bars->attachAxis(m_prices);
    m_chart->setBackdrop([this](QPainter& painter, const QRectF& plot) { paintTracks(painter, plot); });
    m_chart->setOverlay([this](QPainter& painter, const QRectF& plot) { paintRows(painter, plot); });
    m_chart->setAccessibleName(tr("Cost bases of holders by age against the price"));
}

void CohortCard::setData(const CardData& data)
{
    m_cohorts = data.cohorts;
    m_price = data.price;
    m_table.setRows(m_cohorts);
    setEmpty(std::none_of(m_cohorts.begin(), m_cohorts.end(),
                          [](const CohortBasis& cohort) { return cohort.costBasis.has_value(); }));
    m_chart->setFixedHeight(cohortRowHeight * std::max(1, static_cast<int>(m_cohorts.size())));
    fillSeries();
    fitAxis();
    if (!isEmpty()) {
        const QString rule = ruleOf(m_cohorts);
        setNote(m_price ? tr("price %1 · %2").arg(priceText(*m_price), rule) : rule);
    }
    m_chart->viewport()->update();
}

void CohortCard::fillSeries()
{
    QStringList names;
    for (QBarSet* set : {m_offset, m_loss, m_gain})
        set->remove(0, set->count());
    // The first category stands at the bottom.
    for (const auto& cohort : youngestLast(m_cohorts)) {
        names.append(cohort.band);
        const double basis = cohort.costBasis ? cohort.costBasis->toDouble() : 0;
        const bool isKnown = cohort.costBasis && m_price;
        m_offset->append(isKnown ? std::min(basis, *m_price) : 0);
        m_loss->append(isKnown ? std::max(0.0, basis - *m_price) : 0);
        m_gain->append(isKnown ? std::max(0.0, *m_price - basis) : 0);
    }
    m_bands->setCategories(names);
}

void CohortCard::fitAxis()
{
    std::vector<double> prices;
    if (m_price)
        prices.push_back(*m_price);
    for (const auto& cohort : m_cohorts) {
        if (cohort.costBasis)
            prices.push_back(cohort.costBasis->toDouble());
    }
    if (prices.empty())
        return;
    const auto [least, greatest] = std::minmax_element(prices.begin(), prices.end());
    const double room = std::max((*greatest - *least) * 0.08, *greatest * 0.002);
    m_prices->setRange(*least - room, *greatest + room);
}

void CohortCard::paintTracks(QPainter& painter, const QRectF& plot) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < m_cohorts.size(); ++i) {
        const double top = plot.top() + cohortRowHeight * (static_cast<double>(i) + (1 - barShare) / 2);
        painter.fillRect(QRectF(plot.left(), top, plot.width(), cohortRowHeight * barShare), theme().raised);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void CohortCard::paintRows(QPainter& painter, const QRectF& plot) const
{
    painter.setFont(themeFont(TextSize::Text));
    for (std::size_t i = 0; i < m_cohorts.size(); ++i)
        paintRow(painter,
                 QRectF(plot.left(), plot.top() + cohortRowHeight * static_cast<double>(i), plot.width(),
                        cohortRowHeight),
                 m_cohorts[i]);
}

void CohortCard::paintRow(QPainter& painter, const QRectF& row, const CohortBasis& cohort) const
{
    constexpr auto right = Qt::AlignRight | Qt::AlignVCenter;
    painter.setPen(theme().dim);
    painter.drawText(QRectF(0, row.top(), row.left() - 12, cohortRowHeight), right, bandTitle(cohort.band));
    const QRectF values(row.right() + 8, row.top(), cohortPlotMargins.right() - 8, cohortRowHeight);
    if (!cohort.costBasis) {
        painter.drawText(values, right, tr("no record"));
        return;
    }
    const double basis = cohort.costBasis->toDouble();
    const double x =
        row.left() + (basis - m_prices->min()) / (m_prices->max() - m_prices->min()) * row.width();
    painter.fillRect(QRectF(std::round(x) - 1, row.center().y() - 7, 2, 14), theme().text);
    painter.setPen(theme().text);
    painter.drawText(values.adjusted(0, 0, -68, 0), right, priceText(basis));
    if (!cohort.unrealizedPct)
        return;
    painter.setPen(readableOn(*cohort.unrealizedPct < 0 ? theme().down : theme().up, theme().panel));
    painter.drawText(values, right, percentText(*cohort.unrealizedPct));
}

void CohortCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_chart->setTheme(theme);
    m_tableView->setTheme(theme);
    m_loss->setColor(theme.down);
    m_gain->setColor(theme.up);
}

} // namespace holdline

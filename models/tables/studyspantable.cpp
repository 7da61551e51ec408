// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/studyspantable.h"

#include "models/foundation/numbertext.h"

namespace holdline {

namespace {

qint64 hoursIn(Span span)
{
    return span / std::chrono::hours{1};
}

const StudySummary& summaryIn(const StudySpanRow& row, int column)
{
    return column < StudySpanTable::FirstFlowColumn
               ? row.price
               : row.flows[static_cast<std::size_t>(column - StudySpanTable::FirstFlowColumn)];
}

/// Per cent, or US dollars of a flow.
std::optional<double> valueIn(const StudySpanRow& row, int column)
{
    const StudySummary& summary = summaryIn(row, column);
    return column == StudySpanTable::HalfColumn ? summary.lowerQuartile : summary.median;
}

/// `−1.8 to +0.3 %`
QString halfText(const StudySummary& price)
{
    if (!price.lowerQuartile)
        return {};
    return StudySpanTable::tr("%1 to %2")
        .arg(numberText(*price.lowerQuartile, 1, Sign::Always), percentText(*price.upperQuartile));
}

QString millionsText(double usd, Sign sign)
{
    return StudySpanTable::tr("%1 M").arg(numberText(usd / 1e6, 0, sign));
}

QString flowExplanation(const StudySummary& summary)
{
    if (!summary.median)
        return StudySpanTable::tr("Not stored over any of these spans");
    return StudySpanTable::tr("Median of %n cases, half of them between %1 and %2", nullptr, summary.count)
        .arg(moneyText(*summary.lowerQuartile, Sign::Always),
             moneyText(*summary.upperQuartile, Sign::Always));
}

} // namespace

void StudySpanTable::setStudy(const EventStudy& study)
{
    std::vector<StudySpanRow> rows;
    for (std::size_t i = 0; i < studySpans.size(); ++i)
        rows.push_back({studySpans[i], study.price[i], study.flows[i]});
    setRows(std::move(rows));
}

const std::vector<TableColumn>& StudySpanTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("After")},
        {tr("Price"), true, tr("Median change of the price")},
        {tr("Half of them"), true, tr("Between its quartiles: half of the cases")},
        {tr("Cases"), true, tr("Cases of which the price is known over the whole span")},
        {tr("Longs"), true, tr("Longs liquidated, US$, median")},
        {tr("Taker"), true, tr("Net taker volume, US$, median")},
        {tr("ETF"), true, tr("Net flow of the funds, US$, median")}};
    return all;
}

QString StudySpanTable::text(const StudySpanRow& row, int column) const
{
    const qint64 hours = hoursIn(row.span);
    if (column == SpanColumn)
        return hours < 24 ? tr("%1 h").arg(hours) : tr("%1 d").arg(hours / 24);
    if (column == CasesColumn)
        return QString::number(row.price.count);
    const auto value = valueIn(row, column);
    if (!value)
        return {};
    if (column >= FirstFlowColumn)
        return millionsText(*value, column == FirstFlowColumn ? Sign::WhenNegative : Sign::Always);
    return column == HalfColumn ? halfText(row.price) : percentText(*value);
}

QVariant StudySpanTable::raw(const StudySpanRow& row, int column) const
{
    if (column == SpanColumn)
        return hoursIn(row.span);
    return column == CasesColumn ? QVariant(qint64{row.price.count}) : rawOf(valueIn(row, column));
}

QVariant StudySpanTable::extra(const StudySpanRow& row, int column, int role) const
{
    if (role == Qt::ToolTipRole && column >= FirstFlowColumn)
        return flowExplanation(summaryIn(row, column));
    if (role != ToneRole || column == SpanColumn || column == FirstFlowColumn)
        return {};
    if (column == HalfColumn || column == CasesColumn)
        return static_cast<int>(Tone::Dim);
    const auto value = valueIn(row, column);
    return value ? toneOf(*value, column == MedianColumn ? 0.05 : 0.5e6) : QVariant();
}

} // namespace holdline

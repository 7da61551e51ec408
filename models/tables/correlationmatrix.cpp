// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/correlationmatrix.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"

namespace holdline {

namespace {

constexpr Span oldCorrelation = std::chrono::hours{24 * 10};

const std::optional<DatedCorrelation>& correlationIn(const CorrelationRow& row, int column)
{
    static const std::optional<DatedCorrelation> none;
    const auto other = static_cast<std::size_t>(column - 1);
    return other < row.with.size() ? row.with[other] : none;
}

/// Titles are written for the middle of a sentence.
QString atTheBeginning(const QString& title)
{
    return title.left(1).toUpper() + title.mid(1);
}

} // namespace

CorrelationMatrix::CorrelationMatrix(QObject* parent) : RowModel(parent)
{
    setMarkets({});
}

void CorrelationMatrix::setMarkets(const std::vector<CorrelatedMarket>& markets)
{
    m_markets = markets;
    m_columns = {{tr("Market")}};
    for (const CorrelatedMarket& market : markets)
        m_columns.push_back({market.name.toUpper(), true,
                             tr("%1, from %2").arg(atTheBeginning(market.title), market.source)});
}

void CorrelationMatrix::setTable(const CorrelationTable& table, std::size_t set)
{
    m_set = set;
    m_at = table.at;
    if (table.markets != m_markets) {
        setRows({});
        beginResetModel();
        setMarkets(table.markets);
        endResetModel();
    }
    std::vector<CorrelationRow> rows;
    for (std::size_t i = 0; i < table.markets.size(); ++i)
        rows.push_back({table.markets[i], table.sets[set].matrix[i]});
    setRows(std::move(rows));
}

QString CorrelationMatrix::text(const CorrelationRow& row, int column) const
{
    if (column == 0)
        return atTheBeginning(row.market.title);
    const auto& value = correlationIn(row, column);
    return value ? numberText(value->value, 2, Sign::Always) : QString();
}

QVariant CorrelationMatrix::raw(const CorrelationRow& row, int column) const
{
    if (column == 0)
        return row.market.title;
    const auto& value = correlationIn(row, column);
    return value ? QVariant(value->value) : QVariant();
}

QString CorrelationMatrix::explanation(const CorrelationRow& row, int column) const
{
    const QString pair =
        tr("%1 and %2").arg(row.market.title, m_markets[static_cast<std::size_t>(column - 1)].title);
    const auto& value = correlationIn(row, column);
    if (!value)
        return tr("%1: fewer than %2 daily changes between dates that both have")
            .arg(pair)
            .arg(correlationLengths[m_set]);
    return tr("%1: %2 daily changes up to %3")
        .arg(pair)
        .arg(correlationLengths[m_set])
        .arg(dayText(dateIn(value->date, QTimeZone::utc()), 0));
}

/// What is older than holidays is dim, and its tip says how old.
QVariant CorrelationMatrix::extra(const CorrelationRow& row, int column, int role) const
{
    if (column == 0)
        return {};
    const bool isItself = row.market.name == m_markets[static_cast<std::size_t>(column - 1)].name;
    if (role == Qt::ToolTipRole && !isItself)
        return explanation(row, column);
    const auto& value = correlationIn(row, column);
    if (role != ToneRole || !value)
        return {};
    if (m_at - value->date > oldCorrelation)
        return static_cast<int>(Tone::Dim);
    return static_cast<int>(value->value < 0 ? Tone::Down : Tone::Up);
}

} // namespace holdline

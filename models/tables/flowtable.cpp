// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/flowtable.h"

#include "models/foundation/numbertext.h"

#include <QLocale>

namespace holdline {

namespace {

QString dateText(QDate date)
{
    return QLocale::c().toString(date, QStringLiteral("d MMM yyyy"));
}

std::optional<Amount> amountIn(const FlowSession& session, int column)
{
    if (column == FlowTable::TotalColumn)
        return session.total;
    const auto fund = static_cast<std::size_t>(column - FlowTable::FirstFundColumn);
    return fund < session.flow.size() ? session.flow[fund] : std::nullopt;
}

} // namespace

FlowTable::FlowTable(QObject* parent) : RowModel(parent)
{
    setFunds({});
}

void FlowTable::setFunds(const std::vector<QString>& funds)
{
    m_funds = funds;
    m_columns = {{tr("Session"), false, tr("Day of the New York exchange")},
                 {tr("Total"), true, tr("US$ M")}};
    for (const auto& fund : funds)
        m_columns.push_back({fund, true, tr("%1, US$ M").arg(fund)});
}

void FlowTable::setFlows(const FundFlows& flows)
{
    if (flows.funds != m_funds) {
        setRows({});
        beginResetModel();
        setFunds(flows.funds);
        endResetModel();
    }
    setRows(flows.sessions);
}

QString FlowTable::text(const FlowSession& row, int column) const
{
    if (column == SessionColumn)
        return row.isHeld ? dateText(row.date) : tr("%1, no session").arg(dateText(row.date));
    const auto amount = amountIn(row, column);
    return amount ? numberText(amount->toDouble() / 1e6, 1, Sign::Always) : QString();
}

QVariant FlowTable::raw(const FlowSession& row, int column) const
{
    if (column == SessionColumn)
        return row.date.toJulianDay();
    const auto amount = amountIn(row, column);
    return amount ? QVariant(amount->toDouble()) : QVariant();
}

QVariant FlowTable::extra(const FlowSession& row, int column, int role) const
{
    if (role == TimeRole)
        return toMsecs(row.range.from);
    if (role != ToneRole || column == SessionColumn)
        return {};
    const auto amount = amountIn(row, column);
    if (!amount || amount->units == 0)
        return static_cast<int>(Tone::Dim);
    return static_cast<int>(amount->units < 0 ? Tone::Down : Tone::Up);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alerttable.h"

#include "models/foundation/timetext.h"
#include "models/levels/alertwords.h"

namespace holdline {

namespace {

QString stateOf(const Alert& alert, std::optional<UtcTime> firedAt, bool isUnseen, UtcTime now)
{
    if (!alert.isOn)
        return AlertTable::tr("off");
    if (alert.validTo && *alert.validTo <= now)
        return AlertTable::tr("over");
    if (isSpent(alert, firedAt))
        return AlertTable::tr("fired");
    return isUnseen ? AlertTable::tr("cannot see") : AlertTable::tr("armed");
}

} // namespace

void AlertTable::setState(const AlertState& state)
{
    m_zone = zoneByName(state.zone);
    m_year = dateIn(state.now, m_zone).year();
    std::map<QString, UtcTime> fired;
    for (const LoggedFiring& one : state.log) {
        UtcTime& last = fired.try_emplace(one.firing.alert, one.firing.at).first->second;
        last = std::max(last, one.firing.at);
    }
    std::vector<AlertRow> rows;
    for (const Alert& alert : state.alerts) {
        const auto last = fired.find(alert.id);
        const auto trouble = state.troubles.find(alert.id);
        const bool isUnseen = trouble != state.troubles.end();
        AlertRow row{alert, alertWords(alert, state.levels), {}, isUnseen ? trouble->second : QString(), {}};
        if (last != fired.end())
            row.firedAt = last->second;
        row.state = stateOf(alert, row.firedAt, isUnseen, state.now);
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
    announceAllTexts();
}

const std::vector<TableColumn>& AlertTable::columns() const
{
    static const std::vector<TableColumn> all{{tr("Alert")}, {tr("When")}, {tr("State")}, {tr("Last fired")}};
    return all;
}

QString AlertTable::text(const AlertRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return row.alert.name;
    case ConditionColumn:
        return row.condition;
    case StateColumn:
        return row.state;
    case FiredColumn:
        return row.firedAt ? dayTimeText(*row.firedAt, m_zone, m_year) : QString();
    }
    return {};
}

QVariant AlertTable::raw(const AlertRow& row, int column) const
{
    if (column == FiredColumn)
        return row.firedAt ? QVariant(static_cast<qlonglong>(toMsecs(*row.firedAt))) : QVariant();
    return text(row, column);
}

QVariant AlertTable::extra(const AlertRow& row, int column, int role) const
{
    if (role == Qt::ToolTipRole)
        return row.reason.isEmpty() ? row.condition : row.condition + QLatin1Char('\n') + row.reason;
    if (role == ToneRole && column == StateColumn && row.state == tr("armed"))
        return static_cast<int>(Tone::Up);
    if (role == ToneRole && column == StateColumn && row.state == tr("cannot see"))
        return static_cast<int>(Tone::Attention);
    if (role == ToneRole && column != NameColumn)
        return static_cast<int>(Tone::Dim);
    if (role == TimeRole && row.firedAt)
        return static_cast<qlonglong>(toMsecs(*row.firedAt));
    return {};
}

} // namespace holdline

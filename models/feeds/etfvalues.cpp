// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/etfvalues.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

#include <algorithm>
#include <set>

namespace holdline {

namespace {

constexpr std::size_t daysBefore = 10;
constexpr Int128 mostFlow = Int128(1'000'000'000'000) * decimalUnits;

bool isTickerSign(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The last ten days before that one on which a fund reported.
std::set<UtcTime> reportedBefore(const FundValues& funds, UtcTime day)
{
    std::set<UtcTime> days;
    for (const auto& [fund, values] : funds) {
        for (const DayValue& value : values) {
            if (value.day < day)
                days.insert(value.day);
        }
    }
    while (days.size() > daysBefore)
        days.erase(days.begin());
    return days;
}

} // namespace

SeriesKey etfFlowKey(const QString& fund, const QString& source)
{
    return {QStringLiteral("etf/btc/") + fund, QStringLiteral("value"), source, {}};
}

DailyRecord etfFlowRecord(const SeriesKey& key, std::vector<DayValue> values)
{
    return {key, QStringLiteral("USD"), std::move(values), etfDay};
}

QString fundOf(const JsonToken& token)
{
    const std::string_view text = token.text();
    const bool isTicker =
        text.size() >= 2 && text.size() <= 6 && std::all_of(text.begin(), text.end(), isTickerSign);
    const QString fund = isTicker
                             ? QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())).toUpper()
                             : QString();
    return fund == QStringLiteral("TOTAL") ? QString() : fund;
}

std::optional<Amount> flowOf(const JsonToken& token)
{
    const auto flow = token.amount();
    return flow && flow->units < mostFlow && flow->units > -mostFlow ? flow : std::nullopt;
}

bool isNotReported(const JsonToken& token)
{
    const std::string_view text = token.text();
    return token.isLeftOut() || text == "-" || text == "--" || text == "–" || text == "\\u2013";
}

bool haveAllReported(const FundValues& funds, UtcTime day)
{
    const std::set<UtcTime> before = reportedBefore(funds, day);
    bool isAny = false;
    for (const auto& [fund, values] : funds) {
        const auto on = [&](const DayValue& value) { return value.day == day; };
        const auto earlier = [&](const DayValue& value) { return before.contains(value.day); };
        const bool hasReported = std::any_of(values.begin(), values.end(), on);
        if (!hasReported && std::any_of(values.begin(), values.end(), earlier))
            return false;
        isAny = isAny || hasReported;
    }
    return isAny;
}

void holdBackNewest(std::vector<DayValue>& total, const FundValues& funds, std::vector<QString>& rejects)
{
    if (total.empty() || haveAllReported(funds, total.back().day))
        return;
    rejects.push_back(QStringLiteral("the total of %1 is held back until all funds have reported")
                          .arg(dayText(total.back().day)));
    total.pop_back();
}

} // namespace holdline

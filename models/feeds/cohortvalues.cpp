// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/cohortvalues.h"

#include "models/feeds/jsonshapes.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Int128 mostPaid = Int128(100'000'000) * decimalUnits;
constexpr Int128 mostCoins = Int128(21'000'000) * decimalUnits;

SeriesKey cohortKey(const QString& band, const QString& column, const QString& source,
                    const QString& definition)
{
    return {QStringLiteral("cohort/") + band, column, source, definition};
}

} // namespace

SeriesKey costBasisKey(const QString& band, const QString& source, const QString& definition)
{
    return cohortKey(band, QStringLiteral("cost_basis"), source, definition);
}

SeriesKey supplyKey(const QString& band, const QString& source, const QString& definition)
{
    return cohortKey(band, QStringLiteral("supply_btc"), source, definition);
}

std::optional<Amount> costOf(Amount money, Amount supply)
{
    const Int128 most = (Int128(1) << 126) / decimalUnits;
    if (supply.units <= 0 || money.units <= 0 || money.units > most)
        return std::nullopt;
    const Amount cost{(money.units * decimalUnits + supply.units / 2) / supply.units};
    return isCost(cost) ? std::optional(cost) : std::nullopt;
}

bool isCost(Amount price)
{
    return price.units > 0 && price.units < mostPaid;
}

bool isSupply(Amount btc)
{
    return btc.units >= 0 && btc.units <= mostCoins;
}

std::optional<UtcTime> dayOf(const JsonToken& token)
{
    const std::string_view text = token.text().substr(0, 10);
    const bool isDate = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const auto time = isDate ? parseIso(viewOf(text)) : Result<UtcTime>(Error{});
    return time.hasValue() ? std::optional(time.value()) : std::nullopt;
}

QString dayText(UtcTime day)
{
    return toIso(day).left(10);
}

void putInOrder(std::vector<DayValue>& values)
{
    std::stable_sort(values.begin(), values.end(),
                     [](const DayValue& a, const DayValue& b) { return a.day < b.day; });
    const auto firstKept = std::unique(values.rbegin(), values.rend(),
                                       [](const DayValue& a, const DayValue& b) { return a.day == b.day; });
    values.erase(values.begin(), firstKept.base());
}

} // namespace holdline

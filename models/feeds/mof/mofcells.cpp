// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/mof/mofcells.h"

#include <QByteArrayList>

#include <array>

namespace holdline {

namespace {

constexpr Amount mostYield{Int128(100) * decimalUnits};

} // namespace

std::optional<UtcTime> mofDate(QByteArrayView text, MofDate form)
{
    const QByteArrayList parts = text.toByteArray().split('/');
    if (parts.size() != 3)
        return std::nullopt;
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers[i] = parts[static_cast<qsizetype>(i)].toInt(&isNumber);
        if (!isNumber || numbers[i] < 1 || numbers[i] > 9999)
            return std::nullopt;
    }
    const auto [first, second, third] = numbers;
    const auto date = form == MofDate::YearFirst
                          ? std::chrono::year{first} / std::chrono::month(unsigned(second)) /
                                std::chrono::day(unsigned(third))
                          : std::chrono::year{third} / std::chrono::month(unsigned(first)) /
                                std::chrono::day(unsigned(second));
    const bool isDate = date.ok() && int(date.year()) > 1900;
    return isDate ? std::optional(UtcTime{std::chrono::sys_days{date}}) : std::nullopt;
}

std::optional<Amount> mofYieldOf(QByteArrayView text)
{
    const auto yield = Amount::parse(text.endsWith('%') ? text.chopped(1).trimmed() : text);
    return yield && *yield < mostYield && -*yield < mostYield ? yield : std::nullopt;
}

} // namespace holdline

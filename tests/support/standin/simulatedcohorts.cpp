// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>

namespace holdline::testing {

namespace {

quint32 numberOf(QByteArrayView name)
{
    quint32 number = 2166136261U;
    for (const char c : name)
        number = (number ^ static_cast<quint8>(c)) * 16777619U;
    return number;
}

} // namespace

UtcTime dayStart(UtcTime time)
{
    return std::chrono::floor<std::chrono::days>(time);
}

Amount SimulatedCohort::money() const
{
    return {supply.units * (cost.units / decimalUnits)};
}

SimulatedCohort cohortOf(QByteArrayView name, UtcTime day, UtcTime now)
{
    const quint32 number = numberOf(name);
    const qint64 index = day.time_since_epoch() / oneDayLong;
    const qint64 seconds =
        std::clamp<qint64>((now - day) / std::chrono::seconds{1}, 0, oneDayLong / std::chrono::seconds{1});
    SimulatedCohort cohort;
    cohort.supply.units =
        Int128(100'000 + number % 400'000 + index % 97) * decimalUnits + seconds * 1'000 + 12'345;
    cohort.cost = Price::whole(20'000 + number / 7 % 60'000 + index % 1'000 + seconds / 60);
    return cohort;
}

} // namespace holdline::testing

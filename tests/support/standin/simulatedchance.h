// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QByteArray>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace holdline::testing::chance {

/// What chance is asked for: another one for each purpose.
enum Purpose : quint64 { Path = 1, Noise, Count, Quiet, Deal, Forced, Interest, Funding, Basis };

[[nodiscard]] inline quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

[[nodiscard]] inline quint64 textHash(const QByteArray& text)
{
    quint64 value = 0;
    for (const char letter : text)
        value = mixed(value ^ static_cast<quint64>(letter));
    return value;
}

[[nodiscard]] inline double fraction(quint64 hash)
{
    return static_cast<double>(hash >> 11) / 9007199254740992.0;
}

[[nodiscard]] inline qint64 stepOf(int decimals)
{
    qint64 step = decimalUnits;
    for (int i = 0; i < decimals; ++i)
        step /= 10;
    return step;
}

[[nodiscard]] inline qint64 roundedTo(double units, qint64 step)
{
    return std::max<qint64>(1, std::llround(units / static_cast<double>(step))) * step;
}

[[nodiscard]] inline UtcTime secondStart(qint64 index)
{
    return fromMsecs(index * 1000);
}

[[nodiscard]] inline qint64 secondOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

} // namespace holdline::testing::chance

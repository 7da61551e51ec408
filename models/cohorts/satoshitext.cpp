// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/satoshitext.h"

#include "models/cohorts/corenumbers.h"

#include <limits>

namespace holdline {

namespace {

/// Reads digits; absent when there are none, more than `most`, or a zero before others.
std::optional<qint64> wholePart(const char*& at, const char* end, int most)
{
    const char* const begin = at;
    qint64 n = 0;
    for (; at != end && *at >= '0' && *at <= '9'; ++at) {
        if (at - begin == most)
            return std::nullopt;
        n = n * 10 + (*at - '0');
    }
    const bool isWritten = at != begin && (*begin != '0' || at - begin == 1);
    return isWritten ? std::optional(n) : std::nullopt;
}

constexpr int decimals = 8;
constexpr qint64 satoshiOfOne = 100'000'000;

} // namespace

std::optional<qint64> parseSatoshi(QByteArrayView number)
{
    const char* at = number.data();
    const char* const end = at + number.size();
    const auto whole = wholePart(at, end, decimals);
    if (!whole)
        return std::nullopt;
    qint64 satoshi = *whole * satoshiOfOne;
    if (at != end) {
        const auto digits = end - at - 1;
        if (*at++ != '.' || digits < 1 || digits > decimals)
            return std::nullopt;
        qint64 part = 0;
        for (; at != end; ++at) {
            if (*at < '0' || *at > '9')
                return std::nullopt;
            part = part * 10 + (*at - '0');
        }
        for (auto digit = digits; digit < decimals; ++digit)
            part *= 10;
        satoshi += part;
    }
    return satoshi <= mostSatoshi ? std::optional(satoshi) : std::nullopt;
}

std::optional<quint32> parseWhole(QByteArrayView number)
{
    const char* at = number.data();
    const char* const end = at + number.size();
    const auto whole = wholePart(at, end, 10);
    if (!whole || at != end || *whole > std::numeric_limits<quint32>::max())
        return std::nullopt;
    return static_cast<quint32>(*whole);
}

} // namespace holdline

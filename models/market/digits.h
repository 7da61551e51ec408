// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>
#include <QtGlobal>

namespace holdline {

/// Whether these eight bytes are digits.
[[nodiscard]] inline bool isEightDigits(const char* at)
{
    const auto bytes = qFromLittleEndian<quint64>(at);
    constexpr quint64 high = 0xF0F0F0F0F0F0F0F0;
    constexpr quint64 zeros = 0x3030303030303030;
    constexpr quint64 sixes = 0x0606060606060606; // lifts what follows the nine
    return (bytes & high) == zeros && ((bytes + sixes) & high) == zeros;
}

/// The number that eight digits write: neighbours are joined to pairs, pairs to fours, fours to all.
[[nodiscard]] inline quint64 eightDigits(const char* at)
{
    quint64 digits = qFromLittleEndian<quint64>(at) & 0x0F0F0F0F0F0F0F0F;
    digits = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FF;
    digits = (digits * 100 + (digits >> 16)) & 0x0000FFFF0000FFFF;
    return (digits * 10'000 + (digits >> 32)) & 0xFFFFFFFF;
}

/// Adds digits to a number and returns where they end. More than 18 may run over.
[[nodiscard]] inline const char* takeDigits(const char* at, const char* end, quint64& number)
{
    for (; end - at >= 8 && isEightDigits(at); at += 8)
        number = number * 100'000'000 + eightDigits(at);
    for (; at != end; ++at) {
        const auto digit = static_cast<unsigned char>(*at - '0');
        if (digit > 9)
            break;
        number = number * 10 + digit;
    }
    return at;
}

} // namespace holdline

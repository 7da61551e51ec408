// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>
#include <QtGlobal>

#include <array>
#include <bit>

namespace holdline {

/// How Bitcoin Core writes numbers into snapshots and undo files.
/// The readers move `at` past the number, or past the byte that makes it invalid, and say whether it was
/// valid. They do not look for the end: `coreNumberBytes` bytes must be readable from `at` on. Who has fewer
/// puts zeros behind them and sees afterwards whether `at` went too far.
/// Source: Bitcoin Core src/serialize.h (CompactSize, VARINT), src/compressor.cpp (amounts).

/// The longest number: a VARINT of 64 bits.
inline constexpr int coreNumberBytes = 10;
/// Satoshi in 21 million bitcoin.
inline constexpr qint64 mostSatoshi = 2'100'000'000'000'000;
/// The largest length that Core accepts.
inline constexpr quint64 mostCompactSize = 0x02000000;

/// Little-endian, so many bytes.
[[nodiscard]] inline quint64 littleEndian(const uchar* at, int bytes)
{
    quint64 n = 0;
    for (int i = bytes - 1; i >= 0; --i)
        n = n << 8 | at[i];
    return n;
}

/// A length: one byte below 253, else 2, 4 or 8 after a mark. A longer form than needed is invalid, and so is
/// more than `mostCompactSize`.
[[nodiscard]] inline bool readCompactSize(const uchar*& at, quint64& n)
{
    n = *at++;
    if (n < 253) [[likely]]
        return true;
    const int bytes = 2 << (n - 253);
    n = littleEndian(at, bytes);
    at += bytes;
    const quint64 least = bytes == 2 ? 253 : bytes == 4 ? 0x10000 : 0x100000000;
    return n >= least && n <= mostCompactSize;
}

namespace detail {

/// A VARINT of up to eight bytes without a branch for each of them: lengths follow no pattern that a
/// processor could guess. The answer is its length, 0 when it is longer.
inline int readShortVarint(const uchar* at, quint64& n)
{
    // What the bytes before the last add, each counting one more than it says.
    constexpr std::array<quint64, 9> offsets{0,          0,           0x80,          0x4080,         0x204080,
                                             0x10204080, 0x810204080, 0x40810204080, 0x2040810204080};
    quint64 word = qFromLittleEndian<quint64>(at);
    const quint64 ends = ~word & 0x8080808080808080;
    if (ends == 0) [[unlikely]]
        return 0;
    const int length = std::countr_zero(ends) / 8 + 1;
    word = qbswap(word) >> (64 - 8 * length);
    word &= 0x7f7f7f7f7f7f7f7f;
    word = (word & 0x007f007f007f007f) | (word & 0x7f007f007f007f00) >> 1;
    word = (word & 0x00003fff00003fff) | (word & 0x3fff00003fff0000) >> 2;
    word = (word & 0x000000000fffffff) | (word & 0x0fffffff00000000) >> 4;
    n = word + offsets[static_cast<std::size_t>(length)];
    return length;
}

} // namespace detail

/// Base 128, most significant group first; each number has one form. Invalid when it does not fit.
template <typename Unsigned>
[[nodiscard]] inline bool readVarint(const uchar*& at, Unsigned& n)
{
    quint64 whole = 0;
    if (const int length = detail::readShortVarint(at, whole); length > 0 && whole <= ~Unsigned{0})
        [[likely]] {
        at += length;
        n = static_cast<Unsigned>(whole);
        return true;
    }
    constexpr Unsigned most = ~Unsigned{0};
    n = 0;
    for (;;) {
        const uchar byte = *at++;
        if (n > most >> 7)
            return false;
        n = n << 7 | (byte & 0x7fU);
        if (!(byte & 0x80U))
            return true;
        if (n == most)
            return false;
        ++n;
    }
}

/// A compressed amount as satoshi; invalid above 21 million bitcoin.
[[nodiscard]] inline bool decodeAmount(quint64 x, qint64& satoshi)
{
    constexpr std::array<qint64, 10> powers{1,       10,        100,        1'000,       10'000,
                                            100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
    constexpr auto limits = [] {
        std::array<quint64, 10> most{};
        quint64 power = 1;
        for (quint64& limit : most) {
            limit = static_cast<quint64>(mostSatoshi) / power;
            power *= 10;
        }
        return most;
    }();
    satoshi = 0;
    if (x == 0)
        return true;
    --x;
    const auto exponent = x % 10;
    x /= 10;
    const quint64 n = exponent < 9 ? x / 9 * 10 + x % 9 + 1 : x + 1;
    if (n > limits[exponent])
        return false;
    satoshi = static_cast<qint64>(n) * powers[exponent];
    return true;
}

/// Bytes of the script behind a script selector: the common scripts are stored as a hash or key alone.
[[nodiscard]] inline quint32 scriptBytes(quint32 selector)
{
    return selector < 2 ? 20 : selector < 6 ? 32 : selector - 6;
}
/// A longer script cannot be spent and is in no set.
inline constexpr quint32 mostScriptBytes = 10'000;

} // namespace holdline

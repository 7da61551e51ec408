// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>

namespace holdline {

__extension__ using Int128 = __int128;

/// Units of 1e-8 in one whole.
inline constexpr qint64 decimalUnits = 100'000'000;

/// Reads a decimal number (`-1.5`, `5.1e-05`, `+3`, `.5`) as units of 1e-8, rounded half away from zero.
/// Absent when the text is not wholly a finite number or does not fit 126 bits. No grouping, no spaces.
[[nodiscard]] std::optional<Int128> parseDecimalUnits(QByteArrayView text);

/// Writes units of 1e-8 with as many digits as needed: `87282`, `-0.5`.
[[nodiscard]] QByteArray decimalText(Int128 units);

/// A signed decimal exact to 1e-8 in 128 bits: volumes, money, supplies, yields, ratios.
struct Amount {
    Int128 units = 0; ///< of 1e-8

    [[nodiscard]] static std::optional<Amount> parse(QByteArrayView text);
    [[nodiscard]] static Amount fromDouble(double value); ///< nearest unit, halves away from zero
    [[nodiscard]] double toDouble() const { return static_cast<double>(units) / 1e8; }
    [[nodiscard]] QByteArray toText() const { return decimalText(units); }

    auto operator<=>(const Amount&) const = default;
    Amount operator-() const { return {-units}; }
    Amount& operator+=(Amount other)
    {
        units += other.units;
        return *this;
    }
    Amount& operator-=(Amount other)
    {
        units -= other.units;
        return *this;
    }
    friend Amount operator+(Amount a, Amount b) { return {a.units + b.units}; }
    friend Amount operator-(Amount a, Amount b) { return {a.units - b.units}; }
    friend Amount operator*(Amount a, int n) { return {a.units * n}; }
};

/// A price: units of 1e-8 of the quote currency in 64 bits (up to 92 billion).
struct Price {
    qint64 units = 0;

    [[nodiscard]] static std::optional<Price> parse(QByteArrayView text);
    [[nodiscard]] static constexpr Price whole(qint64 value) { return {value * decimalUnits}; }
    [[nodiscard]] static Price fromDouble(double value);
    [[nodiscard]] double toDouble() const { return static_cast<double>(units) / 1e8; }
    [[nodiscard]] QByteArray toText() const { return decimalText(units); }
    auto operator<=>(const Price&) const = default;
};

/// A quantity of the base asset: satoshi, or units of 1e-8 of another coin.
struct Quantity {
    qint64 units = 0;

    [[nodiscard]] static std::optional<Quantity> parse(QByteArrayView text);
    [[nodiscard]] double toDouble() const { return static_cast<double>(units) / 1e8; }
    [[nodiscard]] QByteArray toText() const { return decimalText(units); }
    auto operator<=>(const Quantity&) const = default;
};

/// Price times quantity, rounded half away from zero to 1e-8 of the quote currency.
[[nodiscard]] Amount operator*(Price price, Quantity quantity);

} // namespace holdline

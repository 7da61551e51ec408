// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <bit>
#include <cstddef>

namespace holdline {

/// The tick size of a series, in units of 1e-8 of the quote currency: the largest power of ten that divides
/// all prices seen.
class TickUnit final {
public:
    [[nodiscard]] qint64 units() const { return m_units; }
    /// Prices are multiples of it, in the quote currency; 1e10 while no price but zero was seen.
    [[nodiscard]] double size() const { return static_cast<double>(m_units) / 1e8; }

    /// Writes the prices in ticks; false when one is no multiple of the unit or does not fit the type.
    template <typename Tick>
    [[nodiscard]] bool encode(const std::array<qint64, 4>& prices, std::array<Tick, 4>& ticks) const
    {
        // A product with the reciprocal is several times faster than a division and nearly always right.
        return encodeWith(prices, ticks, [this](qint64 price) { return nearestTicks(price); }) ||
               encodeWith(prices, ticks, [this](qint64 price) { return price / m_units; });
    }
    [[nodiscard]] double price(qint64 ticks) const { return static_cast<double>(ticks * m_units) / 1e8; }

    /// The unit that divides the prices too; at most this one.
    [[nodiscard]] TickUnit refinedFor(const std::array<qint64, 4>& prices) const
    {
        TickUnit finer = *this;
        for (const qint64 price : prices) {
            while (price % finer.m_units != 0)
                finer.m_units /= 10;
        }
        finer.m_reciprocal = 1.0 / static_cast<double>(finer.m_units);
        return finer;
    }

private:
    template <typename Tick, typename Quotient>
    [[nodiscard]] bool encodeWith(const std::array<qint64, 4>& prices, std::array<Tick, 4>& ticks,
                                  Quotient quotientOf) const
    {
        quint64 wrong = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const qint64 quotient = quotientOf(prices[i]);
            ticks[i] = static_cast<Tick>(quotient);
            // Unsigned, because a wrong quotient may overflow.
            wrong |= (static_cast<quint64>(quotient) * static_cast<quint64>(m_units)) ^
                     static_cast<quint64>(prices[i]);
            wrong |= static_cast<quint64>(quotient ^ static_cast<qint64>(ticks[i]));
        }
        return wrong == 0;
    }

    /// Adding 1.5 x 2^52 leaves the nearest integer in the low bits of the sum; what does not fit there is
    /// some other number.
    [[nodiscard]] qint64 nearestTicks(qint64 price) const
    {
        constexpr double shift = 6'755'399'441'055'744.0;
        const double sum = static_cast<double>(price) * m_reciprocal + shift;
        return std::bit_cast<qint64>(sum) - std::bit_cast<qint64>(shift);
    }

    qint64 m_units = 1'000'000'000'000'000'000;
    double m_reciprocal = 1e-18;
};

} // namespace holdline

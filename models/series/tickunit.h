// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>

namespace holdline {

/// The tick size of a series, in units of 1e-8 of the quote currency: the largest power of ten that divides
/// all prices seen.
class TickUnit final {
public:
    [[nodiscard]] qint64 units() const { return m_units; }
    /// Prices are multiples of it, in the quote currency; 1e10 while no price but zero was seen.
    [[nodiscard]] double size() const { return static_cast<double>(m_units) / 1e8; }

    /// The price in ticks; absent when it is no multiple of the unit or does not fit the type.
    template <typename Tick>
    [[nodiscard]] std::optional<Tick> ticks(qint64 price) const
    {
        // A product with the reciprocal is several times faster than a division, and right where the price is
        // an exact double.
        if (price > fastLimit || price < -fastLimit)
            return dividedTicks<Tick>(price);
        const double near = static_cast<double>(price) * m_reciprocal;
        const auto quotient = static_cast<qint64>(near + (price < 0 ? -0.5 : 0.5));
        if (quotient * m_units != price || static_cast<Tick>(quotient) != quotient)
            return std::nullopt;
        return static_cast<Tick>(quotient);
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
    template <typename Tick>
    [[nodiscard]] std::optional<Tick> dividedTicks(qint64 price) const
    {
        const qint64 quotient = price / m_units;
        if (quotient * m_units != price || static_cast<Tick>(quotient) != quotient)
            return std::nullopt;
        return static_cast<Tick>(quotient);
    }

    static constexpr qint64 fastLimit = qint64{1} << 53;

    qint64 m_units = 1'000'000'000'000'000'000;
    double m_reciprocal = 1e-18;
};

} // namespace holdline

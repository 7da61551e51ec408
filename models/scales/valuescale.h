// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace holdline {

/// Value to device pixels and back, linear or exact log10 (positive values only). high is at the top.
/// Where high is not above low every value lies in the middle. A scale that is to be logarithmic but reaches
/// zero or below is linear.
struct ValueScale {
    double low = 0;
    double high = 1;
    double top = 0;    ///< device px of high
    double height = 1; ///< device px from high to low
    bool logarithmic = false;

    /// On a logarithmic scale a value of zero or less lies far below the bottom.
    [[nodiscard]] double y(double value) const;
    [[nodiscard]] double value(double y) const;
    [[nodiscard]] bool isLogarithmic() const { return logarithmic && low > 0; }

    bool operator==(const ValueScale&) const = default;
};

/// The same as ValueScale::y for many values: what does not change between them is computed once.
class ValueMapper final {
public:
    explicit ValueMapper(const ValueScale& scale);

    [[nodiscard]] double y(double value) const
    {
        if (!m_isLogarithmic)
            return m_top + (m_high - value) * m_pixels;
        return value > 0 ? m_top + (m_high - std::log10(value)) * m_pixels : m_farBelow;
    }

private:
    bool m_isLogarithmic;
    double m_top;
    double m_high; ///< or its logarithm
    double m_pixels;
    double m_farBelow;
};

} // namespace holdline

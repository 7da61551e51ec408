// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace holdline {

/// Value to device pixels and back, linear or exact log10 (positive values only). high is at the top.
struct ValueScale {
    double low = 0;
    double high = 1;
    double top = 0;    ///< device px of high
    double height = 1; ///< device px from high to low
    bool logarithmic = false;

    [[nodiscard]] double y(double value) const;
    [[nodiscard]] double value(double y) const;
};

} // namespace holdline

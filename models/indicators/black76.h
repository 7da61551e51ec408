// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace holdline {

enum class OptionKind { Call, Put };

/// What Black's formula makes a delta of.
struct Black76Terms {
    double forward = 0.0;    ///< price of the future that is the underlying, in the quote unit
    double strike = 0.0;     ///< in the same
    double volatility = 0.0; ///< of one year, as a fraction: 0.55
    double years = 0.0;      ///< until expiry

    bool operator==(const Black76Terms&) const = default;
};

/// How much of a standard normal variable lies below.
[[nodiscard]] double normalBelow(double value);

/// By how much an option's price moves with its forward's, without discounting: from 0 to 1 for a call, from
/// −1 to 0 for a put. Absent when a term is 0, less, or no number. Source: F. Black, "The pricing of
/// commodity contracts", Journal of Financial Economics 3 (1976), 167–179; J. Hull, "Options, Futures, and
/// Other Derivatives", the chapter on futures options.
[[nodiscard]] std::optional<double> black76Delta(OptionKind kind, const Black76Terms& terms);

} // namespace holdline

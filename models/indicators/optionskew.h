// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/indicators/black76.h"

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// One option of a chain. What a venue does not tell is absent.
struct OptionQuote {
    OptionKind kind = OptionKind::Call;
    UtcTime expiry;
    double strike = 0.0;           ///< in the quote unit
    std::optional<double> forward; ///< price of the future of that expiry, in the quote unit
    std::optional<double>
        volatility; ///< implied, of one year, in per cent; 0 or less means that there is none
    std::optional<double> openInterest; ///< base asset
    std::optional<double> volume;       ///< of 24 hours, in the quote unit

    bool operator==(const OptionQuote&) const = default;
};

/// Of all puts that tell it over that of all calls. Absent when either tells none or the calls' sum is 0.
[[nodiscard]] std::optional<double> putCallRatio(std::span<const OptionQuote> chain,
                                                 std::optional<double> OptionQuote::*weight);

/// Implied volatility of the put with a delta of −0.25 less that of the call with 0.25, in points.
struct ExpirySkew {
    UtcTime expiry;
    double points = 0.0;

    bool operator==(const ExpirySkew&) const = default;
};

/// Of each expiry after `now`, the earliest first. The volatility at 25 delta is linear in delta between the
/// two options next to it; an expiry without one on each side, of puts and of calls, has none. Years are of
/// 365 days.
[[nodiscard]] std::vector<ExpirySkew> skewsByExpiry(std::span<const OptionQuote> chain, UtcTime now);

/// Linear in time between the two expiries around a moment; absent when there is none before or none after.
/// `skews` are as skewsByExpiry() gives them.
[[nodiscard]] std::optional<double> skewAt(std::span<const ExpirySkew> skews, UtcTime moment);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

namespace holdline {

/// One value over [from, to), with the time from which anyone could know it.
/// Several samples over the same interval are revisions; the one with the latest knownAt not after the asked
/// time holds.
struct Sample {
    UtcTime from;
    UtcTime to;
    UtcTime knownAt;
    Amount value;

    bool operator==(const Sample&) const = default;
};

} // namespace holdline

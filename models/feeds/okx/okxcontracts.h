// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsontoken.h"
#include "models/feeds/reading.h"

#include <functional>
#include <map>
#include <string>

namespace holdline {

/// What one contract is worth.
struct OkxContract {
    Amount value;           ///< base asset; of an inverse contract dollars
    bool isInverse = false; ///< settled in the base asset

    bool operator==(const OkxContract&) const = default;
};

/// By instrument: `BTC-USDT-SWAP`.
using OkxContracts = std::map<std::string, OkxContract, std::less<>>;

/// A line of the venue's table of contracts.
struct OkxContractTokens {
    JsonToken instrument;
    JsonToken kind; ///< `linear`, `inverse`
    JsonToken value;
    JsonToken multiplier;
    JsonToken valueAsset;
};

/// Adds it to `contracts`, or the reason why not to `records`.
void addOkxContract(const OkxContractTokens& tokens, OkxContracts& contracts, FeedRecords& records);

} // namespace holdline

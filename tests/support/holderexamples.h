// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/views/costdistribution.h"
#include "models/views/holdercohort.h"
#include "models/views/holderhistory.h"

#include <optional>
#include <vector>

namespace holdline::testing {

/// A band at a price of 89,000 as one source tells it, over 20 January 2026.
[[nodiscard]] HolderCohort holder(const char* band, qint64 basis, std::optional<qint64> supply,
                                  const char* source = "an example", const char* definition = "raw UTXO");

/// Four ages and the short-term holders (90,000; 89,000; 92,500; 80,000; 99,300) of one source, and the last
/// of another one as well.
[[nodiscard]] std::vector<HolderCohort> exampleHolders();

/// 90 days up to 2026-01-21: the price falls from 107,000 by 200 a day; the cost bases of 1d-1w, 1w-1m, 1m-3m
/// and sth, the share in loss from 0.11 up by 0.0095 a day and SOPR around 1, all without a record from day
/// 40 to day 46.
[[nodiscard]] HolderHistory exampleHistory();

/// Ten buckets of 2,000 from 80,000 to 100,000 with 10,000 BTC more each, 10,000 in the lowest; none from
/// 86,000 to 88,000.
[[nodiscard]] CostDistribution exampleDistribution();

/// A sample of the UTC day that begins at the date, known at its end.
[[nodiscard]] Sample daySample(const char* date, double value);
/// Adds samples to `name`, `column`; the series is made where there is none.
void putSamples(Store& store, const char* name, const char* column, const std::vector<Sample>& samples,
                const char* source = "a file", const char* definition = "raw UTXO");

} // namespace holdline::testing

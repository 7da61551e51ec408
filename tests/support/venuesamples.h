// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/feedsample.h"

namespace holdline::testing {

/// All numbers are invented. Each feed follows all five assets.
[[nodiscard]] const FeedSamples& bybitSamples();
[[nodiscard]] const FeedSamples& okxSamples();
[[nodiscard]] const FeedSamples& coinbaseSamples();
[[nodiscard]] const FeedSamples& krakenSamples();
[[nodiscard]] const FeedSamples& bitstampSamples();

} // namespace holdline::testing

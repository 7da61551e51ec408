// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/feedsample.h"

namespace holdline::testing {

/// All numbers are invented.
[[nodiscard]] const FeedSamples& binanceSamples();
[[nodiscard]] const FeedSamples& binanceFuturesSamples();

} // namespace holdline::testing

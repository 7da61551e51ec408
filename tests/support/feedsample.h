// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/reading.h"

#include <vector>

namespace holdline::testing {

/// Bytes of a provider and what they mean. They are what the feed's test reads and what fuzzing begins with.
struct FeedSample {
    const char* name;
    char purpose;     ///< of feedprobe.h: `A` a message on the first route, `c` an answer about candles, …
    const char* text; ///< with ' for "
    Reading::Kind kind = Reading::Kind::Data;
    int stream = -1;
    const char* lines = ""; ///< of linesOf(), divided by `\n`
    int rejects = 0;
};

using FeedSamples = std::vector<FeedSample>;

} // namespace holdline::testing

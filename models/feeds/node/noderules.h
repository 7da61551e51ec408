// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/backoff.h"

namespace holdline {

/// How patient Holdline is with a node, and how gentle.
struct NodeRules {
    Span connectLimit = std::chrono::seconds{10};
    /// Without a byte. A node that writes a snapshot holds up other calls for minutes.
    Span silenceLimit = std::chrono::minutes{10};
    Span warmUpWait = std::chrono::seconds{3};
    BackoffRule busy = {.first = std::chrono::seconds{1}, .longest = std::chrono::seconds{30}, .jitter = 0};
    Span busyPatience = std::chrono::seconds{60}; ///< until the user is told
    Span downWait = std::chrono::seconds{10};
    bool waitsForNode = false; ///< asks again for as long as nobody answers
    Span cutWait = std::chrono::seconds{1};
    int cutTries = 3; ///< of an answer that is not whole
    int atOnce = 4;
};

} // namespace holdline

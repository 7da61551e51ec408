// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QtGlobal>

namespace holdline {

/// How long to wait before trying again: doubled from `first` up to `longest`, each time by chance up to
/// `jitter` longer or shorter, begun anew after a connection that lasted `forgive`.
struct BackoffRule {
    Span first = std::chrono::milliseconds{500};
    Span longest = std::chrono::seconds{30};
    double jitter = 0.2; ///< fraction 0..1
    Span forgive = std::chrono::seconds{60};
};

class Backoff final {
public:
    explicit Backoff(BackoffRule rule, quint32 seed = 1) : m_rule(rule), m_random(seed) {}

    /// The wait before the next try.
    [[nodiscard]] Span next();
    /// A connection lasted that long.
    void lasted(Span span);

private:
    BackoffRule m_rule;
    quint32 m_random;
    int m_tries = 0;
};

} // namespace holdline

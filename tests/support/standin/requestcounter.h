// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// Counts what its clients (all behind one address) ask, by a venue's rules.
class RequestCounter final {
public:
    struct Verdict {
        bool isTooMany = false;
        int used = 0;                            ///< of the window
        std::optional<int> retryAfter = {};      ///< real seconds
        std::optional<UtcTime> bannedUntil = {}; ///< venue's time
    };

    RequestCounter(RestRules rules, double speed) : m_rules(rules), m_speed(speed), m_tokens(rules.burst) {}

    /// Another limit than the venue's; 0: the venue's.
    void setWeightPerMinute(int weight) { m_otherWeight = weight; }
    /// A question of that weight at the venue's time, so many real seconds after the start.
    [[nodiscard]] Verdict count(int weight, UtcTime now, double elapsed);

private:
    [[nodiscard]] Verdict countWeight(int weight, UtcTime now, double elapsed);
    [[nodiscard]] Verdict countToken(double elapsed);
    [[nodiscard]] Verdict banned(UtcTime now, double elapsed) const;

    RestRules m_rules;
    double m_speed;
    UtcTime m_window;
    int m_otherWeight = 0;
    int m_used = 0;
    int m_ignored = 0; ///< questions after a 429 of this window
    double m_banEnd = 0;
    double m_banLength = 120;
    double m_tokens;
    double m_counted = 0;
};

} // namespace holdline::testing

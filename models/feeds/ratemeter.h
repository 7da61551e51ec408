// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/raterules.h"

#include <optional>

namespace holdline {

/// Counts what a venue's windows still allow. Windows lie in the venue's time, which the `Date` of its
/// answers tells to the second; until one came, in ours. It errs on the side of waiting: a window is left up
/// to a second late, and what was asked and not yet answered counts beside what the venue's header says.
class RateMeter final {
public:
    /// `share` of the venue's weight is used at most, fraction 0..1.
    RateMeter(RateRules rules, double share) : m_rules(std::move(rules)), m_share(share) {}

    [[nodiscard]] bool allows(int weight, UtcTime now) const;
    void asked(int weight, UtcTime now);
    /// Whatever the answer was; `date` and `used` are what its headers said.
    void answered(int weight, std::optional<UtcTime> date, std::optional<int> used, UtcTime now);

    [[nodiscard]] int used(UtcTime now) const;
    /// The earliest moment, not before `now`, at which so much weight is allowed.
    [[nodiscard]] UtcTime nextChance(int weight, UtcTime now) const;

private:
    [[nodiscard]] bool hasWindow() const { return m_rules.weight > 0 && m_rules.window > Span::zero(); }
    [[nodiscard]] bool hasWeight(int weight, UtcTime now) const;
    [[nodiscard]] qint64 windowOf(UtcTime venueTime) const;
    [[nodiscard]] UtcTime windowEnd(UtcTime now) const;
    void learnOffset(UtcTime date, UtcTime now);

    RateRules m_rules;
    double m_share;
    qint64 m_window = 0; ///< in which m_used was counted
    int m_used = 0;
    int m_inFlight = 0;           ///< weight asked and not answered
    std::optional<Span> m_offset; ///< the venue's clock less ours
    std::optional<UtcTime> m_lastAsked;
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/timeset.h"
#include "models/market/interval.h"

#include <optional>
#include <span>
#include <vector>

namespace holdline {

struct CandlePlanRules {
    Interval interval = oneMinute;
    int page = 1000;                              ///< most candles of one answer
    Span reach{};                                 ///< how far back can be asked for; zero: any
    Span grace = std::chrono::milliseconds{1500}; ///< after a candle's end until it is asked for
    Span againAfter = std::chrono::seconds{60};   ///< between two answers that make a hole final
};

/// Which closed candles of one instrument are still to be asked for. Newest first; a candle that is not in an
/// answer which should hold it is asked for once more, and where the venue answers the same at least
/// `againAfter` later the hole is final. All times are the venue's.
class CandlePlan final {
public:
    CandlePlan(CandlePlanRules rules, UtcTime wantedFrom);

    /// Candles that are stored, or holes that are final.
    void has(TimeRange stretch);
    /// To be asked for again though it is there.
    void reread(TimeRange stretch);

    /// The next page to ask for, as open times.
    [[nodiscard]] std::optional<TimeRange> next(UtcTime now);
    /// It was asked for: not again until answered() or failed().
    void ask(TimeRange page);
    /// What the venue gave for a page: open times, oldest first. The slots that are final holes now.
    [[nodiscard]] std::vector<TimeRange> answered(TimeRange page, std::span<const UtcTime> openTimes,
                                                  UtcTime now);
    /// The page was not answered.
    void failed(TimeRange page);

    [[nodiscard]] qint64
    missingCandles() const; ///< not stored and not a final hole, as of the last next() or answered()
    [[nodiscard]] qint64 wantedCandles() const;
    [[nodiscard]] bool isStored(UtcTime openTime) const { return m_have.contains(openTime); }
    [[nodiscard]] UtcTime wantedFrom() const { return m_from; }

private:
    /// Slots that an answer left out.
    struct Doubt {
        TimeRange stretch;
        UtcTime since;
        bool isWaiting = true; ///< until they may be asked for again
    };
    void advance(UtcTime now);
    [[nodiscard]] TimeRange slotsOf(TimeRange range) const;
    [[nodiscard]] TimeRange known(TimeRange page) const;
    [[nodiscard]] std::optional<TimeRange> newestPage(const TimeSet& set) const;
    void doubt(TimeRange stretch, UtcTime now, std::vector<TimeRange>& final);

    CandlePlanRules m_rules;
    UtcTime m_from;
    UtcTime m_frontier; ///< what ends later was not looked at yet
    TimeSet m_have;     ///< final holes included
    TimeSet m_missing;  ///< to be asked for now
    TimeSet m_reread;
    std::vector<Doubt> m_doubts;
};

} // namespace holdline

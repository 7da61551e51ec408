// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/history/candleplan.h"
#include "models/history/livebar.h"
#include "models/history/livenews.h"
#include "models/history/liverules.h"
#include "models/history/opengaps.h"
#include "models/history/serieswrite.h"

namespace holdline {

/// The candles of one provider's instruments: closed ones on their way to the store, the open one for those
/// who watch, and what is still to be asked for. A closed candle of the stream is stored at once and asked
/// for again by REST, whose word holds. All times are the venue's.
class CandleHistory final {
public:
    CandleHistory(const Feed& feed, LiveRules rules, StoredPast past);

    /// Looks at what is stored and at what is missing; once more when the venue's time turns out to be quite
    /// another.
    void begin(UtcTime now);

    void take(const CandleRecord& record, UtcTime now);
    void take(const TradeRecord& trade, UtcTime now);
    /// REST's word on the request's range.
    void answered(const RestRequest& request, const std::vector<CandleRecord>& candles, UtcTime now);
    /// It was not put, or the connection failed.
    void notAsked(const RestRequest& request);
    /// The venue does not answer this question: it is put later, and later still each time.
    void refused(const RestRequest& request, UtcTime now);
    /// The next page to ask for; it counts as asked.
    [[nodiscard]] std::optional<RestRequest> next(UtcTime now);
    /// These instruments' streams broke off for that time: their minutes are asked for again.
    void refetch(TimeRange outage, const std::vector<int>& instruments);

    [[nodiscard]] std::vector<SeriesWrite> takeWrites();
    [[nodiscard]] std::size_t waitingWrites() const { return m_writes.size(); }
    void takeNews(LiveNews& news);
    /// Whether there are any of one instrument.
    [[nodiscard]] bool hasNewsOf(int instrument) const;
    [[nodiscard]] qint64 missingMinutes() const;
    [[nodiscard]] qint64 wantedMinutes() const;
    [[nodiscard]] const OpenGaps& gaps() const { return m_gaps; }

private:
    struct Plan {
        int instrument;
        CandlePlan plan;
        Interval interval;
        TimeSet finalHoles = {};
        TimeSet confirmed = {};                  ///< by REST, of the last hours
        std::map<UtcTime, Candle> streamed = {}; ///< closed by the stream, not yet confirmed
        UtcTime lookedAt = {};                   ///< end of the newest slot that was asked for again
        UtcTime restsUntil = {};                 ///< after refusals
        Span rest = {};                          ///< the last one's
    };
    void addPlan(int instrument, Interval interval, UtcTime from, UtcTime now);
    void readAgain(Plan& plan, UtcTime now);
    [[nodiscard]] Plan* planOf(int instrument, Interval interval);
    [[nodiscard]] RestRequest ask(Plan& plan, TimeRange page) const;
    [[nodiscard]] bool isOlderThanStream(Plan& plan, const Candle& candle);
    void store(Plan& plan, std::vector<Candle> candles, UtcTime now);
    void writeHoles(Plan& plan, const std::vector<TimeRange>& holes, CoverageState state, UtcTime now);
    [[nodiscard]] SeriesKey keyOf(int instrument) const;

    const Feed& m_feed;
    LiveRules m_rules;
    StoredPast m_past;
    std::vector<Plan> m_plans;
    std::vector<LiveBar> m_bars; ///< by instrument
    std::vector<bool> m_moved;   ///< bars, since the last news
    OpenGaps m_gaps;
    std::vector<SeriesWrite> m_writes;
    std::vector<LiveCandle> m_closed;
    bool m_hasGrownBack = false;
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/candlehistory.h"
#include "models/history/dailyhistory.h"
#include "models/history/feedcounts.h"
#include "models/history/feedpolls.h"
#include "models/history/feedtroubles.h"
#include "models/history/gaugehistory.h"
#include "models/history/liquidationhistory.h"
#include "models/history/streamwatch.h"
#include "models/history/venueclock.h"

#include <deque>
#include <optional>

namespace holdline {

/// One provider's way from bytes to history: what came is read by its feed, sorted into what is stored, what
/// is shown and what is still to be asked for. Owns no socket, no thread and no timer, so a replay goes the
/// same way. `here` is this program's time, which never jumps.
class FeedHistory final {
public:
    /// The feed lives longer.
    FeedHistory(Feed& feed, const LiveRules& rules, StoredPast past);

    void opened(int route, UtcTime here);
    void closed(int route, UtcTime here, const QString& why);
    void failed(int route, int httpStatus, const QString& why);
    /// An earlier run had its last answer then, by this program's time.
    void askedBefore(UtcTime here);
    /// What follows is of another run, as a capture tells: the one before may have been killed.
    void beginAnotherRun();
    Reading message(int route, QByteArrayView bytes, UtcTime here);
    /// The body of an answer with status 200. What it was tells whether to wait.
    Reading answered(const RestRequest& request, QByteArrayView body, std::optional<UtcTime> date,
                     UtcTime here);
    /// No answer that could be read. Candles that the venue refused, or whose answer could not be read, are
    /// asked for later each time; a failure of the connection is the REST client's to wait for.
    void failed(const RestRequest& request, const Error& error, UtcTime here);
    /// It was not put after all.
    void notAsked(const RestRequest& request);
    /// Bytes that were too many or no text, so that the link itself refused them.
    void refusedMessage(const QString& why) { m_counts.reject(why); }

    /// The next question; it counts as put.
    [[nodiscard]] std::optional<RestRequest> next(UtcTime here);
    /// Once a second: what connections should do.
    [[nodiscard]] std::vector<RouteAct> look(UtcTime here);

    /// `all`: nothing follows.
    [[nodiscard]] std::vector<SeriesWrite> takeWrites(UtcTime here, bool all);
    /// How many it would give but for coverage.
    [[nodiscard]] std::size_t waitingWrites() const;
    void takeNews(LiveNews& news, UtcTime here);
    /// Whether there are any that someone who looks at that instrument waits for: of its price, or of forced
    /// orders.
    [[nodiscard]] bool hasUrgentNews(const QString& instrument) const;
    /// Why nothing of the last message or answer, which read so, is stored; empty when something is.
    [[nodiscard]] QString whyNotStored(const Reading& reading) const;
    /// But for what the REST client alone knows: weight and pauses.
    [[nodiscard]] FeedStatus status() const;
    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }
    [[nodiscard]] const VenueClock& clock() const { return m_clock; }
    /// The venue's time is known or does not come: connections may be opened.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    void begin(UtcTime here);

private:
    /// A message that could not be read yet.
    struct Early {
        int route = 0;
        QByteArray bytes;
        UtcTime here;
        bool isAfterBreak = false; ///< the route broke since the one before
    };
    void take(const Reading& reading, int route, UtcTime here);
    void hold(int route, QByteArrayView bytes, UtcTime here);
    void readHeld();
    void unanswered(const RestRequest& request, const Error& error, UtcTime here);
    void unansweredDaily(const RestRequest& request, const Error& error, UtcTime here);
    void refuseStrangeTimes(UtcTime here);
    void takeRecords(Span every, UtcTime here);
    void takeDaily(const RestRequest& request, UtcTime here);
    void countRejects(const Reading& reading);
    void followClock(Span offsetBefore, UtcTime here);
    [[nodiscard]] bool provesRecording(int route, Reading::Kind kind) const;
    [[nodiscard]] std::vector<int> instrumentsOf(int route) const;

    Feed& m_feed;
    std::vector<Route> m_routes;
    VenueClock m_clock;
    CandleHistory m_candles;
    GaugeHistory m_gauges;
    DailyHistory m_daily;
    std::optional<LiquidationHistory> m_liquidations;
    int m_liquidationRoute = -1;
    StreamWatch m_watch;
    FeedCounts m_counts;
    FeedRecords m_records;
    FeedPolls m_polls;
    std::deque<Early> m_held;
    bool m_brokeWhileHeld = false;
    std::vector<RouteAct> m_acts;
    std::vector<LiveDay> m_days;
    std::vector<std::optional<UtcTime>> m_lastMessage; ///< by route, the venue's time
    std::vector<bool> m_isBroken;                      ///< by route: an outage is open
    std::vector<bool> m_isSubscribed;                  ///< by route: what it asked for was accepted
    std::optional<UtcTime> m_lastAnswer;
    FeedTroubles m_troubles; ///< of REST
    QString m_halt;          ///< of the venue itself, until its next data
    UtcTime m_haltedAt{};
    bool m_hasBegun = false;
    bool m_isRegionRefused = false;
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/dailyplan.h"
#include "models/feeds/feedinstrument.h"
#include "models/feeds/feedrecords.h"
#include "models/feeds/keyrule.h"
#include "models/feeds/raterules.h"
#include "models/feeds/reading.h"
#include "models/feeds/restrequest.h"
#include "models/feeds/route.h"

#include <QByteArrayView>

namespace holdline {

/// What is the same for a provider whatever is asked of it.
struct FeedTraits {
    QString id;                 ///< `binance-futures`
    QString title;              ///< `Binance USD-M futures`
    QString gives;              ///< `candles, liquidations, open interest`: for people
    QString rest;               ///< default address, `https://fapi.binance.com`
    QString stream;             ///< default address, `wss://fstream.binance.com`
    RateRules rate;             ///< of REST
    QString samplingRule;       ///< why its liquidations are a lower bound, or empty when they are complete
    KeyRule key = {};           ///< how a key is shown
    bool isAskedUnnamed = true; ///< also where no one chose it; one with a key only where a key is kept
};

/// One provider's language: where to connect, what to ask, and what the bytes mean. Owns no socket and no
/// clock: the same bytes in the same order give the same records, live and replayed.
class Feed {
public:
    virtual ~Feed() = default;

    [[nodiscard]] virtual const FeedTraits& traits() const = 0;
    [[nodiscard]] virtual const std::vector<FeedInstrument>& instruments() const = 0;

    [[nodiscard]] virtual std::vector<Route> routes() const = 0;
    /// Whether forced orders can be read already; before that they are TooEarly.
    [[nodiscard]] virtual bool canReadOrders() const { return true; }
    /// Reads one text message. `records` is cleared first. Unknown keys are ignored, unknown events are Data
    /// without records.
    [[nodiscard]] virtual Reading readMessage(int route, QByteArrayView bytes, UtcTime receivedAt,
                                              FeedRecords& records) = 0;

    /// Questions besides candles. Without one for ServerTime the `Date` of answers tells the time.
    [[nodiscard]] virtual std::vector<Poll> polls() const = 0;
    /// Most candles of one answer; 0: this instrument has no candles over REST.
    [[nodiscard]] virtual int candlePage(int instrument, Interval interval) const = 0;
    /// How far back candles can be asked for; zero: as far as the venue has them.
    [[nodiscard]] virtual Span candleReach(int instrument, Interval interval) const = 0;
    /// For open times in a range of at most candlePage() intervals.
    [[nodiscard]] virtual RestRequest candleRequest(int instrument, Interval interval,
                                                    TimeRange range) const = 0;
    /// Reads the body of an answer with status 200; `records` is cleared first. Candles come oldest first,
    /// whatever the venue's order, only those with open time in the request's range, and all of them, the
    /// one that is still open included (isClosed false unless the venue says so).
    [[nodiscard]] virtual Reading readAnswer(const RestRequest& request, QByteArrayView bytes,
                                             FeedRecords& records) = 0;

    /// What is asked for each day again; without questions: nothing.
    [[nodiscard]] virtual DailyPlan dailyPlan() const { return {}; }
    /// For the days from midnight `from` on, or what must be known before that can be asked for.
    [[nodiscard]] virtual RestRequest dailyRequest(int question, UtcTime from) const;
    /// The provider refused that request in these words (an HTTP status of 400 or more); the next one may
    /// differ.
    virtual void wasRefused(const RestRequest&, const QString&) {}

protected:
    Feed() = default;
    Q_DISABLE_COPY_MOVE(Feed)
};

inline RestRequest Feed::dailyRequest(int question, UtcTime) const
{
    return {.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
}

} // namespace holdline

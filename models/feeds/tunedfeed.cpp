// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/tunedfeed.h"

#include <algorithm>

namespace holdline {

namespace {

FeedTraits tunedTraits(FeedTraits traits, const FeedTuning& tuning)
{
    traits.rate.weight = tuning.weight.value_or(traits.rate.weight);
    if (tuning.questionsPerSecond)
        traits.rate.spacing = Span{static_cast<qint64>(1000 / *tuning.questionsPerSecond)};
    return traits;
}

class TunedFeed final : public Feed {
public:
    TunedFeed(std::unique_ptr<Feed> feed, const FeedTuning& tuning)
        : m_feed(std::move(feed)),
          m_tuning(tuning),
          m_traits(tunedTraits(m_feed->traits(), tuning))
    {
    }

    const FeedTraits& traits() const override { return m_traits; }
    const std::vector<FeedInstrument>& instruments() const override { return m_feed->instruments(); }
    std::vector<Route> routes() const override
    {
        auto routes = m_feed->routes();
        for (Route& route : routes) {
            route.silence = m_tuning.silence.value_or(route.silence);
            route.lifetime = m_tuning.lifetime.value_or(route.lifetime);
            if (route.heartbeat.every > Span::zero())
                route.heartbeat.every = m_tuning.heartbeat.value_or(route.heartbeat.every);
        }
        return routes;
    }
    bool canReadOrders() const override { return m_feed->canReadOrders(); }
    Reading readMessage(int route, QByteArrayView bytes, UtcTime receivedAt, FeedRecords& records) override
    {
        return m_feed->readMessage(route, bytes, receivedAt, records);
    }
    std::vector<Poll> polls() const override { return m_feed->polls(); }
    int candlePage(int instrument, Interval interval) const override
    {
        const int page = m_feed->candlePage(instrument, interval);
        return page > 0 ? m_tuning.page.value_or(page) : 0;
    }
    Span candleReach(int instrument, Interval interval) const override
    {
        const bool isTuned = m_tuning.reach && interval == oneMinute;
        return isTuned ? *m_tuning.reach : m_feed->candleReach(instrument, interval);
    }
    RestRequest candleRequest(int instrument, Interval interval, TimeRange range) const override
    {
        return m_feed->candleRequest(instrument, interval, range);
    }
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override
    {
        return m_feed->readAnswer(request, bytes, records);
    }

    DailyPlan dailyPlan() const override { return m_feed->dailyPlan(); }
    RestRequest dailyRequest(int question, UtcTime from) const override
    {
        return m_feed->dailyRequest(question, from);
    }
    void wasRefused(const RestRequest& request, const QString& words) override
    {
        m_feed->wasRefused(request, words);
    }

private:
    std::unique_ptr<Feed> m_feed;
    FeedTuning m_tuning;
    FeedTraits m_traits;
};

} // namespace

std::unique_ptr<Feed> tuned(std::unique_ptr<Feed> feed, const FeedTuning& tuning)
{
    return std::make_unique<TunedFeed>(std::move(feed), tuning);
}

} // namespace holdline

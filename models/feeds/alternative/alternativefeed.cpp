// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/alternative/alternativefeed.h"

#include "models/feeds/alternative/alternativeanswers.h"
#include "models/feeds/dailyfeed.h"

namespace holdline {

namespace {

using namespace std::chrono_literals;

constexpr QStringView pathOfMonth = u"/fng/?limit=30&format=json";
constexpr QStringView pathOfAll = u"/fng/?limit=0&format=json";

const SeriesKey& fearAndGreedKey()
{
    static const SeriesKey key{QStringLiteral("macro/fear_greed"), QStringLiteral("value"),
                               QStringLiteral("alternative"),
                               QStringLiteral("Fear and Greed Index, 0 to 100, alternative.me")};
    return key;
}

class AlternativeFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return alternativeTraits(); }
    /// A day's value is there at its beginning.
    DailyPlan dailyPlan() const override
    {
        return {.questions = {{QStringLiteral("fear and greed"), fearAndGreedKey()}},
                .every = 6h,
                .after = 15min,
                .apart = 1h,
                .again = 10min,
                .tail = 7 * 24h,
                .first = UtcTime{std::chrono::sys_days{std::chrono::year{2018} / 2 / 1}}};
    }
    /// It takes no date: the last month, and all of it where that does not reach back.
    RestRequest dailyRequest(int question, UtcTime from) const override
    {
        RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
        request.path = pathOfMonth.toString();
        request.range = {from, latestTime};
        return request;
    }
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override
    {
        std::vector<DayValue> values;
        const Reading reading = readFearAndGreed(m_json, bytes, records, values);
        if (values.empty())
            return reading;
        if (request.path == pathOfMonth && values.front().day > request.range.from)
            records.nextPage =
                pathOfAll.toString(); // none of them is stored before, so no day is passed over
        else
            records.dailies.push_back({fearAndGreedKey(), {}, std::move(values)});
        return reading;
    }

private:
    JsonReader m_json;
};

} // namespace

/// 60 questions a minute are allowed.
const FeedTraits& alternativeTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("alternative"),
        .title = QStringLiteral("alternative.me"),
        .gives = QStringLiteral("index of fear and greed"),
        .rest = QStringLiteral("https://api.alternative.me"),
        .stream = {},
        .rate = {0, {}, {}, 2s},
        .samplingRule = {},
        .isAskedUnnamed = false,
    };
    return traits;
}

std::unique_ptr<Feed> makeAlternativeFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<AlternativeFeed>();
}

} // namespace holdline

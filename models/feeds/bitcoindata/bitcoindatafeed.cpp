// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitcoindata/bitcoindatafeed.h"

#include "models/feeds/bitcoindata/bitcoindataanswers.h"
#include "models/feeds/cohortvalues.h"
#include "models/feeds/dailyfeed.h"

namespace holdline {

namespace {

using namespace std::chrono_literals;

const SeriesKey& shortTermKey()
{
    static const SeriesKey key = costBasisKey(QStringLiteral("sth"), QStringLiteral("bitcoin-data"),
                                              QStringLiteral("STH < 155 d, BGeometrics"));
    return key;
}

class BitcoinDataFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return bitcoinDataTraits(); }
    /// The free tier has 15 questions a day and an address: one metric, once a day, and not again for half a
    /// day.
    DailyPlan dailyPlan() const override
    {
        return {.questions = {{QStringLiteral("sth-realized-price"), shortTermKey()}},
                .every = 24h,
                .after = 1h,
                .apart = 12h,
                .again = 2h,
                .tail = 14 * 24h,
                .first = UtcTime{std::chrono::sys_days{std::chrono::year{2010} / 7 / 1}}};
    }
    RestRequest dailyRequest(int question, UtcTime from) const override
    {
        RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
        request.path = QStringLiteral("/v1/sth-realized-price?startday=") + dayText(from);
        return request;
    }
    Reading readAnswer(const RestRequest&, QByteArrayView bytes, FeedRecords& records) override
    {
        std::vector<DayValue> values;
        const Reading reading = readBitcoinData(m_json, bytes, records, values);
        if (reading.kind == Reading::Kind::Data && !values.empty())
            records.dailies.push_back({shortTermKey(), QStringLiteral("USD"), std::move(values)});
        return reading;
    }

private:
    JsonReader m_json;
};

} // namespace

const FeedTraits& bitcoinDataTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("bitcoin-data"),
        .title = QStringLiteral("bitcoin-data.com"),
        .gives = QStringLiteral("cost basis of short-term holders, a week late"),
        .rest = QStringLiteral("https://bitcoin-data.com"),
        .stream = {},
        .rate = {0, {}, {}, 10s},
        .samplingRule = {},
        .isAskedUnnamed = false,
    };
    return traits;
}

std::unique_ptr<Feed> makeBitcoinDataFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<BitcoinDataFeed>();
}

} // namespace holdline

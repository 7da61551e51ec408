// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/treasury/treasuryfeed.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/dailyfeed.h"
#include "models/feeds/treasury/treasuryanswers.h"

namespace holdline {

namespace {

using namespace std::chrono_literals;

SeriesKey coverKey(const QString& name, const QString& definition)
{
    return {name, QStringLiteral("value"), QStringLiteral("treasury"), definition};
}

SeriesKey tenYearKey()
{
    return coverKey(QStringLiteral("macro/us10y_bid_to_cover"),
                    QStringLiteral("ten-year notes, reopened ones too, no TIPS, US Treasury"));
}

SeriesKey thirtyYearKey()
{
    return coverKey(QStringLiteral("macro/us30y_bid_to_cover"),
                    QStringLiteral("thirty-year bonds, reopened ones too, no TIPS, US Treasury"));
}

class TreasuryFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return treasuryTraits(); }
    /// One answer holds both; what is stored of the notes stands for both.
    DailyPlan dailyPlan() const override
    {
        return {.questions = {{QStringLiteral("auctions"), tenYearKey()}},
                .every = 6h,
                .after = 20min,
                .apart = 1h,
                .again = 10min,
                .tail = 45 * 24h,
                .first = UtcTime{std::chrono::sys_days{std::chrono::year{1979} / 11 / 15}}};
    }
    RestRequest dailyRequest(int question, UtcTime from) const override
    {
        RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
        request.path =
            QStringLiteral("/services/api/fiscal_service/v1/accounting/od/auctions_query"
                           "?fields=auction_date,security_type,security_term,"
                           "inflation_index_security,bid_to_cover_ratio"
                           "&filter=auction_date:gte:%1,security_type:in:(Note,Bond)"
                           "&sort=auction_date&page%5Bsize%5D=10000&page%5Bnumber%5D=1&format=json")
                .arg(dayText(from));
        return request;
    }
    Reading readAnswer(const RestRequest&, QByteArrayView bytes, FeedRecords& records) override
    {
        TreasuryCovers covers;
        const Reading reading = readTreasuryAuctions(m_json, bytes, records, covers);
        add(tenYearKey(), covers.tenYear, records);
        add(thirtyYearKey(), covers.thirtyYear, records);
        return reading;
    }

private:
    /// Results come minutes after one in the afternoon; the hour is not told, so they are known at the close.
    static void add(const SeriesKey& key, std::vector<DayValue>& values, FeedRecords& records)
    {
        if (!values.empty())
            records.dailies.push_back({key, {}, std::move(values), newYorkClose});
    }

    JsonReader m_json;
};

} // namespace

const FeedTraits& treasuryTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("treasury"),
        .title = QStringLiteral("US Treasury"),
        .gives = QStringLiteral("bid-to-cover of ten-year and thirty-year auctions"),
        .rest = QStringLiteral("https://api.fiscaldata.treasury.gov"),
        .stream = {},
        .rate = {0, {}, {}, 2s},
        .samplingRule = {},
        .isAskedUnnamed = false,
    };
    return traits;
}

std::unique_ptr<Feed> makeTreasuryFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<TreasuryFeed>();
}

} // namespace holdline

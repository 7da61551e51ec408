// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/fred/fredfeed.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/dailyfeed.h"
#include "models/feeds/fred/fredanswers.h"

#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

/// Names and units as files of the same series have them.
struct FredSeries {
    const char* id;
    const char* series;
    const char* unit;
    const char* definition;
};
constexpr std::array<FredSeries, 3> fredSeries{
    {{"SP500", "macro/sp500", "", "S&P 500, close, FRED"},
     {"DTWEXBGS", "macro/dtwexbgs", "", "nominal broad dollar index, January 2006 = 100, FRED; not the DXY"},
     {"DGS10", "macro/dgs10", "%", "ten-year Treasury yield, constant maturity, FRED"}}};

SeriesKey keyOf(const FredSeries& one)
{
    return {QString::fromLatin1(one.series), QStringLiteral("value"), QStringLiteral("fred"),
            QString::fromLatin1(one.definition)};
}

class FredFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return fredTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    JsonReader m_json;
};

/// The dollar index comes once a week, for the week before.
DailyPlan FredFeed::dailyPlan() const
{
    DailyPlan plan{.questions = {},
                   .every = 6h,
                   .after = 20min,
                   .apart = 1h,
                   .again = 10min,
                   .tail = 30 * 24h,
                   .first = UtcTime{std::chrono::sys_days{std::chrono::year{1962} / 1 / 2}}};
    for (const FredSeries& one : fredSeries)
        plan.questions.push_back({QString::fromLatin1(one.id), keyOf(one)});
    return plan;
}

RestRequest FredFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.path =
        QStringLiteral("/fred/series/observations?series_id=%1&file_type=json"
                       "&observation_start=%2&sort_order=asc&limit=100000")
            .arg(QString::fromLatin1(fredSeries[static_cast<std::size_t>(question)].id), dayText(from));
    return request;
}

Reading FredFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    const auto index = static_cast<std::size_t>(request.question);
    if (index >= fredSeries.size()) {
        records.clear();
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer to a question that is not known")};
    }
    std::vector<DayValue> values;
    const Reading reading = readFred(m_json, bytes, records, values);
    if (!values.empty())
        records.dailies.push_back({keyOf(fredSeries[index]), QString::fromLatin1(fredSeries[index].unit),
                                   std::move(values), newYorkClose});
    return reading;
}

} // namespace

/// 120 questions a minute are allowed for a key.
const FeedTraits& fredTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("fred"),
        .title = QStringLiteral("FRED"),
        .gives =
            QStringLiteral("S&P 500, broad dollar index, ten-year yield (the FRED API endorses no product)"),
        .rest = QStringLiteral("https://api.stlouisfed.org"),
        .stream = {},
        .rate = {0, {}, {}, 1s},
        .samplingRule = {},
        .key = {{}, {}, QByteArrayLiteral("api_key")},
    };
    return traits;
}

std::unique_ptr<Feed> makeFredFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<FredFeed>();
}

} // namespace holdline

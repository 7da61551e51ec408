// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/deribit/deribitfeed.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/dailyfeed.h"
#include "models/feeds/deribit/deribitanswers.h"

#include <QUrlQuery>

#include <algorithm>

namespace holdline {

namespace {

using namespace std::chrono_literals;

constexpr Span skewAhead = 30 * 24h;
/// The index begins then.
constexpr UtcTime firstVolatility{std::chrono::sys_days{std::chrono::year{2021} / 3 / 24}};
/// Of one question about the index; how many rows an answer may have is not told, so it is halved when it is
/// too long.
constexpr Span longestPage = 768 * 1h;
constexpr Span shortestPage = 24h;
/// More is told by a chain that has next to nothing in it.
constexpr double mostRatio = 10'000.0;

enum Question { Chain, Volatility };

SeriesKey optionsKey(const QString& name, const QString& definition)
{
    return {QStringLiteral("options/") + name, QStringLiteral("value"), QStringLiteral("deribit"),
            definition};
}

SeriesKey openInterestKey()
{
    return optionsKey(QStringLiteral("put_call"),
                      QStringLiteral("open interest of all puts over that of all calls, Deribit, BTC"));
}

SeriesKey volumeKey()
{
    return optionsKey(
        QStringLiteral("put_call_volume"),
        QStringLiteral("volume of 24 h in USD of all puts over that of all calls, Deribit, BTC"));
}

SeriesKey skewKey()
{
    return optionsKey(
        QStringLiteral("skew_25d"),
        QStringLiteral("put less call implied volatility at 25 delta in 30 days, linear in time "
                       "between two expiries, Black-76 on mark IV, Deribit, BTC"));
}

SeriesKey expirySkewKey(UtcTime expiry)
{
    return optionsKey(QStringLiteral("skew_25d_") + dayText(expiry),
                      QStringLiteral("put less call implied volatility at 25 delta of one expiry, linear in "
                                     "delta, Black-76 on mark IV, Deribit, BTC"));
}

SeriesKey indexKey()
{
    return optionsKey(QStringLiteral("dvol"), QStringLiteral("DVOL, close of the hour, Deribit, BTC"));
}

QString volatilityPath(UtcTime from, Span length)
{
    return QStringLiteral("/api/v2/public/get_volatility_index_data?currency=BTC&start_timestamp=%1"
                          "&end_timestamp=%2&resolution=3600")
        .arg(from.time_since_epoch().count())
        .arg((from + length - 1ms).time_since_epoch().count());
}

UtcTime timeParameter(const QUrlQuery& query, const QString& name)
{
    return UtcTime{Span{query.queryItemValue(name).toLongLong()}};
}

class DeribitFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return deribitTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    Reading readChain(QByteArrayView bytes, FeedRecords& records);
    Reading readVolatility(const RestRequest& request, QByteArrayView bytes, FeedRecords& records);
    bool turnPage(const RestRequest& request, const DeribitVolatility& volatility);

    std::optional<UtcTime> m_pageFrom; ///< that is asked for next; none: from what is stored on
    Span m_pageLength = longestPage;
    DeribitChain m_chain; ///< of one answer
    JsonReader m_json;
};

/// The chain is heavy: once in half a minute is the most that is borne. A value of an hour that goes on is
/// revised four times.
DailyPlan DeribitFeed::dailyPlan() const
{
    return {.questions = {{QStringLiteral("get_book_summary_by_currency"), openInterestKey()},
                          {QStringLiteral("get_volatility_index_data"), indexKey()}},
            .every = 15min,
            .after = 10s,
            .apart = 1min,
            .again = 1min,
            .tail = 24h,
            .first = firstVolatility};
}

RestRequest DeribitFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.path =
        question == Volatility
            ? volatilityPath(m_pageFrom.value_or(from), m_pageLength)
            : QStringLiteral("/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option");
    return request;
}

void addValue(FeedRecords& records, const SeriesKey& key, const QString& unit, UtcTime hour,
              std::optional<double> value)
{
    if (value && *value > mostRatio)
        records.rejects.push_back(QStringLiteral("a ratio of puts to calls that cannot be"));
    else if (value)
        records.dailies.push_back({key, unit, {{hour, Amount::fromDouble(*value)}}, utcHour});
}

Reading DeribitFeed::readChain(QByteArrayView bytes, FeedRecords& records)
{
    const Reading reading = readDeribitChain(m_json, bytes, records, m_chain);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    const UtcTime hour = std::chrono::floor<std::chrono::hours>(m_chain.at);
    const QString points = QStringLiteral("points");
    const auto skews = skewsByExpiry(m_chain.options, m_chain.at);
    addValue(records, openInterestKey(), {}, hour, putCallRatio(m_chain.options, &OptionQuote::openInterest));
    addValue(records, volumeKey(), {}, hour, putCallRatio(m_chain.options, &OptionQuote::volume));
    addValue(records, skewKey(), points, hour, skewAt(skews, m_chain.at + skewAhead));
    for (const ExpirySkew& skew : skews)
        addValue(records, expirySkewKey(skew.expiry), points, hour, skew.points);
    return reading;
}

/// Whether the answer is all of its page; else a shorter one is asked for. After it comes the next page, if
/// that has begun.
bool DeribitFeed::turnPage(const RestRequest& request, const DeribitVolatility& volatility)
{
    const QUrlQuery query(request.path.section(QLatin1Char('?'), 1));
    const UtcTime from = timeParameter(query, QStringLiteral("start_timestamp"));
    const UtcTime next = timeParameter(query, QStringLiteral("end_timestamp")) + 1ms;
    m_pageFrom.reset();
    if (volatility.goOnFrom && next - from > shortestPage) {
        m_pageFrom = from;
        m_pageLength = std::max<Span>(shortestPage, (next - from) / 2);
        return false;
    }
    if (volatility.at && next <= *volatility.at)
        m_pageFrom = next;
    return true;
}

Reading DeribitFeed::readVolatility(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    DeribitVolatility volatility;
    const Reading reading = readDeribitVolatility(m_json, bytes, records, volatility);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    if (turnPage(request, volatility) && !volatility.hours.empty())
        records.dailies.push_back({indexKey(), QStringLiteral("%"), std::move(volatility.hours), utcHour});
    return reading;
}

Reading DeribitFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    return request.question == Volatility ? readVolatility(request, bytes, records)
                                          : readChain(bytes, records);
}

} // namespace

const FeedTraits& deribitTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("deribit"),
        .title = QStringLiteral("Deribit"),
        .gives = QStringLiteral("options on bitcoin: puts over calls, skew at 25 delta, volatility index"),
        .rest = QStringLiteral("https://www.deribit.com"),
        .stream = {},
        .rate = {0, {}, {}, 500ms},
        .samplingRule = {},
        .isAskedUnnamed = false,
    };
    return traits;
}

std::unique_ptr<Feed> makeDeribitFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<DeribitFeed>();
}

} // namespace holdline

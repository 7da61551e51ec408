// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feedprobe.h"

#include <algorithm>
#include <string_view>

namespace holdline::testing {

namespace {

using Purpose = RestRequest::Purpose;

constexpr UtcTime firstMinute = fromMsecs(1763769600000);
constexpr TimeRange askedRange{firstMinute, firstMinute + std::chrono::minutes{1000}};

std::size_t routeOf(char purpose)
{
    return purpose >= 'A' && purpose <= 'Z' ? static_cast<std::size_t>(purpose - 'A') : 0;
}

RestRequest requestFor(const Feed& feed, Purpose purpose)
{
    if (purpose == Purpose::Candles)
        return feed.candleRequest(0, oneMinute, askedRange);
    for (const Poll& poll : feed.polls()) {
        if (poll.request.purpose == purpose)
            return poll.request;
    }
    return {.purpose = purpose, .path = {}, .instrument = 0};
}

bool isTime(UtcTime time)
{
    return time > UtcTime{} && time <= latestTime;
}

bool isSize(const std::optional<Amount>& amount)
{
    return !amount || amount->units >= 0;
}

bool isGood(const CandleRecord& record)
{
    const Candle& candle = record.candle;
    return isTime(candle.openTime) && candle.low.units > 0 &&
           candle.low <= std::min(candle.open, candle.close) &&
           candle.high >= std::max(candle.open, candle.close) && isSize(candle.volume) &&
           isSize(candle.quoteVolume) && isSize(candle.takerBuyQuote) && candle.trades.value_or(0) >= 0 &&
           record.interval.length > Span{};
}

bool isGood(const TradeRecord& trade)
{
    return isTime(trade.time) && trade.price.units > 0 && trade.quantity.units > 0 && trade.id >= 0;
}

bool isGood(const LiquidationRecord& record)
{
    const Liquidation& liquidation = record.liquidation;
    const auto& asset = record.asset;
    const bool isName = std::ranges::none_of(asset, [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '/' || c == '"' || c == '\\' || (c >= 0 && c <= ' ');
    });
    return isName && !asset.empty() && isTime(liquidation.time) && liquidation.price.units > 0 &&
           liquidation.quantity.units > 0 && liquidation.usd.units > 0;
}

bool isGood(const GaugeRecord& gauge)
{
    const bool isSigned = gauge.gauge == Gauge::FundingRate;
    const bool isPrice = gauge.gauge == Gauge::MarkPrice;
    return isTime(gauge.time) && (isSigned || gauge.value.units >= (isPrice ? 1 : 0));
}

bool isGood(const DayRecord& day)
{
    return isTime(day.time) && day.last.units > 0 && day.open.units > 0 && day.low.units > 0 &&
           day.high >= day.low && day.volume.units >= 0 && day.quoteVolume.units >= 0;
}

template <typename Record>
bool areGood(const std::vector<Record>& records, std::size_t instruments)
{
    return std::ranges::all_of(records, [&](const Record& record) {
        if constexpr (requires { record.instrument; }) {
            if (record.instrument < 0 || static_cast<std::size_t>(record.instrument) >= instruments)
                return false;
        }
        return isGood(record);
    });
}

bool isEmpty(const FeedRecords& records)
{
    return records.candles.empty() && records.trades.empty() && records.liquidations.empty() &&
           records.gauges.empty() && records.days.empty() && records.rejects.empty() && !records.serverTime;
}

/// As Feed::readAnswer() promises.
bool areInOrder(const std::vector<CandleRecord>& candles)
{
    const auto isLater = [](const CandleRecord& a, const CandleRecord& b) {
        return a.candle.openTime >= b.candle.openTime;
    };
    return std::ranges::adjacent_find(candles, isLater) == candles.end() &&
           std::ranges::all_of(candles, [](const CandleRecord& record) {
               return askedRange.contains(record.candle.openTime) && record.interval == oneMinute &&
                      record.instrument == 0;
           });
}

bool isMessage(char purpose)
{
    return std::string_view("ctofpkd").find(purpose) == std::string_view::npos;
}

std::size_t streamsOf(const Feed& feed, char purpose)
{
    const auto routes = feed.routes();
    if (!isMessage(purpose) || routes.empty())
        return 0;
    return routes[routeOf(purpose) % routes.size()].streams.size();
}

bool needsReason(Reading::Kind kind)
{
    return kind == Reading::Kind::Rejected || kind == Reading::Kind::Refused;
}

} // namespace

Reading probe(Feed& feed, char purpose, QByteArrayView bytes, FeedRecords& records)
{
    const auto answer = [&](Purpose asked) {
        return feed.readAnswer(requestFor(feed, asked), bytes, records);
    };
    switch (purpose) {
    case 'c':
        return answer(Purpose::Candles);
    case 't':
        return answer(Purpose::ServerTime);
    case 'o':
        return answer(Purpose::OpenInterest);
    case 'f':
        return answer(Purpose::Funding);
    case 'p':
        return answer(Purpose::MarkPrice);
    case 'k':
        return answer(Purpose::Contracts);
    case 'd':
        return answer(Purpose::Day);
    default:
        break;
    }
    const auto routes = std::max<std::size_t>(feed.routes().size(), 1);
    return feed.readMessage(static_cast<int>(routeOf(purpose) % routes), bytes, firstMinute, records);
}

void tellContracts(Feed& feed)
{
    QByteArray table;
    const auto add = [&table](const char* instrument, const char* kind, const char* value,
                              const char* asset) {
        table += (table.isEmpty() ? "" : ",") + QByteArray(R"({"instId":")") + instrument +
                 R"(","ctType":")" + kind + R"(","ctVal":")" + value + R"(","ctMult":"1","ctValCcy":")" +
                 asset + R"("})";
    };
    add("BTC-USDT-SWAP", "linear", "0.01", "BTC");
    add("ETH-USDT-SWAP", "linear", "0.1", "ETH");
    add("SOL-USDT-SWAP", "linear", "1", "SOL");
    add("XRP-USDT-SWAP", "linear", "100", "XRP");
    add("ADA-USDT-SWAP", "linear", "100", "ADA");
    add("BTC-USD-SWAP", "inverse", "100", "USD");
    add("ETH-USD-SWAP", "inverse", "10", "USD");
    FeedRecords records;
    static_cast<void>(probe(feed, 'k', "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + table + "]}", records));
}

QString flawOf(const Feed& feed, char purpose, const Reading& reading, const FeedRecords& records)
{
    const auto instruments = feed.instruments().size();
    if (needsReason(reading.kind) && reading.reason.isEmpty())
        return QStringLiteral("no reason is given");
    if (reading.kind == Reading::Kind::Rejected && !isEmpty(records))
        return QStringLiteral("rejected bytes gave records");
    if (!areGood(records.candles, instruments) || !areGood(records.trades, instruments) ||
        !areGood(records.liquidations, instruments) || !areGood(records.gauges, instruments) ||
        !areGood(records.days, instruments))
        return QStringLiteral("a record is impossible");
    if (purpose == 'c' && !areInOrder(records.candles))
        return QStringLiteral("candles are not in order, or not those that were asked for");
    if (reading.stream < -1 || reading.stream >= static_cast<int>(streamsOf(feed, purpose)))
        return QStringLiteral("there is no such stream");
    if (std::ranges::any_of(records.rejects, &QString::isEmpty))
        return QStringLiteral("a reject has no reason");
    if (records.serverTime && !isTime(*records.serverTime))
        return QStringLiteral("the server's time is impossible");
    return {};
}

} // namespace holdline::testing

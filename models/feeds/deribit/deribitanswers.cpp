// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/deribit/deribitanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

#include <algorithm>
#include <array>
#include <set>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr std::array<std::string_view, 12> monthNames{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                      "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::chrono::hours expiryHour{8};
constexpr qint64 tooManyRequests = 10028;
constexpr qint64 longestStrike = 1'000'000'000;
/// Beyond these a figure is none: a year's volatility in per cent, a price in USD, a sum.
constexpr double mostVolatility = 10'000.0;
constexpr double mostForward = 1e9;
constexpr double mostWeight = 1e13;

std::optional<int> wholeNumber(std::string_view text)
{
    const auto number = JsonToken(text).integer();
    const bool isPlain = !text.empty() && text.size() <= 9 && text.front() != '-';
    return isPlain && number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

/// `25DEC26`, `5JAN27`.
std::optional<UtcTime> expiryOf(std::string_view text)
{
    if (text.size() != 6 && text.size() != 7)
        return std::nullopt;
    const auto day = wholeNumber(text.substr(0, text.size() - 5));
    const auto month = std::find(monthNames.begin(), monthNames.end(), text.substr(text.size() - 5, 3));
    const auto year = wholeNumber(text.substr(text.size() - 2));
    if (!day || month == monthNames.end() || !year)
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{2000 + *year},
        std::chrono::month{static_cast<unsigned>(month - monthNames.begin()) + 1},
        std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(UtcTime{std::chrono::sys_days{date} + expiryHour}) : std::nullopt;
}

/// Up to the next dash, which is taken off too.
std::string_view takePart(std::string_view& name)
{
    const auto dash = std::min(name.find('-'), name.size());
    const std::string_view part = name.substr(0, dash);
    name.remove_prefix(std::min(dash + 1, name.size()));
    return part;
}

struct Envelope {
    JsonToken code;
    JsonToken message;
    JsonToken answeredAt; ///< µs
    bool isError = false;
    bool hasResult = false;
};

/// Calls `useResult(value)` for the result and keeps the rest.
template <typename UseResult>
Envelope envelopeOf(ondemand::object object, UseResult useResult)
{
    Envelope envelope;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "error" && isObject(value)) {
            envelope.isError = true;
            readTokens(value.get_object(), {{"code", &envelope.code}, {"message", &envelope.message}});
        } else if (key == "result") {
            envelope.hasResult = useResult(value);
        } else if (!takeToken(key, value, {{"usOut", &envelope.answeredAt}})) {
            pass(value);
        }
    });
    return envelope;
}

/// Absent: the answer is good.
std::optional<Reading> deribitRefusal(const Envelope& envelope)
{
    if (envelope.isError && JsonToken(envelope.code.plain()).integer() == tooManyRequests)
        return Reading{Reading::Kind::RateLimited, -1,
                       QStringLiteral("Deribit was asked too often: %1").arg(wordsOf(envelope.message))};
    if (envelope.isError)
        return Reading{Reading::Kind::Refused, -1,
                       QStringLiteral("Deribit refused to answer (%1): %2")
                           .arg(wordsOf(envelope.code), wordsOf(envelope.message))};
    if (!envelope.hasResult)
        return Reading{Reading::Kind::Rejected, -1, QStringLiteral("an answer without a result")};
    return std::nullopt;
}

struct ChainRow {
    JsonToken name;
    JsonToken forward;
    JsonToken volatility;
    JsonToken openInterest;
    JsonToken volume;
};

ChainRow chainRowOf(ondemand::value& each)
{
    ChainRow row;
    if (isObject(each))
        readTokens(each.get_object(), {{"instrument_name", &row.name},
                                       {"underlying_price", &row.forward},
                                       {"mark_iv", &row.volatility},
                                       {"open_interest", &row.openInterest},
                                       {"volume_usd", &row.volume}});
    else
        pass(each);
    return row;
}

std::optional<double> figureOf(const JsonToken& token, double most, const char* what, FeedRecords& records)
{
    const auto amount = token.volume();
    if (amount && amount->toDouble() <= most)
        return amount->toDouble();
    if (!token.isLeftOut())
        records.rejects.push_back(
            QStringLiteral("an option's %1 is no number that can be").arg(QLatin1String(what)));
    return std::nullopt;
}

void takeRow(const ChainRow& row, std::set<std::string_view>& seen, FeedRecords& records, DeribitChain& chain)
{
    const auto option = deribitOption(row.name.text());
    if (!option)
        return records.rejects.push_back(QStringLiteral("a row whose instrument is no option on bitcoin"));
    if (!seen.insert(row.name.text()).second)
        return records.rejects.push_back(QStringLiteral("an option that comes twice in one answer"));
    chain.options.push_back({option->kind, option->expiry, option->strike,
                             figureOf(row.forward, mostForward, "underlying price", records),
                             figureOf(row.volatility, mostVolatility, "volatility", records),
                             figureOf(row.openInterest, mostWeight, "open interest", records),
                             figureOf(row.volume, mostWeight, "volume", records)});
}

using HourRow = TokenRow<5>; ///< time in ms, open, high, low, close

void takeHour(const HourRow& row, FeedRecords& records, DeribitVolatility& volatility)
{
    const auto at = row.cells[0].time(TimeUnit::Milliseconds);
    const auto close = row.cells[4].volume();
    if (row.count < 5 || !at)
        return records.rejects.push_back(QStringLiteral("a row of the volatility index that is none"));
    if (std::chrono::floor<std::chrono::hours>(*at) != *at)
        return records.rejects.push_back(
            QStringLiteral("a value of the volatility index that is not of an hour"));
    if (close && close->units > 0 && close->toDouble() <= mostVolatility)
        volatility.hours.push_back({*at, *close});
    else if (!row.cells[4].isLeftOut())
        records.rejects.push_back(QStringLiteral("a value of the volatility index that cannot be"));
}

struct VolatilityResult {
    JsonToken continuation;
    bool hasRows = false;
    std::vector<HourRow> rows;
};

bool gatherVolatility(ondemand::value& value, VolatilityResult& result)
{
    if (!isObject(value)) {
        pass(value);
        return false;
    }
    eachField(value.get_object(), [&](std::string_view key, ondemand::value& field) {
        if (key == "data" && isArray(field)) {
            result.hasRows = true;
            eachElement(field.get_array(),
                        [&](ondemand::value& each) { result.rows.push_back(HourRow::of(each)); });
        } else if (!takeToken(key, field, {{"continuation", &result.continuation}})) {
            pass(field);
        }
    });
    return result.hasRows;
}

bool gatherChain(ondemand::value& value, std::vector<ChainRow>& rows)
{
    if (!isArray(value)) {
        pass(value);
        return false;
    }
    eachElement(value.get_array(), [&](ondemand::value& each) { rows.push_back(chainRowOf(each)); });
    return true;
}

} // namespace

std::optional<DeribitOption> deribitOption(std::string_view name)
{
    const std::string_view currency = takePart(name);
    const auto expiry = expiryOf(takePart(name));
    const auto strike = wholeNumber(takePart(name));
    const bool isKind = name == "C" || name == "P";
    if (currency != "BTC" || !expiry || !strike || *strike <= 0 || *strike > longestStrike || !isKind)
        return std::nullopt;
    return DeribitOption{name == "C" ? OptionKind::Call : OptionKind::Put, *expiry,
                         static_cast<double>(*strike)};
}

Reading readDeribitChain(JsonReader& json, QByteArrayView bytes, FeedRecords& records, DeribitChain& chain)
{
    chain = {};
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        std::vector<ChainRow> rows;
        const Envelope envelope = envelopeOf(
            document.get_object(), [&](ondemand::value& value) { return gatherChain(value, rows); });
        if (const auto refusal = deribitRefusal(envelope))
            return *refusal;
        const auto at = envelope.answeredAt.time(TimeUnit::Microseconds);
        if (!at)
            return {Reading::Kind::Rejected, -1,
                    QStringLiteral("an option chain that does not say when it was made")};
        chain.at = *at;
        records.serverTime = at;
        std::set<std::string_view> seen;
        for (const ChainRow& row : rows)
            takeRow(row, seen, records, chain);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        chain = {};
    return reading;
}

Reading readDeribitVolatility(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                              DeribitVolatility& volatility)
{
    volatility = {};
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        VolatilityResult result;
        const Envelope envelope = envelopeOf(
            document.get_object(), [&](ondemand::value& value) { return gatherVolatility(value, result); });
        if (const auto refusal = deribitRefusal(envelope))
            return *refusal;
        volatility.at = envelope.answeredAt.time(TimeUnit::Microseconds);
        volatility.goOnFrom = result.continuation.time(TimeUnit::Milliseconds);
        records.serverTime = volatility.at;
        for (const HourRow& row : result.rows)
            takeHour(row, records, volatility);
        putInOrder(volatility.hours);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        volatility = {};
    return reading;
}

} // namespace holdline

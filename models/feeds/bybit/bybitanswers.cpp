// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bybit/bybitmessages.h"
#include "models/feeds/candlerecords.h"
#include "models/feeds/candletokens.h"
#include "models/feeds/jsonshapes.h"

#include <optional>
#include <vector>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr std::size_t candleColumns = 7;

/// Codes of `retCode`.
enum Code {
    Done = 0,
    TimedOut = 10000,
    TooManyVisits = 10006,
    RegionRestricted = 10009,
    ServerError = 10016,
    IpRateLimit = 10018
};

/// An element of `list`: a row of a candle, or an object of open interest.
struct AnswerElement {
    TokenRow<candleColumns> row;
    JsonToken time;
    JsonToken oneSide;
};

/// Keys may come in any order: all is gathered first.
struct Answer {
    JsonToken code;
    JsonToken words;
    JsonToken time;
    bool hasList = false;
    std::vector<AnswerElement> elements;
};

AnswerElement answerElementOf(ondemand::value& value)
{
    AnswerElement element;
    if (isObject(value))
        readTokens(value.get_object(),
                   {{"timestamp", &element.time}, {"singleOpenInterest", &element.oneSide}});
    else
        element.row = TokenRow<candleColumns>::of(value);
    return element;
}

void gatherResult(ondemand::object result, Answer& answer)
{
    eachField(result, [&](std::string_view key, ondemand::value& value) {
        if (key != "list") {
            pass(value);
            return;
        }
        answer.hasList = true;
        eachElement(value.get_array(),
                    [&](ondemand::value& each) { answer.elements.push_back(answerElementOf(each)); });
    });
}

Answer answerOf(ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value,
                      {{"retCode", &answer.code}, {"retMsg", &answer.words}, {"time", &answer.time}}))
            return;
        if (key == "result" && isObject(value))
            gatherResult(value.get_object(), answer);
        else
            pass(value);
    });
    return answer;
}

/// Absent: the venue did what was asked.
std::optional<Reading> refusalIn(const Answer& answer)
{
    const auto code = answer.code.integer();
    if (!code)
        return Reading{Reading::Kind::Rejected, -1, QStringLiteral("an answer without retCode")};
    const QString words = wordsOf(answer.words);
    switch (*code) {
    case Done:
        return std::nullopt;
    case TooManyVisits:
    case IpRateLimit:
        return Reading{Reading::Kind::RateLimited, -1, words};
    case RegionRestricted:
        return Reading{Reading::Kind::RegionRefused, -1, words};
    case TimedOut:
    case ServerError:
        return Reading{Reading::Kind::Unavailable, -1, words};
    default:
        return Reading{Reading::Kind::Refused, -1, words};
    }
}

/// start, open, high, low, close, volume, turnover
void addCandles(const RestRequest& request, const Answer& answer, FeedRecords& records)
{
    CandleRecord frame;
    frame.instrument = request.instrument;
    frame.interval = request.interval;
    for (const AnswerElement& element : answer.elements) {
        const auto& cell = element.row.cells;
        if (element.row.count < candleColumns)
            records.rejects.push_back(QStringLiteral("a candle has too few columns"));
        else
            addCandle({cell[1], cell[2], cell[3], cell[4], cell[5], cell[6]},
                      cell[0].time(TimeUnit::Milliseconds), frame, records);
    }
    putInOrder(records.candles, request.range);
}

void addOpenInterest(const RestRequest& request, const AnswerElement& element, FeedRecords& records)
{
    const auto time = element.time.time(TimeUnit::Milliseconds);
    const auto value = element.oneSide.volume();
    if (!element.oneSide.isGiven())
        records.rejects.push_back(QStringLiteral("open interest is of unknown basis: one side or both"));
    else if (!time || !value)
        records.rejects.push_back(QStringLiteral("a value has no readable time or number"));
    else
        records.gauges.push_back({Gauge::OpenInterest, request.instrument, *time, *value});
}

void addOpenInterests(const RestRequest& request, const Answer& answer, FeedRecords& records)
{
    // Newest first.
    for (auto element = answer.elements.rbegin(); element != answer.elements.rend(); ++element)
        addOpenInterest(request, *element, records);
}

Reading readResult(const RestRequest& request, const Answer& answer, FeedRecords& records)
{
    const Reading noList{Reading::Kind::Rejected, -1, QStringLiteral("an answer without a list")};
    switch (request.purpose) {
    case RestRequest::Purpose::Candles:
        if (!answer.hasList)
            return noList;
        addCandles(request, answer, records);
        return {};
    case RestRequest::Purpose::OpenInterest:
        if (!answer.hasList)
            return noList;
        addOpenInterests(request, answer, records);
        return {};
    case RestRequest::Purpose::ServerTime:
        if (!records.serverTime)
            return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without the time")};
        return {};
    case RestRequest::Purpose::Funding:
    case RestRequest::Purpose::MarkPrice:
    case RestRequest::Purpose::Contracts:
    case RestRequest::Purpose::Daily:
    case RestRequest::Purpose::Day:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

Reading readBybitAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                        FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) {
        const Answer answer = answerOf(document.get_object());
        if (const auto refusal = refusalIn(answer))
            return *refusal;
        records.serverTime = answer.time.time(TimeUnit::Milliseconds);
        return readResult(request, answer, records);
    });
}

} // namespace holdline

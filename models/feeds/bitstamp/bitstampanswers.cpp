// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitstamp/bitstampmessages.h"
#include "models/feeds/candlerecords.h"
#include "models/feeds/candletokens.h"
#include "models/feeds/jsonshapes.h"

#include <algorithm>
#include <vector>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

struct Row {
    CandleTokens candle;
    JsonToken time;
};

/// Keys may come in any order: all is gathered first.
struct Answer {
    JsonToken error; ///< in any of the forms that the venue has for it
    bool hasRows = false;
    std::vector<Row> rows;
};

Row rowOf(ondemand::value& value)
{
    Row row;
    if (isObject(value))
        readTokens(value.get_object(), {{"timestamp", &row.time},
                                        {"open", &row.candle.open},
                                        {"high", &row.candle.high},
                                        {"low", &row.candle.low},
                                        {"close", &row.candle.close},
                                        {"volume", &row.candle.volume}});
    else
        pass(value);
    return row;
}

void gatherData(ondemand::object data, Answer& answer)
{
    eachField(data, [&](std::string_view key, ondemand::value& value) {
        if (key != "ohlc") {
            pass(value);
            return;
        }
        answer.hasRows = true;
        eachElement(value.get_array(), [&](ondemand::value& each) { answer.rows.push_back(rowOf(each)); });
    });
}

/// `errors` is a list of texts or of objects with a `message`.
void gatherErrors(ondemand::array errors, Answer& answer)
{
    eachElement(errors, [&](ondemand::value& each) {
        if (isObject(each))
            readTokens(each.get_object(), {{"message", &answer.error}});
        else
            answer.error = tokenOf(each);
    });
}

Answer answerOf(ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "data" && isObject(value))
            gatherData(value.get_object(), answer);
        else if (key == "errors" && isArray(value))
            gatherErrors(value.get_array(), answer);
        else if (key == "error" || key == "reason")
            answer.error = tokenOf(value);
        else
            pass(value);
    });
    return answer;
}

void addCandles(const RestRequest& request, const Answer& answer, FeedRecords& records)
{
    CandleRecord frame;
    frame.instrument = request.instrument;
    frame.interval = request.interval;
    for (const Row& row : answer.rows)
        addCandle(row.candle, row.time.time(TimeUnit::Seconds), frame, records);
}

/// Whether two candles lie closer together than their interval; the same twice is a repeat.
bool isOfShorterInterval(const std::vector<CandleRecord>& candles, Interval interval)
{
    std::vector<UtcTime> times;
    for (const CandleRecord& record : candles)
        times.push_back(record.candle.openTime);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return std::adjacent_find(times.begin(), times.end(),
                              [&](UtcTime a, UtcTime b) { return b - a < interval.length; }) != times.end();
}

} // namespace

Reading readBitstampAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                           FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(document.get_object());
        if (answer.error.isText())
            return {Reading::Kind::Refused, -1, wordsOf(answer.error)};
        if (!answer.hasRows)
            return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without candles")};
        addCandles(request, answer, records);
        if (isOfShorterInterval(records.candles, request.interval))
            return {Reading::Kind::Rejected, -1,
                    QStringLiteral("candles of a shorter interval than was asked for")};
        putInOrder(records.candles, request.range);
        return {};
    });
}

} // namespace holdline

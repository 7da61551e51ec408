// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candlerecords.h"
#include "models/feeds/candletokens.h"
#include "models/feeds/jsonshapes.h"
#include "models/feeds/kraken/krakenmessages.h"

#include <optional>
#include <vector>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

using CandleRow = TokenRow<8>;

/// Keys may come in any order: all is gathered first.
struct Answer {
    bool hasErrors = false; ///< the list of them, which is empty when all is well
    std::vector<JsonToken> errors;
    bool hasRows = false;
    std::vector<CandleRow> rows;
};

/// One key is the pair as the venue writes it, the other one `last`.
void gatherResult(ondemand::object result, Answer& answer)
{
    eachField(result, [&](std::string_view, ondemand::value& value) {
        if (!isArray(value)) {
            pass(value);
            return;
        }
        answer.hasRows = true;
        eachElement(value.get_array(),
                    [&](ondemand::value& row) { answer.rows.push_back(CandleRow::of(row)); });
    });
}

Answer answerOf(ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "error") {
            answer.hasErrors = true;
            eachElement(value.get_array(),
                        [&](ondemand::value& each) { answer.errors.push_back(tokenOf(each)); });
        } else if (key == "result" && isObject(value)) {
            gatherResult(value.get_object(), answer);
        } else {
            pass(value);
        }
    });
    return answer;
}

Reading::Kind kindOf(std::string_view error)
{
    if (error.starts_with("EAPI:Rate limit") || error.starts_with("EGeneral:Too many"))
        return Reading::Kind::RateLimited;
    if (error.starts_with("EService"))
        return Reading::Kind::Unavailable;
    return Reading::Kind::Refused;
}

/// Absent: the venue did what was asked. Errors that begin with W are warnings.
std::optional<Reading> refusalIn(const Answer& answer)
{
    for (const JsonToken& error : answer.errors) {
        if (!error.text().starts_with('W'))
            return Reading{kindOf(error.text()), -1, wordsOf(error)};
    }
    if (!answer.hasErrors || !answer.hasRows)
        return Reading{Reading::Kind::Rejected, -1, QStringLiteral("an answer without candles")};
    return std::nullopt;
}

void addCandles(const RestRequest& request, const Answer& answer, FeedRecords& records)
{
    CandleRecord frame;
    frame.instrument = request.instrument;
    frame.interval = request.interval;
    for (const CandleRow& row : answer.rows) {
        const auto& cell = row.cells;
        if (row.count < cell.size())
            records.rejects.push_back(QStringLiteral("a candle has too few columns"));
        else
            addCandle({cell[1], cell[2], cell[3], cell[4], cell[6], {}, cell[7]},
                      cell[0].time(TimeUnit::Seconds), frame, records);
    }
    putInOrder(records.candles, request.range);
}

} // namespace

Reading readKrakenAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                         FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(document.get_object());
        if (const auto refusal = refusalIn(answer))
            return *refusal;
        addCandles(request, answer, records);
        return {};
    });
}

} // namespace holdline

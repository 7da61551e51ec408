// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/fred/fredanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr Amount mostValue{Int128(1'000'000'000'000) * decimalUnits};

struct Answer {
    JsonToken errorCode;
    JsonToken errorMessage;
    JsonToken count;
    bool hasRows = false;
    qint64 rows = 0;
};

void takeRow(ondemand::value& each, FeedRecords& records, std::vector<DayValue>& values)
{
    JsonToken date;
    JsonToken value;
    if (isObject(each))
        readTokens(each.get_object(), {{"date", &date}, {"value", &value}});
    else
        pass(each);
    const auto day = dayOf(date);
    if (!day)
        return records.rejects.push_back(QStringLiteral("a row without a date"));
    if (value.isLeftOut() || value.text() == ".")
        return; // a holiday, or not known yet
    const auto amount = value.amount();
    if (amount && *amount < mostValue && -*amount < mostValue)
        values.push_back({*day, *amount});
    else
        records.rejects.push_back(QStringLiteral("a value that is no number"));
}

Answer answerOf(ondemand::object object, FeedRecords& records, std::vector<DayValue>& values)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "observations" && isArray(value)) {
            answer.hasRows = true;
            eachElement(value.get_array(), [&](ondemand::value& each) {
                ++answer.rows;
                takeRow(each, records, values);
            });
        } else if (!takeToken(key, value,
                              {{"error_code", &answer.errorCode},
                               {"error_message", &answer.errorMessage},
                               {"count", &answer.count}})) {
            pass(value);
        }
    });
    return answer;
}

Reading refusalOf(const Answer& answer)
{
    const qint64 code = JsonToken(answer.errorCode.plain()).integer().value_or(400);
    const QString words = wordsOf(answer.errorMessage);
    if (code == 429)
        return {Reading::Kind::RateLimited, -1, QStringLiteral("FRED was asked too often: %1").arg(words)};
    if (code >= 500)
        return {Reading::Kind::Unavailable, -1, QStringLiteral("FRED is out of order: %1").arg(words)};
    if (words.contains(QStringLiteral("api_key")))
        return {Reading::Kind::Refused, -1, QStringLiteral("The key is not accepted: %1").arg(words)};
    return {Reading::Kind::Refused, -1, QStringLiteral("FRED refused: %1").arg(words)};
}

} // namespace

Reading readFred(JsonReader& json, QByteArrayView bytes, FeedRecords& records, std::vector<DayValue>& values)
{
    values.clear();
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(document.get_object(), records, values);
        if (answer.errorCode.isGiven() || answer.errorMessage.isGiven())
            return refusalOf(answer);
        if (!answer.hasRows)
            return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without observations")};
        if (answer.count.integer().value_or(answer.rows) > answer.rows)
            records.rejects.push_back(QStringLiteral("more observations than one answer holds"));
        putInOrder(values);
        return {};
    });
    if (reading.kind != Reading::Kind::Data) // also for what follows its end
        values.clear();
    return reading;
}

} // namespace holdline

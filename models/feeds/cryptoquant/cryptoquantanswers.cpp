// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/cryptoquant/cryptoquantanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

#include <array>
#include <utility>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 13> bands{{
    {"range_0d_1d", "0-1d"},
    {"range_1d_1w", "1d-1w"},
    {"range_1w_1m", "1w-1m"},
    {"range_1m_3m", "1m-3m"},
    {"range_3m_6m", "3m-6m"},
    {"range_6m_12m", "6m-12m"},
    {"range_12m_18m", "12m-18m"},
    {"range_18m_2y", "18m-24m"},
    {"range_2y_3y", "2y-3y"},
    {"range_3y_5y", "3y-5y"},
    {"range_5y_7y", "5y-7y"},
    {"range_7y_10y", "7y-10y"},
    {"range_10y_inf", "10y+"},
}};

struct Row {
    JsonToken date;
    std::array<JsonToken, bands.size()> values;
};

struct Answer {
    JsonToken code;
    JsonToken message;
    bool hasRows = false;
    std::vector<Row> rows;
};

Row rowOf(ondemand::value& each)
{
    Row row;
    if (!isObject(each)) {
        pass(each);
        return row;
    }
    eachField(each.get_object(), [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value, {{"date", &row.date}, {"datetime", &row.date}}))
            return;
        for (std::size_t band = 0; band < bands.size(); ++band) {
            if (bands[band].first == key) {
                row.values[band] = tokenOf(value);
                return;
            }
        }
        pass(value);
    });
    return row;
}

void gatherResult(ondemand::object object, Answer& answer)
{
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key != "data" || !isArray(value))
            return pass(value);
        answer.hasRows = true;
        eachElement(value.get_array(), [&](ondemand::value& each) { answer.rows.push_back(rowOf(each)); });
    });
}

Answer answerOf(ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "status" && isObject(value))
            readTokens(value.get_object(), {{"code", &answer.code}, {"message", &answer.message}});
        else if (key == "result" && isObject(value))
            gatherResult(value.get_object(), answer);
        else
            pass(value);
    });
    return answer;
}

/// Absent: the answer is good.
std::optional<Reading> refusalOf(const Answer& answer)
{
    const JsonToken number(answer.code.plain());
    const auto code = number.integer();
    if (!code)
        return Reading{Reading::Kind::Rejected, -1, QStringLiteral("an answer without a status")};
    const QString words = wordsOf(answer.message);
    if (*code == 401)
        return Reading{Reading::Kind::Refused, -1, QStringLiteral("The key is not accepted: %1").arg(words)};
    if (*code == 403)
        return Reading{Reading::Kind::Refused, -1,
                       QStringLiteral("What was asked for is not part of the key's plan: %1").arg(words)};
    if (*code == 429)
        return Reading{Reading::Kind::RateLimited, -1,
                       QStringLiteral("CryptoQuant was asked too often: %1").arg(words)};
    if (*code >= 500)
        return Reading{Reading::Kind::Unavailable, -1,
                       QStringLiteral("CryptoQuant is out of order: %1").arg(words)};
    if (*code != 200)
        return Reading{Reading::Kind::Refused, -1, words};
    return std::nullopt;
}

void takeRow(const Row& row, bool areCosts, FeedRecords& records, BandValues& values)
{
    const auto day = dayOf(row.date);
    if (!day)
        return records.rejects.push_back(QStringLiteral("a row without a date"));
    for (std::size_t band = 0; band < bands.size(); ++band) {
        const JsonToken& token = row.values[band];
        const auto amount = token.amount();
        if (amount && (areCosts ? isCost(*amount) : isSupply(*amount)))
            values[QString::fromLatin1(bands[band].second)].push_back({*day, *amount});
        else if (!token.isLeftOut())
            records.rejects.push_back(areCosts ? QStringLiteral("a price that is no price")
                                               : QStringLiteral("a supply that cannot be"));
    }
}

} // namespace

Reading readCryptoquantBands(JsonReader& json, bool areCosts, QByteArrayView bytes, FeedRecords& records,
                             BandValues& values)
{
    values.clear();
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(document.get_object());
        if (const auto refusal = refusalOf(answer))
            return *refusal;
        if (!answer.hasRows)
            return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without rows")};
        for (const Row& row : answer.rows)
            takeRow(row, areCosts, records, values);
        for (auto& [band, days] : values)
            putInOrder(days);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        values.clear();
    return reading;
}

} // namespace holdline

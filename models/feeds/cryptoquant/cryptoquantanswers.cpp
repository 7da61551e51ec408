// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/cryptoquant/cryptoquantanswers.h"

#include "models/feeds/coderefusal.h"
#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

#include <algorithm>
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

constexpr Int128 mostVolume = Int128(1'000'000'000'000'000) * decimalUnits; ///< USD of a day

using Fields = std::vector<std::string_view>;

struct Row {
    JsonToken date;
    std::vector<JsonToken> values; ///< as the fields that were asked for
};

struct Answer {
    JsonToken code;
    JsonToken message;
    bool hasRows = false;
    std::vector<Row> rows;
};

const Fields& bandFields()
{
    static const Fields fields = [] {
        Fields names;
        for (const auto& [field, band] : bands)
            names.push_back(field);
        return names;
    }();
    return fields;
}

Row rowOf(const Fields& fields, ondemand::value& each)
{
    Row row{.date = {}, .values = std::vector<JsonToken>(fields.size())};
    if (!isObject(each)) {
        pass(each);
        return row;
    }
    eachField(each.get_object(), [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value, {{"date", &row.date}, {"datetime", &row.date}}))
            return;
        const auto field = std::find(fields.begin(), fields.end(), key);
        if (field == fields.end())
            pass(value);
        else
            row.values[static_cast<std::size_t>(field - fields.begin())] = tokenOf(value);
    });
    return row;
}

void gatherResult(const Fields& fields, ondemand::object object, Answer& answer)
{
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key != "data" || !isArray(value))
            return pass(value);
        answer.hasRows = true;
        eachElement(value.get_array(),
                    [&](ondemand::value& each) { answer.rows.push_back(rowOf(fields, each)); });
    });
}

Answer answerOf(const Fields& fields, ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "status" && isObject(value))
            readTokens(value.get_object(), {{"code", &answer.code}, {"message", &answer.message}});
        else if (key == "result" && isObject(value))
            gatherResult(fields, value.get_object(), answer);
        else
            pass(value);
    });
    return answer;
}

/// Absent: the answer is good.
std::optional<Reading> refusalOf(const Answer& answer)
{
    if (auto refusal = refusalOfCode(answer.code, 200, answer.message, QStringLiteral("CryptoQuant")))
        return refusal;
    return answer.hasRows ? std::nullopt
                          : std::optional(Reading{Reading::Kind::Rejected, -1,
                                                  QStringLiteral("an answer without rows")});
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

/// Calls `use(row)` for each row of a good answer.
template <typename UseRow>
Reading readRows(JsonReader& json, const Fields& fields, QByteArrayView bytes, FeedRecords& records,
                 UseRow use)
{
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(fields, document.get_object());
        if (const auto refusal = refusalOf(answer))
            return *refusal;
        for (const Row& row : answer.rows)
            use(row);
        return {};
    });
}

bool isVolume(const std::optional<Amount>& amount)
{
    return amount && amount->units >= 0 && amount->units < mostVolume;
}

void takeNet(const Row& row, FeedRecords& records, std::vector<DayValue>& values)
{
    const auto day = dayOf(row.date);
    if (!day)
        return records.rejects.push_back(QStringLiteral("a row without a date"));
    const auto bought = row.values[0].amount();
    const auto sold = row.values[1].amount();
    if (isVolume(bought) && isVolume(sold))
        values.push_back({*day, *bought - *sold});
    else if (!row.values[0].isLeftOut() && !row.values[1].isLeftOut())
        records.rejects.push_back(QStringLiteral("a volume that is no number that can be"));
}

void takeInflow(const Row& row, FeedRecords& records, std::vector<DayValue>& values)
{
    const auto day = dayOf(row.date);
    if (!day)
        return records.rejects.push_back(QStringLiteral("a row without a date"));
    const auto inflow = row.values[0].amount();
    if (inflow && isSupply(*inflow))
        values.push_back({*day, *inflow});
    else if (!row.values[0].isLeftOut())
        records.rejects.push_back(QStringLiteral("an inflow that cannot be"));
}

/// By day, one series of an answer.
template <typename TakeRow>
Reading readDays(JsonReader& json, const Fields& fields, QByteArrayView bytes, FeedRecords& records,
                 std::vector<DayValue>& values, TakeRow take)
{
    values.clear();
    Reading reading =
        readRows(json, fields, bytes, records, [&](const Row& row) { take(row, records, values); });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        values.clear();
    putInOrder(values);
    return reading;
}

} // namespace

Reading readCryptoquantBands(JsonReader& json, bool areCosts, QByteArrayView bytes, FeedRecords& records,
                             BandValues& values)
{
    values.clear();
    Reading reading = readRows(json, bandFields(), bytes, records,
                               [&](const Row& row) { takeRow(row, areCosts, records, values); });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        values.clear();
    for (auto& [band, days] : values)
        putInOrder(days);
    return reading;
}

Reading readCryptoquantTaker(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                             std::vector<DayValue>& values)
{
    return readDays(json, {"taker_buy_volume", "taker_sell_volume"}, bytes, records, values, takeNet);
}

Reading readCryptoquantInflow(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                              std::vector<DayValue>& values)
{
    return readDays(json, {"inflow_top10"}, bytes, records, values, takeInflow);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/sosovalue/sosovalueanswers.h"

#include "models/feeds/coderefusal.h"
#include "models/feeds/cohortvalues.h"
#include "models/feeds/etfvalues.h"
#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

struct SosovalueAnswer {
    JsonToken code;
    JsonToken message;
    bool hasRows = false;
};

template <typename UseRow>
void gatherRows(ondemand::value& value, UseRow useRow, SosovalueAnswer& answer)
{
    if (isArray(value)) {
        answer.hasRows = true;
        eachElement(value.get_array(), useRow);
    } else if (isObject(value)) {
        eachField(value.get_object(), [&](std::string_view key, ondemand::value& field) {
            if (key != "list" || !isArray(field))
                return pass(field);
            answer.hasRows = true;
            eachElement(field.get_array(), useRow);
        });
    } else {
        pass(value);
    }
}

/// Calls `useRow(value)` for each row.
template <typename UseRow>
SosovalueAnswer sosovalueAnswerOf(ondemand::document& document, UseRow useRow)
{
    SosovalueAnswer answer;
    if (document.type() == ondemand::json_type::array) {
        answer.hasRows = true;
        answer.code = JsonToken("0");
        eachElement(document.get_array(), useRow);
        return answer;
    }
    eachField(document.get_object(), [&](std::string_view key, ondemand::value& value) {
        if (key == "data")
            gatherRows(value, useRow, answer);
        else if (!takeToken(key, value,
                            {{"code", &answer.code}, {"message", &answer.message}, {"msg", &answer.message}}))
            pass(value);
    });
    return answer;
}

/// Absent: the answer is good.
std::optional<Reading> sosovalueRefusal(const SosovalueAnswer& answer)
{
    if (auto refusal = refusalOfCode(answer.code, 0, answer.message, QStringLiteral("SoSoValue")))
        return refusal;
    return answer.hasRows ? std::nullopt
                          : std::optional(Reading{Reading::Kind::Rejected, -1,
                                                  QStringLiteral("an answer without rows")});
}

struct FlowRow {
    JsonToken date;
    JsonToken flow;
    JsonToken status;
};

void gatherFlow(ondemand::value& value, FlowRow& row)
{
    if (isObject(value))
        readTokens(value.get_object(), {{"value", &row.flow}, {"status", &row.status}});
    else
        row.flow = tokenOf(value);
}

FlowRow flowRowOf(std::string_view flowName, ondemand::value& each)
{
    FlowRow row;
    if (!isObject(each)) {
        pass(each);
        return row;
    }
    eachField(each.get_object(), [&](std::string_view key, ondemand::value& value) {
        if (key == flowName)
            gatherFlow(value, row);
        else if (!takeToken(key, value, {{"date", &row.date}, {"status", &row.status}}))
            pass(value);
    });
    return row;
}

void takeFlowRow(const FlowRow& row, FeedRecords& records, std::vector<DayValue>& values)
{
    const auto day = dayOf(row.date);
    if (!day)
        return records.rejects.push_back(QStringLiteral("a row without a date"));
    const bool isPending = !row.status.isLeftOut() && row.status.plain() != "1";
    if (isPending || isNotReported(row.flow))
        return;
    if (const auto flow = flowOf(row.flow))
        values.push_back({*day, *flow});
    else
        records.rejects.push_back(QStringLiteral("a flow that is no number that can be"));
}

} // namespace

Reading readSosovalueFlows(JsonReader& json, std::string_view flowName, QByteArrayView bytes,
                           FeedRecords& records, std::vector<DayValue>& values)
{
    values.clear();
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        std::vector<FlowRow> rows;
        const auto answer = sosovalueAnswerOf(
            document, [&](ondemand::value& each) { rows.push_back(flowRowOf(flowName, each)); });
        if (const auto refusal = sosovalueRefusal(answer))
            return *refusal;
        for (const FlowRow& row : rows)
            takeFlowRow(row, records, values);
        putInOrder(values);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        values.clear();
    return reading;
}

Reading readSosovalueFunds(JsonReader& json, QByteArrayView bytes, FeedRecords& records, QStringList& funds)
{
    funds.clear();
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        std::vector<JsonToken> tickers;
        const auto answer = sosovalueAnswerOf(document, [&](ondemand::value& each) {
            JsonToken& ticker = tickers.emplace_back();
            if (isObject(each))
                readTokens(each.get_object(), {{"ticker", &ticker}});
            else
                pass(each);
        });
        if (const auto refusal = sosovalueRefusal(answer))
            return *refusal;
        for (const JsonToken& ticker : tickers) {
            const QString fund = fundOf(ticker);
            if (fund.isEmpty())
                records.rejects.push_back(QStringLiteral("a fund whose ticker is none"));
            else if (!funds.contains(fund))
                funds.append(fund);
        }
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        funds.clear();
    return reading;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinglass/coinglassanswers.h"

#include "models/feeds/coderefusal.h"
#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr Span fourHours = std::chrono::hours{4};

struct CoinglassAnswer {
    JsonToken code;
    JsonToken message;
    bool hasRows = false;
};

/// Calls `useRow(value)` for each element of `data`.
template <typename UseRow>
CoinglassAnswer coinglassAnswerOf(ondemand::object object, UseRow useRow)
{
    CoinglassAnswer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "data" && isArray(value)) {
            answer.hasRows = true;
            eachElement(value.get_array(), useRow);
        } else if (!takeToken(key, value, {{"code", &answer.code}, {"msg", &answer.message}})) {
            pass(value);
        }
    });
    return answer;
}

/// Absent: the answer is good.
std::optional<Reading> coinglassRefusal(const CoinglassAnswer& answer)
{
    if (auto refusal = refusalOfCode(answer.code, 0, answer.message, QStringLiteral("CoinGlass")))
        return refusal;
    return answer.hasRows ? std::nullopt
                          : std::optional(Reading{Reading::Kind::Rejected, -1,
                                                  QStringLiteral("an answer without rows")});
}

struct FundFlow {
    JsonToken ticker;
    JsonToken flow;
};

struct FlowRow {
    JsonToken time;
    JsonToken total;
    std::vector<FundFlow> funds;
};

FundFlow fundFlowOf(ondemand::value& each)
{
    FundFlow flow;
    if (isObject(each))
        readTokens(each.get_object(), {{"etf_ticker", &flow.ticker}, {"flow_usd", &flow.flow}});
    else
        pass(each);
    return flow;
}

FlowRow flowRowOf(ondemand::value& each)
{
    FlowRow row;
    if (!isObject(each)) {
        pass(each);
        return row;
    }
    eachField(each.get_object(), [&](std::string_view key, ondemand::value& value) {
        if (key == "etf_flows" && isArray(value))
            eachElement(value.get_array(),
                        [&](ondemand::value& fund) { row.funds.push_back(fundFlowOf(fund)); });
        else if (!takeToken(key, value, {{"timestamp", &row.time}, {"flow_usd", &row.total}}))
            pass(value);
    });
    return row;
}

void takeFlow(const JsonToken& token, UtcTime day, FeedRecords& records, std::vector<DayValue>& values)
{
    if (const auto flow = flowOf(token))
        values.push_back({day, *flow});
    else if (!isNotReported(token))
        records.rejects.push_back(QStringLiteral("a flow that is no number that can be"));
}

void takeFlowRow(const FlowRow& row, FeedRecords& records, CoinglassFlows& flows)
{
    const auto at = row.time.time(TimeUnit::ByMagnitude);
    if (!at)
        return records.rejects.push_back(QStringLiteral("a row without a time"));
    if (std::chrono::floor<std::chrono::days>(*at) != *at)
        return records.rejects.push_back(QStringLiteral("a flow that is not of a day"));
    takeFlow(row.total, *at, records, flows.total);
    for (const FundFlow& each : row.funds) {
        const QString fund = fundOf(each.ticker);
        if (fund.isEmpty())
            records.rejects.push_back(QStringLiteral("a flow of what is no fund"));
        else
            takeFlow(each.flow, *at, records, flows.funds[fund]);
    }
}

void putFlowsInOrder(CoinglassFlows& flows)
{
    putInOrder(flows.total);
    for (auto& [fund, values] : flows.funds)
        putInOrder(values);
    std::erase_if(flows.funds, [](const auto& fund) { return fund.second.empty(); });
}

struct SumRow {
    JsonToken time;
    JsonToken first;
    JsonToken second;
};

void takeSum(const JsonToken& token, UtcTime start, FeedRecords& records, std::vector<DayValue>& values)
{
    const auto sum = flowOf(token);
    if (sum && sum->units >= 0)
        values.push_back({start, *sum});
    else if (!isNotReported(token))
        records.rejects.push_back(QStringLiteral("a sum that is no number that can be"));
}

void takeSumRow(const SumRow& row, FeedRecords& records, CoinglassSums& sums)
{
    const auto at = row.time.time(TimeUnit::ByMagnitude);
    if (!at)
        return records.rejects.push_back(QStringLiteral("a row without a time"));
    if (at->time_since_epoch() % fourHours != Span{})
        return records.rejects.push_back(QStringLiteral("a sum that is not of four hours"));
    takeSum(row.first, *at, records, sums.first);
    takeSum(row.second, *at, records, sums.second);
}

Reading readSums(JsonReader& json, QByteArrayView bytes, std::string_view first, std::string_view second,
                 FeedRecords& records, CoinglassSums& sums)
{
    sums = {};
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        std::vector<SumRow> rows;
        const auto answer = coinglassAnswerOf(document.get_object(), [&](ondemand::value& each) {
            SumRow& row = rows.emplace_back();
            if (isObject(each))
                readTokens(each.get_object(),
                           {{"time", &row.time}, {first, &row.first}, {second, &row.second}});
            else
                pass(each);
        });
        if (const auto refusal = coinglassRefusal(answer))
            return *refusal;
        for (const SumRow& row : rows)
            takeSumRow(row, records, sums);
        putInOrder(sums.first);
        putInOrder(sums.second);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        sums = {};
    return reading;
}

} // namespace

Reading readCoinglassFlows(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                           CoinglassFlows& flows)
{
    flows = {};
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        std::vector<FlowRow> rows;
        const auto answer = coinglassAnswerOf(
            document.get_object(), [&](ondemand::value& each) { rows.push_back(flowRowOf(each)); });
        if (const auto refusal = coinglassRefusal(answer))
            return *refusal;
        for (const FlowRow& row : rows)
            takeFlowRow(row, records, flows);
        putFlowsInOrder(flows);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        flows = {};
    return reading;
}

Reading readCoinglassLiquidations(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                  CoinglassSums& sums)
{
    return readSums(json, bytes, "aggregated_long_liquidation_usd", "aggregated_short_liquidation_usd",
                    records, sums);
}

Reading readCoinglassTaker(JsonReader& json, QByteArrayView bytes, FeedRecords& records, CoinglassSums& sums)
{
    return readSums(json, bytes, "aggregated_buy_volume_usd", "aggregated_sell_volume_usd", records, sums);
}

} // namespace holdline

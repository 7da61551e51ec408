// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/alternative/alternativeanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr Amount mostGreed{Int128(100) * decimalUnits};

void takeRow(ondemand::value& each, FeedRecords& records, std::vector<DayValue>& values)
{
    JsonToken time;
    JsonToken value;
    if (isObject(each))
        readTokens(each.get_object(), {{"timestamp", &time}, {"value", &value}});
    else
        pass(each);
    const auto at = time.time(TimeUnit::Seconds);
    if (!at)
        return records.rejects.push_back(QStringLiteral("a row without a time"));
    const UtcTime day = std::chrono::floor<std::chrono::days>(*at);
    if (day != *at)
        return records.rejects.push_back(QStringLiteral("a value that is not of a day"));
    if (value.isLeftOut())
        return;
    const auto amount = value.volume();
    if (amount && *amount <= mostGreed)
        values.push_back({day, *amount});
    else
        records.rejects.push_back(QStringLiteral("a value that is not from 0 to 100"));
}

} // namespace

Reading readFearAndGreed(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                         std::vector<DayValue>& values)
{
    values.clear();
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        bool hasRows = false;
        JsonToken error;
        eachField(document.get_object(), [&](std::string_view key, ondemand::value& value) {
            if (key == "data" && isArray(value)) {
                hasRows = true;
                eachElement(value.get_array(),
                            [&](ondemand::value& each) { takeRow(each, records, values); });
            } else if (key == "metadata" && isObject(value)) {
                readTokens(value.get_object(), {{"error", &error}});
            } else {
                pass(value);
            }
        });
        if (!error.isLeftOut())
            return {Reading::Kind::Refused, -1,
                    QStringLiteral("alternative.me refused: %1").arg(wordsOf(error))};
        if (!hasRows)
            return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without rows")};
        putInOrder(values);
        return {};
    });
    if (reading.kind != Reading::Kind::Data) // also for what follows its end
        values.clear();
    return reading;
}

} // namespace holdline

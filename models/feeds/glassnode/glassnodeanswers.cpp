// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/glassnode/glassnodeanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

void takeRow(ondemand::value& each, FeedRecords& records, std::vector<DayValue>& values)
{
    if (!isObject(each)) {
        pass(each);
        return records.rejects.push_back(QStringLiteral("a row that is no object"));
    }
    JsonToken time;
    JsonToken value;
    readTokens(each.get_object(), {{"t", &time}, {"v", &value}});
    const auto at = time.time(TimeUnit::Seconds);
    if (!at)
        return records.rejects.push_back(QStringLiteral("a row without a time"));
    const UtcTime day = std::chrono::floor<std::chrono::days>(*at);
    if (day != *at)
        return records.rejects.push_back(QStringLiteral("a value that is not of a day"));
    if (value.isLeftOut())
        return;
    const auto amount = value.volume();
    if (!amount)
        return records.rejects.push_back(QStringLiteral("a value that is no number"));
    values.push_back({day, *amount});
}

Reading refusalOf(ondemand::object object)
{
    JsonToken message;
    JsonToken error;
    readTokens(object, {{"message", &message}, {"error", &error}});
    const JsonToken& words = message.isText() ? message : error;
    if (!words.isText())
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without rows")};
    return {Reading::Kind::Refused, -1, wordsOf(words)};
}

} // namespace

Reading readGlassnode(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                      std::vector<DayValue>& values)
{
    values.clear();
    if (bytes.trimmed() == QByteArrayView("null")) {
        records.clear();
        return {};
    }
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        if (document.type() == ondemand::json_type::object)
            return refusalOf(document.get_object());
        eachElement(document.get_array(), [&](ondemand::value& each) { takeRow(each, records, values); });
        putInOrder(values);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        values.clear();
    return reading;
}

} // namespace holdline

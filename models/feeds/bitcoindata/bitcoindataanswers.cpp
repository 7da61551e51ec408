// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitcoindata/bitcoindataanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr std::string_view usualKey = "sthRealizedPrice";

struct Row {
    JsonToken day;
    JsonToken usual;
    JsonToken other;    ///< the first number under another key
    int otherCount = 0; ///< how many there are

    [[nodiscard]] const JsonToken& value() const { return usual.isGiven() ? usual : other; }
    [[nodiscard]] bool isClear() const { return usual.isGiven() || otherCount == 1; }
};

Row rowOf(ondemand::object object)
{
    Row row;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        const JsonToken token = tokenOf(value);
        if (key == "d")
            row.day = token;
        else if (key == usualKey)
            row.usual = token;
        else if (key != "unixTs" && token.amount() && row.otherCount++ == 0)
            row.other = token;
    });
    return row;
}

void takeRow(const Row& row, FeedRecords& records, std::vector<DayValue>& values)
{
    const auto day = dayOf(row.day);
    if (!day)
        return records.rejects.push_back(QStringLiteral("a row without a date"));
    if (row.value().isLeftOut() && row.otherCount == 0)
        return; // not known yet
    if (!row.isClear())
        return records.rejects.push_back(QStringLiteral("a row in which several numbers may be the price"));
    const auto value = row.value().amount();
    if (!value || !isCost(*value))
        return records.rejects.push_back(QStringLiteral("a price that is no price"));
    values.push_back({*day, *value});
}

Reading refusalOf(ondemand::object object)
{
    JsonToken error;
    JsonToken message;
    readTokens(object, {{"error", &error}, {"message", &message}});
    if (!error.isGiven() && !message.isGiven())
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without rows")};
    return {Reading::Kind::Refused, -1, wordsOf(message.isText() ? message : error)};
}

} // namespace

Reading readBitcoinData(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                        std::vector<DayValue>& values)
{
    values.clear();
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        if (document.type() == ondemand::json_type::object)
            return refusalOf(document.get_object());
        eachElement(document.get_array(), [&](ondemand::value& each) {
            if (isObject(each)) {
                takeRow(rowOf(each.get_object()), records, values);
            } else {
                pass(each);
                records.rejects.push_back(QStringLiteral("a row that is no object"));
            }
        });
        putInOrder(values);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        values.clear();
    return reading;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/treasury/treasuryanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

/// More bids than a thousand times what is sold no one has seen.
constexpr Amount mostCover{Int128(1000) * decimalUnits};

struct Row {
    JsonToken date;
    JsonToken type;
    JsonToken term;
    JsonToken isIndexed;
    JsonToken cover;
};

Row rowOf(ondemand::value& each)
{
    Row row;
    if (isObject(each))
        readTokens(each.get_object(), {{"auction_date", &row.date},
                                       {"security_type", &row.type},
                                       {"security_term", &row.term},
                                       {"inflation_index_security", &row.isIndexed},
                                       {"bid_to_cover_ratio", &row.cover}});
    else
        pass(each);
    return row;
}

/// Years that it had when it was new; 0 for a term that is not followed.
int yearsOf(std::string_view term)
{
    if (term == "10-Year" || term == "9-Year 11-Month" || term == "9-Year 10-Month" ||
        term == "9-Year 9-Month")
        return 10;
    if (term == "30-Year" || term == "29-Year 11-Month" || term == "29-Year 10-Month" ||
        term == "29-Year 9-Month")
        return 30;
    return 0;
}

void takeRow(const Row& row, FeedRecords& records, TreasuryCovers& covers)
{
    if (!row.term.isText() || !row.isIndexed.isText())
        return records.rejects.push_back(QStringLiteral("a row that does not say what was auctioned"));
    const int years = yearsOf(row.term.text());
    if (years == 0 || row.isIndexed.text() != "No")
        return;
    const auto day = dayOf(row.date);
    if (!day)
        return records.rejects.push_back(QStringLiteral("an auction without a date"));
    if (row.cover.isLeftOut() || row.cover.text() == "null")
        return; // announced, not held yet
    const auto cover = row.cover.volume();
    if (!cover || *cover <= Amount{} || *cover > mostCover)
        return records.rejects.push_back(QStringLiteral("a ratio of bids that cannot be"));
    (years == 10 ? covers.tenYear : covers.thirtyYear).push_back({*day, *cover});
}

} // namespace

Reading readTreasuryAuctions(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                             TreasuryCovers& covers)
{
    covers = {};
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        JsonToken error;
        JsonToken message;
        JsonToken pages;
        bool hasRows = false;
        eachField(document.get_object(), [&](std::string_view key, ondemand::value& value) {
            if (key == "data" && isArray(value)) {
                hasRows = true;
                eachElement(value.get_array(),
                            [&](ondemand::value& each) { takeRow(rowOf(each), records, covers); });
            } else if (key == "meta" && isObject(value)) {
                readTokens(value.get_object(), {{"total-pages", &pages}});
            } else if (!takeToken(key, value, {{"error", &error}, {"message", &message}})) {
                pass(value);
            }
        });
        if (!error.isLeftOut())
            return {
                Reading::Kind::Refused, -1,
                QStringLiteral("The Treasury refused: %1").arg(wordsOf(message.isText() ? message : error))};
        if (!hasRows)
            return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without auctions")};
        if (pages.integer().value_or(1) > 1)
            records.rejects.push_back(QStringLiteral("more auctions than one answer holds"));
        putInOrder(covers.tenYear);
        putInOrder(covers.thirtyYear);
        return {};
    });
    if (reading.kind != Reading::Kind::Data) // also for what follows its end
        covers = {};
    return reading;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinmetrics/coinmetricsanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

#include <QUrl>
#include <QUrlQuery>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr Amount mostFlow{Int128(1'000'000'000'000) * decimalUnits}; ///< USD, in a day

struct Row {
    JsonToken asset;
    JsonToken time;
    JsonToken value;
};

struct Answer {
    JsonToken errorType;
    JsonToken errorMessage;
    JsonToken nextToken;
    JsonToken nextUrl;
    bool hasRows = false;
    std::vector<Row> rows;
};

void gatherRows(std::string_view metric, ondemand::array array, Answer& answer)
{
    eachElement(array, [&](ondemand::value& each) {
        Row row;
        if (isObject(each))
            readTokens(each.get_object(), {{"asset", &row.asset}, {"time", &row.time}, {metric, &row.value}});
        else
            pass(each);
        answer.rows.push_back(row);
    });
}

Answer answerOf(std::string_view metric, ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "data" && isArray(value)) {
            answer.hasRows = true;
            gatherRows(metric, value.get_array(), answer);
        } else if (key == "error" && isObject(value)) {
            readTokens(value.get_object(), {{"type", &answer.errorType}, {"message", &answer.errorMessage}});
        } else if (!takeToken(key, value,
                              {{"next_page_token", &answer.nextToken}, {"next_page_url", &answer.nextUrl}})) {
            pass(value);
        }
    });
    return answer;
}

QString nextTokenOf(const Answer& answer)
{
    const auto text = [](const JsonToken& token) {
        return QString::fromUtf8(token.text().data(), static_cast<qsizetype>(token.text().size()));
    };
    if (answer.nextToken.isText())
        return text(answer.nextToken);
    return QUrlQuery(QUrl(text(answer.nextUrl)))
        .queryItemValue(QStringLiteral("next_page_token"), QUrl::FullyDecoded);
}

void takeRow(const Row& row, FeedRecords& records, std::vector<DayValue>& values)
{
    const auto time = isoTimeOf(row.time);
    if (!time)
        return records.rejects.push_back(QStringLiteral("a row without a time"));
    const UtcTime day = std::chrono::floor<std::chrono::days>(*time);
    if (day != *time)
        return records.rejects.push_back(QStringLiteral("a value that is not of a day"));
    if (row.asset.text() != "btc")
        return records.rejects.push_back(QStringLiteral("a row of another asset than btc"));
    if (row.value.isLeftOut())
        return; // not known yet
    const auto value = row.value.volume();
    if (value && *value < mostFlow)
        values.push_back({day, *value});
    else
        records.rejects.push_back(QStringLiteral("a flow that cannot be"));
}

} // namespace

Reading readCoinmetrics(JsonReader& json, std::string_view metric, QByteArrayView bytes, FeedRecords& records,
                        CoinmetricsPage& page)
{
    page = {};
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(metric, document.get_object());
        if (answer.errorType.isGiven() || answer.errorMessage.isGiven())
            return {Reading::Kind::Refused, -1,
                    QStringLiteral("Coin Metrics refused: %1")
                        .arg(wordsOf(answer.errorMessage.isText() ? answer.errorMessage : answer.errorType))};
        if (!answer.hasRows)
            return {Reading::Kind::Rejected, -1, QStringLiteral("an answer without rows")};
        for (const Row& row : answer.rows)
            takeRow(row, records, page.values);
        putInOrder(page.values);
        page.nextToken = nextTokenOf(answer);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        page = {};
    return reading;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitview/bitviewanswers.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/jsonshapes.h"

#include <QUrl>

#include <algorithm>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr UtcTime firstDay{std::chrono::sys_days{std::chrono::year{2009} / 1 / 1}};

struct Answer {
    JsonToken index;
    JsonToken type;
    JsonToken start;
    JsonToken message; ///< of an error
    bool isError = false;
    bool hasData = false;
    std::vector<JsonToken> data;
};

void gatherError(ondemand::value& value, Answer& answer)
{
    answer.isError = true;
    if (isObject(value))
        readTokens(value.get_object(), {{"message", &answer.message}});
    else
        answer.message = tokenOf(value);
}

Answer answerOf(ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key == "error") {
            gatherError(value, answer);
        } else if (key == "data" && isArray(value)) {
            answer.hasData = true;
            eachElement(value.get_array(),
                        [&](ondemand::value& each) { answer.data.push_back(tokenOf(each)); });
        } else if (!takeToken(key, value,
                              {{"index", &answer.index}, {"type", &answer.type}, {"start", &answer.start}})) {
            pass(value);
        }
    });
    return answer;
}

Reading rejected(const QString& reason)
{
    return {Reading::Kind::Rejected, -1, reason};
}

/// What one of the server's numbers counts, in 1e-8 of a dollar or of a bitcoin; 0: something else.
int unitsIn(const BitviewQuestion& question, const JsonToken& type)
{
    if (question.isMoney)
        return type.isLeftOut() || type.text() == "Dollars" ? decimalUnits
               : type.text() == "Cents"                     ? 1'000'000
                                                            : 0;
    return type.isLeftOut() || type.text() == "Bitcoin" ? decimalUnits : type.text() == "Sats" ? 1 : 0;
}

/// Why the answer is not what was asked for; empty when it is.
QString objection(const BitviewQuestion& question, const Answer& answer)
{
    if (!answer.hasData)
        return QStringLiteral("an answer without data");
    if (answer.index.isGiven() && answer.index.text() != "day1")
        return QStringLiteral("%1 does not come by day").arg(question.name);
    if (unitsIn(question, answer.type) == 0)
        return QStringLiteral("%1 comes in %2, not in %3")
            .arg(question.name, wordsOf(answer.type),
                 question.isMoney ? QStringLiteral("dollars") : QStringLiteral("bitcoin"));
    const auto start = answer.start.integer();
    const qint64 wanted = (question.from - firstDay) / std::chrono::days{1};
    if (!answer.data.empty() && start != wanted)
        return QStringLiteral("%1 begins at day %2 where day %3 after 2009-01-01 was asked for: its days "
                              "cannot be told, so nothing of it is read")
            .arg(question.name, wordsOf(answer.start))
            .arg(wanted);
    return {};
}

void takeValues(const BitviewQuestion& question, const Answer& answer, FeedRecords& records,
                std::vector<DayValue>& values)
{
    const int units = unitsIn(question, answer.type);
    UtcTime day = question.from;
    for (const JsonToken& token : answer.data) {
        const auto number = token.volume();
        if (number) {
            const Amount value{units == decimalUnits ? number->units : number->units / decimalUnits * units};
            if (question.isMoney || isSupply(value))
                values.push_back({day, value});
            else
                records.rejects.push_back(
                    QStringLiteral("%1 counts more coins than there can be").arg(question.name));
        } else if (!token.isLeftOut()) {
            records.rejects.push_back(QStringLiteral("%1 holds what is no number").arg(question.name));
        }
        day += std::chrono::days{1};
    }
}

QStringList wordsIn(const QString& name)
{
    QString words = name.toLower();
    words.replace(QLatin1Char('-'), QLatin1Char('_'));
    return words.split(QLatin1Char('_'), Qt::SkipEmptyParts);
}

} // namespace

QString bitviewPath(const BitviewQuestion& question)
{
    return QStringLiteral("/api/series/%1/day1?start=%2").arg(question.name, dayText(question.from));
}

QString bitviewSearchPath(const QString& name)
{
    return QStringLiteral("/api/series/search?q=") + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

Reading readBitviewSeries(JsonReader& json, const BitviewQuestion& question, QByteArrayView bytes,
                          FeedRecords& records, std::vector<DayValue>& values)
{
    values.clear();
    Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(document.get_object());
        if (answer.isError)
            return {Reading::Kind::Refused, -1, wordsOf(answer.message)};
        const QString why = objection(question, answer);
        if (!why.isEmpty())
            return rejected(why);
        takeValues(question, answer, records, values);
        return {};
    });
    if (reading.kind == Reading::Kind::Rejected) // also for what follows its end
        values.clear();
    return reading;
}

Reading readBitviewNames(JsonReader& json, QByteArrayView bytes, FeedRecords& records, QStringList& names)
{
    names.clear();
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        eachElement(document.get_array(), [&](ondemand::value& value) {
            const JsonToken token = tokenOf(value);
            if (token.isText())
                names.append(wordsOf(token));
        });
        return {};
    });
}

QString bitviewNameLike(const QString& name, const QStringList& names)
{
    const QStringList wanted = wordsIn(name);
    QString best;
    qsizetype fewest = 0;
    bool isOnly = false;
    for (const QString& candidate : names) {
        const QStringList words = wordsIn(candidate);
        const bool hasAll = std::all_of(wanted.begin(), wanted.end(),
                                        [&](const QString& word) { return words.contains(word); });
        if (!hasAll || (!best.isEmpty() && words.size() > fewest))
            continue;
        isOnly = best.isEmpty() || words.size() < fewest;
        best = candidate;
        fewest = words.size();
    }
    return isOnly ? best : QString();
}

} // namespace holdline

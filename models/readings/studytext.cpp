// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/studytext.h"

#include "models/foundation/jsontext.h"
#include "models/foundation/numbertext.h"
#include "models/readings/readingwords.h"

#include <QStringList>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int fewestForQuartiles = 4;
constexpr std::array flowKeys{"long_usd", "taker_usd", "etf_usd"};
constexpr std::array flowWords{"longs liquidated", "net taker volume", "ETF flow"};

QByteArray jsonNumber(const std::optional<double>& value)
{
    return value ? Amount::fromDouble(*value).toText() : QByteArrayLiteral("null");
}

qint64 hoursOf(Span span)
{
    return span / std::chrono::hours{1};
}

QByteArray summaryJson(const StudySummary& summary)
{
    return "{\"count\":" + QByteArray::number(summary.count) +
           ",\"overlapping\":" + QByteArray::number(summary.overlapping) +
           ",\"open\":" + QByteArray::number(summary.running) +
           ",\"q1\":" + jsonNumber(summary.lowerQuartile) + ",\"median\":" + jsonNumber(summary.median) +
           ",\"q3\":" + jsonNumber(summary.upperQuartile) + '}';
}

QByteArray afterJson(const StudyRow& row, std::size_t span)
{
    QByteArray json = "{\"hours\":" + QByteArray::number(hoursOf(studySpans[span])) +
                      ",\"counts\":" + (row.counts[span] ? "true" : "false") +
                      ",\"price_pct\":" + jsonNumber(row.priceChangePct[span]);
    for (std::size_t flow = 0; flow < studyFlowCount; ++flow)
        json += ",\"" + QByteArray(flowKeys[flow]) + "\":" + jsonNumber(row.flowUsd[span][flow]);
    return json + '}';
}

QByteArray rowJson(const StudyRow& row)
{
    QByteArrayList after;
    for (std::size_t span = 0; span < studySpans.size(); ++span)
        after << afterJson(row, span);
    return "{\"at\":" + jsonTime(row.occurrence.at) + ",\"title\":" + jsonText(row.occurrence.title) +
           ",\"after\":[" + after.join(',') + "]}";
}

QByteArray spanJson(const EventStudy& study, std::size_t span)
{
    QByteArray json = "{\"hours\":" + QByteArray::number(hoursOf(studySpans[span])) +
                      ",\"price_pct\":" + summaryJson(study.price[span]);
    for (std::size_t flow = 0; flow < studyFlowCount; ++flow)
        json += ",\"" + QByteArray(flowKeys[flow]) + "\":" + summaryJson(study.flows[span][flow]);
    return json + '}';
}

QString spanWords(Span span)
{
    const qint64 hours = hoursOf(span);
    return hours < 24 ? countWords(hours, u"hour"_s, u"hours"_s)
                      : countWords(hours / 24, u"day"_s, u"days"_s);
}

QString spanLine(const EventStudy& study, std::size_t span)
{
    const StudySummary& price = study.price[span];
    if (price.count == 0)
        return u"After %1: nothing is known.\n"_s.arg(spanWords(studySpans[span]));
    QString line = u"After %1: price %2"_s.arg(spanWords(studySpans[span]), percentText(*price.median));
    if (price.count >= fewestForQuartiles)
        line += u", half of them between %1 and %2"_s.arg(percentText(*price.lowerQuartile),
                                                          percentText(*price.upperQuartile));
    line += u" (%1)"_s.arg(countWords(price.count, u"case"_s, u"cases"_s));
    for (std::size_t flow = 0; flow < studyFlowCount; ++flow) {
        if (const StudySummary& summary = study.flows[span][flow]; summary.median)
            line += u"; %1 %2 (%3)"_s.arg(QString::fromLatin1(flowWords[flow]),
                                          dollarWords(Amount::fromDouble(*summary.median)),
                                          QString::number(summary.count));
    }
    return line + u".\n"_s;
}

} // namespace

QString countSentence(const EventStudy& study)
{
    const auto all = static_cast<qint64>(study.rows.size());
    if (all == 0)
        return u"It never happened in what is stored."_s;
    const StudySummary& longest = study.price.back();
    QString sentence = countWords(all, u"occurrence"_s, u"occurrences"_s);
    if (longest.overlapping > 0)
        sentence += u", %1 within a week of another and not counted twice"_s.arg(longest.overlapping);
    if (longest.running > 0)
        sentence += u", %1 of which the week after is not known"_s.arg(longest.running);
    sentence += u'.';
    if (longest.count < fewestForStudy)
        sentence += u" These are too few to learn a rule from."_s;
    return sentence;
}

QByteArray studyToJson(const EventStudy& study, UtcTime asOf)
{
    QByteArrayList rows;
    for (const StudyRow& row : study.rows)
        rows << rowJson(row);
    QByteArrayList spans;
    for (std::size_t span = 0; span < studySpans.size(); ++span)
        spans << spanJson(study, span);
    return "{\"asOf\":" + jsonTime(asOf) + ",\"occurrences\":[" + rows.join(",\n") + "],\"summary\":[" +
           spans.join(",\n") + "]}\n";
}

QString studyText(const EventStudy& study, UtcTime asOf)
{
    QString text = countSentence(study) + u" As known on %1.\n\n"_s.arg(momentWords(asOf));
    for (std::size_t span = 0; span < studySpans.size() && !study.rows.empty(); ++span)
        text += spanLine(study, span);
    for (const StudyRow& row : study.rows) {
        QStringList after;
        for (std::size_t span = 0; span < studySpans.size(); ++span)
            after << (row.priceChangePct[span] ? percentText(*row.priceChangePct[span]) : u"not known"_s);
        text += u"\n%1  %2  (%3)"_s.arg(toIso(row.occurrence.at), after.join(u" · "_s), row.occurrence.title);
    }
    return text + (study.rows.empty() ? QString() : u"\n"_s);
}

} // namespace holdline

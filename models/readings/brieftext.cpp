// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/brieftext.h"

#include "models/readings/readingwords.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr double standsOut = 0.66;

bool isAlwaysTold(const QString& id)
{
    const bool isState = id.startsWith(u"level."_s) && id.endsWith(u".state"_s);
    static const QSet<QString> newest{u"cohort.1d-1w.under_water"_s, u"cohort.1w-1m.under_water"_s,
                                      u"cohort.1m-3m.under_water"_s, u"cohort.sth.under_water"_s};
    return isState || newest.contains(id) || id == u"price.last"_s || id == u"drive"_s ||
           id == u"event.next"_s;
}

/// Said better by another reading of the family.
bool isRepetition(const QString& id)
{
    return id.endsWith(u".since"_s) || id.endsWith(u".touches"_s) || id.endsWith(u".prior"_s) ||
           id.endsWith(u".distance_pct"_s);
}

/// What says much the same: yields of all tenors, correlations of all pairs.
QString familyOf(QString id)
{
    if (id.startsWith(u"correlation."_s))
        return u"correlation"_s;
    static const QRegularExpression digits(u"\\d+"_s);
    return id.startsWith(u"macro."_s) ? id.remove(digits) : id;
}

QString sourceLine(const MarketReading& reading)
{
    QStringList parts{reading.origin.source};
    if (!reading.origin.definition.isEmpty())
        parts << reading.origin.definition;
    if (!reading.citation.isEmpty())
        parts << reading.citation;
    return parts.join(u" · "_s);
}

QString numbered(qsizetype number, BriefForm form)
{
    return form == BriefForm::Markdown ? u"[^%1]"_s.arg(number) : u"[%1]"_s.arg(number);
}

QString escaped(QString text, BriefForm form)
{
    if (form == BriefForm::Plain)
        return text;
    for (const QString& sign : {u"\\"_s, u"*"_s, u"_"_s, u"`"_s, u"["_s, u"]"_s, u"<"_s})
        text.replace(sign, u'\\' + sign);
    return text;
}

} // namespace

std::vector<MarketReading> outstanding(const Brief& brief, std::size_t most)
{
    std::vector<MarketReading> told;
    QSet<QString> sentences;
    const auto take = [&](const MarketReading& reading) {
        if (!sentences.contains(reading.text)) {
            sentences.insert(reading.text);
            told.push_back(reading);
        }
    };
    for (const MarketReading& reading : brief.readings) {
        if (isAlwaysTold(reading.id))
            take(reading);
    }
    QSet<QString> families;
    for (const MarketReading& reading : brief.readings) {
        const bool isNews = reading.unusual >= standsOut && !isRepetition(reading.id);
        if (told.size() >= most || !isNews || families.contains(familyOf(reading.id)))
            continue;
        families.insert(familyOf(reading.id));
        take(reading);
    }
    std::stable_sort(told.begin(), told.end(), [](const MarketReading& a, const MarketReading& b) {
        const bool isPriceA = a.id == u"price.last"_s;
        const bool isPriceB = b.id == u"price.last"_s;
        return isPriceA != isPriceB ? isPriceA : a.unusual > b.unusual;
    });
    return told;
}

BriefSources briefSources(std::span<const MarketReading> readings)
{
    BriefSources found;
    for (const MarketReading& reading : readings) {
        const QString source = sourceLine(reading);
        if (!found.sources.contains(source))
            found.sources << source;
        found.numbers.push_back(found.sources.indexOf(source) + 1);
    }
    return found;
}

QString briefText(const Brief& brief, std::span<const MarketReading> readings, BriefForm form)
{
    const bool isMarkdown = form == BriefForm::Markdown;
    QString heading = u"%1, %2"_s.arg(brief.instrument, momentWords(brief.at));
    if (brief.asOf != brief.at)
        heading += u", as known on "_s + momentWords(brief.asOf);
    QString text = (isMarkdown ? u"## "_s : QString()) + heading + u"\n\n"_s;
    const auto [numbers, sources] = briefSources(readings);
    for (std::size_t i = 0; i < readings.size(); ++i)
        text += (isMarkdown ? u"- "_s : QString()) + escaped(readings[i].text, form) +
                (isMarkdown ? QString() : u" "_s) + numbered(numbers[i], form) + u'\n';
    text += u'\n';
    for (qsizetype i = 0; i < sources.size(); ++i)
        text += numbered(i + 1, form) + (isMarkdown ? u": "_s : u" "_s) + escaped(sources[i], form) + u'\n';
    return text;
}

} // namespace holdline

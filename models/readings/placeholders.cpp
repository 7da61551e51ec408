// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/placeholders.h"

#include "models/foundation/harmlesstext.h"
#include "models/foundation/nearestwords.h"
#include "models/foundation/timetext.h"
#include "models/readings/readingnames.h"
#include "models/readings/valuewords.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestId = 250;
const QString noSuchName = u"nothing of that name is stored"_s;

/// What an id stands for.
struct Meaning {
    QString words;  ///< empty: not known, or no reading's
    QString reason; ///< why it is not known
    bool isKnown = true;
};

bool isOfId(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'.' || c == u'_' || c == u'-' || c == u'+' ||
           c == u'/' || c == u':' || c.isSurrogate();
}

/// The id that begins behind a brace; empty when there is none.
QString idAt(const QString& text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size() && end - begin <= longestId && isOfId(text[end]))
        ++end;
    return end < text.size() && text[end] == u'}' ? text.mid(begin, end - begin) : QString();
}

/// Calls `literal` with stretches of text and `placeholder` with ids, in their order.
template <typename Literal, typename Placeholder>
void walk(const QString& text, Literal literal, Placeholder placeholder)
{
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        const bool isDoubled = (c == u'{' || c == u'}') && i + 1 < text.size() && text[i + 1] == c;
        const QString id = c == u'{' && !isDoubled ? idAt(text, i + 1) : QString();
        if (!id.isEmpty()) {
            placeholder(id);
            i += id.size() + 2;
            continue;
        }
        literal(c);
        i += isDoubled ? 2 : 1;
    }
}

QString ofPicture(const QString& id, const PlaceholderFacts& facts)
{
    const QTimeZone zone = zoneByName(facts.zone);
    if (id == u"instrument"_s)
        return facts.instrument;
    if (id == u"zone"_s)
        return facts.zone;
    if (id == u"as_of"_s)
        return zonedWords(facts.asOf, zone);
    if (id == u"from"_s)
        return zonedDateWords(facts.shown.from, zone);
    return id == u"to"_s ? zonedDateWords(facts.shown.to, zone) : QString();
}

const QStringList& pictureIds()
{
    static const QStringList ids{u"as_of"_s, u"from"_s, u"to"_s, u"instrument"_s, u"zone"_s};
    return ids;
}

Meaning meaningIn(const MarketReading& reading, const QString& part, const QTimeZone& zone)
{
    if (hasPart(reading, part)) {
        const QString words = valueWords(reading, part, zone);
        return {words, words.isEmpty() ? u"nothing is known of it"_s : QString()};
    }
    if (part == u"text"_s)
        return {reading.text, {}};
    if (part == u"at"_s)
        return {zonedDateWords(reading.at, zone), {}};
    if (part == u"source"_s)
        return {reading.origin.source, reading.origin.source.isEmpty() ? u"it names no source"_s : QString()};
    return {{}, {}, false};
}

/// The longest id of these that is the name or stands before a point in it.
template <typename Entry>
const Entry* longestIn(const std::vector<Entry>& entries, const QString& name)
{
    const Entry* best = nullptr;
    for (const Entry& entry : entries) {
        const bool fits = name == entry.id || (name.startsWith(entry.id) && name[entry.id.size()] == u'.');
        if (fits && (!best || entry.id.size() > best->id.size()))
            best = &entry;
    }
    return best;
}

Meaning meaningOf(const QString& id, const PlaceholderFacts& facts)
{
    if (pictureIds().contains(id)) {
        const QString words = ofPicture(id, facts);
        return {words, words.isEmpty() ? u"it has none"_s : QString()};
    }
    if (facts.brief) {
        if (const MarketReading* reading = longestIn(facts.brief->readings, id))
            return meaningIn(*reading, id.mid(reading->id.size() + 1), zoneByName(facts.zone));
        const MissingReading* const missing = longestIn(facts.brief->missing, id);
        if (missing && (id == missing->id || isReadingName(id) ||
                        QStringList{u".text"_s, u".at"_s, u".source"_s}.contains(id.mid(missing->id.size()))))
            return {{}, missing->reason};
    }
    if (!isReadingName(id))
        return {{}, {}, false};
    return {{}, facts.noBrief.isEmpty() ? noSuchName : facts.noBrief};
}

void addOnce(FilledText& filled, const QString& id, const QString& reason)
{
    const auto isSame = [&id](const MissingReading& one) { return one.id == id; };
    if (std::none_of(filled.missing.begin(), filled.missing.end(), isSame))
        filled.missing.push_back({id, reason});
}

QStringList knownIds(const PlaceholderFacts& facts)
{
    QStringList ids = pictureIds();
    if (facts.brief) {
        for (const MarketReading& reading : facts.brief->readings)
            ids << reading.id;
        for (const MissingReading& missing : facts.brief->missing)
            ids << missing.id;
    }
    return ids + fixedReadingNames();
}

} // namespace

FilledText filled(const QString& text, const PlaceholderFacts& facts)
{
    FilledText result;
    const bool isMixed = hasRightToLeft(text);
    const auto fill = [&](const QString& id) {
        const Meaning meaning = meaningOf(id, facts);
        if (!meaning.isKnown) {
            result.text += u'{' + id + u'}';
            if (!result.unknown.contains(id))
                result.unknown << id;
            return;
        }
        if (meaning.words.isEmpty())
            addOnce(result, id, meaning.reason);
        const QString words = meaning.words.isEmpty() ? u"not known"_s : harmlessLine(meaning.words);
        result.text += isMixed || hasRightToLeft(words) ? isolated(words) : words;
    };
    walk(
        text, [&result](QChar c) { result.text += c; }, fill);
    return result;
}

bool asksForReadings(const QString& text)
{
    bool asks = false;
    walk(
        text, [](QChar) {}, [&asks](const QString& id) { asks = asks || !pictureIds().contains(id); });
    return asks;
}

std::vector<PlaceholderValue> placeholderValues(const PlaceholderFacts& facts)
{
    std::vector<PlaceholderValue> values;
    for (const QString& id : pictureIds())
        values.push_back({id, ofPicture(id, facts)});
    if (!facts.brief)
        return values;
    const auto first = static_cast<std::ptrdiff_t>(values.size());
    for (const MarketReading& reading : facts.brief->readings)
        values.push_back({reading.id, valueWords(reading, {}, zoneByName(facts.zone))});
    std::sort(values.begin() + first, values.end(),
              [](const PlaceholderValue& a, const PlaceholderValue& b) { return a.id < b.id; });
    return values;
}

QString unknownPlaceholderWords(const QString& id, const PlaceholderFacts& facts)
{
    const QStringList nearest = nearestWords(id, knownIds(facts));
    const QString words = u"There is no reading “%1”; "_s.arg(id);
    return words +
           (nearest.isEmpty() ? u"it stays as it was typed."_s : u"%1 may be meant."_s.arg(nearest.first()));
}

QString missingPlaceholderWords(const MissingReading& missing, const PlaceholderFacts& facts)
{
    const QString words = u"%1 is not known: %2"_s.arg(missing.id, missing.reason);
    const QStringList nearest = nearestWords(missing.id, knownIds(facts));
    const bool isOddName =
        missing.reason == noSuchName && !nearest.isEmpty() && nearest.first() != missing.id;
    return isOddName ? words + u"; %1 may be meant."_s.arg(nearest.first()) : words + u'.';
}

} // namespace holdline

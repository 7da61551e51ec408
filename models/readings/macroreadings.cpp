// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/macroreadings.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/quantile.h"
#include "models/readings/readingwords.h"
#include "models/readings/record.h"
#include "models/readings/streak.h"
#include "models/readings/valuewords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span shortestRecord = std::chrono::hours{24} * 30;
constexpr double longRecord = 0.97;      ///< how unusual a record of a year or more is
constexpr double newsUnusualness = 0.75; ///< of a monthly figure that came just now
constexpr Span freshFor = std::chrono::hours{72};
constexpr Span newsAge = std::chrono::hours{48};
constexpr Span leastPatience = std::chrono::hours{24} * 10;
constexpr Span monthlyPatience = std::chrono::hours{24} * 90;

QString valueOf(const SampleRun& run, Amount value)
{
    return amountWords(value, run.unit);
}

struct MacroName {
    const char* id;
    const char* name;
};
constexpr std::array macroNames{
    MacroName{"jgb20_bid_to_cover", "the bid-to-cover ratio of 20-year Japanese government bonds"},
    MacroName{"japan_insurers_bonds", "net bond purchases of Japanese insurers"},
    MacroName{"sp500", "the S&P 500"},
    MacroName{"dgs10", "the US 10-year yield"},
    MacroName{"dtwexbgs", "the broad dollar index"},
    MacroName{"dxy", "the dollar index"},
    MacroName{"fear_greed", "the fear and greed index"},
};

/// For the beginning of a sentence or its middle; of an id that is not known its own words.
QString nameOf(const QString& id)
{
    for (const MacroName& one : macroNames) {
        if (id.compare(QLatin1StringView(one.id), Qt::CaseInsensitive) == 0)
            return QString::fromUtf8(one.name);
    }
    QString words = id;
    words.replace(u'_', u' ');
    static const QRegularExpression tenor(u"^jgb(\\d+)y? "_s);
    if (const auto match = tenor.match(words); match.hasMatch())
        words.replace(0, match.capturedLength(),
                      u"the %1-year Japanese government bond's "_s.arg(match.captured(1)));
    return words;
}

QString begun(QString sentence)
{
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

bool isOfMonth(const Sample& sample)
{
    return sample.to - sample.from > std::chrono::hours{24} * 20;
}

/// `on 20 January 2026`; of a month `in December 2025`.
QString whenOf(const Sample& sample)
{
    return isOfMonth(sample) ? u"in "_s + dateWords(sample.from).section(u' ', 1)
                             : u"on "_s + dateWords(sample.from);
}

void addStreak(const QString& id, const SampleRun& run, Brief& brief)
{
    const bool bySign = takesBothSigns(run.samples);
    const Span step = usualStep(run.samples);
    const qint64 streak = bySign ? signStreak(run.samples, step) : changeStreak(run.samples, step);
    const Sample& last = run.samples.back();
    const QString kind =
        bySign ? (streak < 0 ? u"negative"_s : u"positive"_s) : (streak < 0 ? u"falling"_s : u"rising"_s);
    const QString sentence =
        streak == 0
            ? u"%1: no run of rises or falls."_s.arg(begun(nameOf(id)))
            : u"%1: %2 for the %3 %4 running."_s.arg(begun(nameOf(id)), kind, ordinalWords(std::abs(streak)),
                                                     isOfMonth(last) ? u"month"_s : u"time"_s);
    ReadingOrigin origin = run.origin;
    origin.definition += (origin.definition.isEmpty() ? QString() : u"; "_s) +
                         (bySign ? u"values of one sign in a row"_s : u"changes of one direction in a row"_s);
    brief.add({u"macro.%1.streak"_s.arg(id),
               Amount{Int128{streak} * decimalUnits},
               {},
               sentence,
               last.from,
               origin,
               last.knownAt,
               bySign ? runUnusualness(streak) : 0});
}

/// What was known for days stands out half as much.
double freshness(const Sample& sample, UtcTime at)
{
    return at - sample.knownAt <= freshFor ? 1 : 0.5;
}

/// At most one.
double yearsBetween(UtcTime from, UtcTime to)
{
    return std::min(1.0, std::chrono::duration<double, std::chrono::years::period>(to - from).count());
}

void addRecord(const QString& id, const SampleRun& run, UtcTime at, Brief& brief)
{
    const QString name = u"macro.%1.record_since"_s.arg(id);
    const auto record = recordOf(run.samples, takesBothSigns(run.samples));
    const Sample& last = run.samples.back();
    if (!record || last.from - record->since < std::max(shortestRecord, usualStep(run.samples)))
        return brief.miss(name, u"the last value is no record of a month or more"_s);
    const QString side = record->isLargest ? u"highest"_s : u"lowest"_s;
    const QString since = dateWords(record->since).section(u' ', 1);
    brief.add({name,
               toIso(record->since).left(10),
               {},
               record->isOfAll ? u"%1: %2, the %3 since the records begin in %4."_s.arg(
                                     begun(nameOf(id)), valueOf(run, last.value), side, since)
                               : u"%1: %2, the %3 since %4."_s.arg(begun(nameOf(id)),
                                                                   valueOf(run, last.value), side, since),
               last.from,
               run.origin,
               last.knownAt,
               yearsBetween(record->since, last.from) * longRecord * freshness(last, at)});
}

/// Three usual steps; of a series with too few values to have one, as long as a monthly one needs.
Span patienceFor(const SampleRun& run)
{
    constexpr std::size_t fewestForStep = 3;
    return run.samples.size() < fewestForStep ? monthlyPatience
                                              : std::max(leastPatience, usualStep(run.samples) * 3 / 2);
}

/// A figure that comes once a month or more rarely, and came within two days.
bool isNews(const SampleRun& run, UtcTime at)
{
    constexpr Span monthlyStep = std::chrono::hours{24} * 40; // twice the shortest usual one
    return at - run.samples.back().knownAt <= newsAge &&
           (run.samples.size() == 2 || usualStep(run.samples) >= monthlyStep);
}

void readOne(const QString& id, const SampleRun& run, const BriefData& data, Brief& brief)
{
    const Sample& last = run.samples.back();
    const QString name = u"macro."_s + id;
    if (data.at - last.to > patienceFor(run)) {
        for (const char* of : {".last", ".prior", ".streak", ".record_since"})
            brief.miss(name + QLatin1StringView(of),
                       u"the last value stored is of %1"_s.arg(dateWords(last.from)));
        return;
    }
    const bool hasPrior = run.samples.size() > 1;
    const QString after =
        hasPrior ? u" after "_s + valueOf(run, run.samples[run.samples.size() - 2].value) : QString();
    std::vector<double> year;
    for (const Sample& sample : run.samples) {
        if (last.from - sample.from <= std::chrono::hours{24} * 366)
            year.push_back(sample.value.toDouble());
    }
    brief.add({name + u".last"_s, last.value, run.unit,
               u"%1: %2 %3%4."_s.arg(begun(nameOf(id)), valueOf(run, last.value), whenOf(last), after),
               last.from, run.origin, last.knownAt,
               std::max(unusualness(last.value.toDouble(), year) * freshness(last, data.at),
                        isNews(run, data.at) ? newsUnusualness : 0.0)});
    if (!hasPrior) {
        for (const char* of : {".prior", ".streak", ".record_since"})
            brief.miss(name + QLatin1StringView(of), u"one value alone is stored"_s);
        return;
    }
    const Sample& prior = run.samples[run.samples.size() - 2];
    brief.add({name + u".prior"_s, prior.value, run.unit,
               u"%1: %2 %3."_s.arg(begun(nameOf(id)), valueOf(run, prior.value), whenOf(prior)), prior.from,
               run.origin, prior.knownAt});
    addStreak(id, run, brief);
    addRecord(id, run, data.at, brief);
}

} // namespace

void readMacro(const BriefData& data, Brief& brief)
{
    for (const auto& [id, run] : data.macro) {
        if (!run.samples.empty())
            readOne(id, run, data, brief);
    }
}

} // namespace holdline

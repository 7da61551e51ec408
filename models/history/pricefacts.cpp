// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/pricefacts.h"

#include "models/history/candlequery.h"
#include "models/history/coveragequery.h"
#include "models/history/judgedcloses.h"

#include <map>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span recentReach = std::chrono::hours{72};
constexpr int keptDays = 400;
constexpr double mostMissing = 0.1; ///< of a day whose sums still count

SeriesQuestion priceQuestion(const QString& name, TimeRange range, UtcTime asOf)
{
    return {.name = name, .range = range, .interval = {}, .asOf = asOf};
}

Result<Done> loadRecent(Store& store, const SeriesSelection& selection, const PastQuestion& question,
                        PriceFacts& facts)
{
    const auto asked = priceQuestion(selection.series.front().key.name,
                                     {question.at - recentReach, question.at}, question.asOf);
    const auto answer =
        visitCandles(store, selection, asked, [&](Interval interval, std::span<const Candle> candles) {
            facts.interval = interval;
            for (const Candle& candle : candles) {
                if (interval.next(candle.openTime) <= question.at)
                    facts.recent.push_back(candle);
            }
            return true;
        });
    if (answer.hasError())
        return answer.error();
    if (!facts.recent.empty()) {
        facts.last = facts.recent.back();
        facts.lastInterval = facts.interval;
    }
    return Done{};
}

UtcTime beginOfYear(UtcTime at)
{
    using namespace std::chrono;
    const year_month_day day{floor<days>(at)};
    return sys_days{day.year() / January / 1};
}

/// The finest candle that opens with the year.
Result<Done> loadFirst(Store& store, const SeriesSelection& selection, const PastQuestion& question,
                       PriceFacts& facts)
{
    const UtcTime begin = beginOfYear(question.at);
    for (const Interval interval : intervalsOf(selection)) {
        if (interval.next(begin) > question.at)
            break;
        for (const StoredSeries& series : selection.series) {
            const auto candles = store.candles(series.id, interval, {begin, begin + Span{1}}, question.asOf);
            if (candles.hasError())
                return candles.error();
            if (!candles.value().empty()) {
                facts.first = candles.value().front();
                return Done{};
            }
        }
    }
    return Done{};
}

/// How much of each day is not stored.
Result<std::map<UtcTime, Span>> missingByDay(Store& store, const SeriesQuestion& question)
{
    std::map<UtcTime, Span> missing;
    const auto coverage = queryCoverage(store, question);
    if (coverage.hasError())
        return coverage.error();
    for (const Coverage& entry : coverage.value().value_or(std::vector<Coverage>{})) {
        if (entry.state != CoverageState::Missing && entry.state != CoverageState::Never)
            continue;
        for (UtcTime day = oneDay.bucketStart(entry.range.from); day < entry.range.to; day = oneDay.next(day))
            missing[day] += std::min(oneDay.next(day), entry.range.to) - std::max(day, entry.range.from);
    }
    return missing;
}

/// Sums by day, of the days that are stored nearly whole.
Result<std::map<UtcTime, Amount>> takerByDay(Store& store, const SeriesSelection& selection,
                                             SeriesQuestion question)
{
    std::map<UtcTime, Amount> sums;
    const auto missing = missingByDay(store, question);
    if (missing.hasError())
        return missing.error();
    question.interval = oneDay;
    const auto days = queryCandles(store, selection, question);
    if (days.hasError())
        return days.error();
    for (const Candle& day : days.value()) {
        const auto holes = missing.value().find(day.openTime);
        const bool isWhole = holes == missing.value().end() || holes->second < oneDay.length * mostMissing;
        if (const auto net = netTaker(day); net && isWhole)
            sums[day.openTime] = *net;
    }
    return sums;
}

/// Of a stored series of net taker volume, which stands before what candles tell.
Result<std::map<UtcTime, Amount>> storedTakerByDay(Store& store, const QString& name, UtcTime end,
                                                   UtcTime asOf)
{
    std::map<UtcTime, Amount> sums;
    const auto run = newestRun(store, name, u"value"_s, {end, asOf, oneDay.length * keptDays});
    if (run.hasError())
        return run.error();
    if (!run.value())
        return sums;
    std::map<UtcTime, Span> covered;
    for (const Sample& sample : run.value()->samples) {
        const UtcTime day = oneDay.bucketStart(sample.from);
        sums[day] += sample.value;
        covered[day] += sample.to - sample.from;
    }
    std::erase_if(sums,
                  [&](const auto& sum) { return covered[sum.first] < oneDay.length * (1 - mostMissing); });
    return sums;
}

Result<Done> loadDays(Store& store, const SeriesSelection& selection, const PastQuestion& question,
                      PriceFacts& facts)
{
    const UtcTime end = oneDay.bucketStart(question.at);
    SeriesQuestion asked = priceQuestion(selection.series.front().key.name,
                                         {end - oneDay.length * keptDays, end}, question.asOf);
    auto taker = storedTakerByDay(store, u"taker/"_s + asked.name.mid(6), end, question.asOf);
    if (!taker.hasError() && taker.value().empty())
        taker = takerByDay(store, selection, asked);
    if (taker.hasError())
        return taker.error();
    asked.interval = oneDay;
    const auto closes = judgedCloses(store, asked);
    if (closes.hasError())
        return closes.error().kind == Error::Kind::Unavailable ? Result<Done>(Done{}) : closes.error();
    for (const JudgedClose& close : closes.value()) {
        if (!close.close)
            continue;
        const UtcTime day = close.at - oneDay.length;
        const auto net = taker.value().find(day);
        facts.days.push_back(
            {day, *close.close, net == taker.value().end() ? std::nullopt : std::optional(net->second)});
    }
    return Done{};
}

} // namespace

Result<std::optional<PriceFacts>> loadPriceFacts(Store& store, const QString& priceName,
                                                 const PastQuestion& question)
{
    const auto selection = selectSeries(store, {.name = priceName}, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return std::optional<PriceFacts>{};
    const StoredSeries& front = selection.value().series.front();
    PriceFacts facts;
    facts.origin = {front.key.source, front.key.definition};
    facts.quote = front.unit;
    for (const auto load : {loadRecent, loadFirst, loadDays}) {
        if (const auto done = load(store, selection.value(), question, facts); done.hasError())
            return done.error();
    }
    if (!facts.last && !facts.days.empty()) {
        const DayClose& day = facts.days.back();
        facts.last = Candle{day.day, day.close, day.close, day.close, day.close, {}, {}, {}, {}};
        facts.lastInterval = oneDay;
    }
    return std::optional(std::move(facts));
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alertmoments.h"

#include "models/levels/alertwords.h"
#include "models/levels/leveltext.h"
#include "models/market/pricetext.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

QString priceWords(const Level& level, const EdgeStep& edges)
{
    const QString low = edgeText(level.origin, edges.low);
    return edges.low == edges.high ? low : low + QStringLiteral("–") + edgeText(level.origin, edges.high);
}

bool isBeyond(LevelRole role, Price close, const EdgeStep& edges)
{
    return role == LevelRole::Support ? close < edges.low : close >= edges.high;
}

} // namespace

std::vector<AlertMoment> touchMoments(const Level& level, const LevelEdges& edges,
                                      std::span<const LedgerCandle> candles, Interval interval)
{
    std::vector<AlertMoment> moments;
    if (candles.empty())
        return moments;
    LedgerCount count(level, edges, interval);
    count.take(LedgerStretch::of(candles));
    for (const LevelTouch& touch : count.ledger().touches) {
        const EdgeStep* const where = edgesAt(edges, touch.at);
        moments.push_back(
            {touch.at, interval.next(touch.at),
             where ? QStringLiteral("Price touches %1 (%2)").arg(level.name, priceWords(level, *where))
                   : QStringLiteral("Price touches %1").arg(level.name)});
    }
    return moments;
}

std::vector<AlertMoment> closeMoments(const Level& level, const LevelEdges& edges,
                                      std::span<const JudgedClose> closes)
{
    std::vector<AlertMoment> moments;
    if (level.role == LevelRole::None)
        return moments;
    std::optional<bool> wasBeyond;
    for (const JudgedClose& close : closes) {
        const EdgeStep* const where = edgesAt(edges, close.at);
        const bool isJudged = close.close && where && (!level.validFrom || close.at >= *level.validFrom) &&
                              (!level.validTo || close.at <= *level.validTo);
        if (!isJudged)
            continue;
        const bool isNow = isBeyond(level.role, *close.close, *where);
        if (isNow && wasBeyond == false)
            moments.push_back({close.at, close.at,
                               QStringLiteral("A close of %1 beyond %2 (%3)")
                                   .arg(exactText(*close.close), level.name, priceWords(level, *where))});
        wasBeyond = isNow;
    }
    return moments;
}

std::vector<AlertMoment> stateMoments(const Level& level, std::span<const LevelState> rows,
                                      const QStringList& states)
{
    const QString unknown = QStringLiteral("unknown");
    std::vector<AlertMoment> moments;
    QString last; // known one
    for (const LevelState& row : rows) {
        const bool isUnknown = row.state == unknown;
        const bool isWanted = states.isEmpty() ? !isUnknown : states.contains(row.state);
        if (isWanted && !last.isEmpty() && row.state != last)
            moments.push_back(
                {row.at, row.at,
                 row.close ? QStringLiteral("%1 is %2 (it was %3) at a close of %4")
                                 .arg(level.name, row.state, last, exactText(*row.close))
                           : QStringLiteral("%1 is %2 (it was %3)").arg(level.name, row.state, last)});
        if (!isUnknown)
            last = row.state;
    }
    return moments;
}

std::vector<AlertMoment> valueMoments(const AlertCondition& condition, std::span<const AlertValue> values,
                                      bool isEach)
{
    std::vector<AlertMoment> moments;
    std::optional<bool> was;
    for (const AlertValue& value : values) {
        if (!value.value)
            continue;
        const bool is = condition.isAbove ? *value.value >= condition.value : *value.value <= condition.value;
        if (is && (isEach || was == false)) {
            moments.push_back(
                {value.at, value.knownAt,
                 QStringLiteral("%1 (%2)").arg(conditionWords(condition, {}),
                                               seriesValueText(condition.series, *value.value))});
        }
        was = is;
    }
    return moments;
}

std::vector<AlertMoment> priceMoments(const AlertCondition& condition, std::span<const LedgerCandle> candles,
                                      Interval interval)
{
    std::vector<AlertMoment> moments;
    std::optional<bool> was; // by the close before
    const auto isThere = [&](Price price) {
        return condition.isAbove ? Amount{price.units} >= condition.value
                                 : Amount{price.units} <= condition.value;
    };
    for (const LedgerCandle& candle : candles) {
        const Price extreme = condition.isAbove ? candle.high : candle.low;
        if (was == false && isThere(extreme))
            moments.push_back(
                {candle.open, interval.next(candle.open),
                 QStringLiteral("%1 (%2)").arg(conditionWords(condition, {}), exactText(extreme))});
        was = isThere(candle.close);
    }
    return moments;
}

std::vector<AlertValue> runningSums(std::span<const FlowStep> steps, Span step, Span over, TimeRange range,
                                    bool needsEach)
{
    const qint64 wanted = over / step;
    std::vector<AlertValue> sums;
    std::size_t next = 0;
    std::size_t first = 0; // of those in the sum
    Amount sum;
    for (UtcTime at = range.from; at < range.to; at += step) {
        for (; next < steps.size() && steps[next].from <= at; ++next)
            sum += steps[next].sum;
        for (; first < next && steps[first].from + over <= at; ++first)
            sum -= steps[first].sum;
        const bool isKnown = !needsEach || static_cast<qint64>(next - first) == wanted;
        sums.push_back({at, at + step, isKnown ? std::optional(sum) : std::nullopt});
    }
    return sums;
}

} // namespace holdline

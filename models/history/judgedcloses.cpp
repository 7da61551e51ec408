// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/judgedcloses.h"

#include "models/history/candlequery.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

/// The latest candle of one bucket, and how far the finest ones in it went.
struct LastCandle {
    Interval finest;
    UtcTime open;
    Price close;
    Price low;
    Price high;
};

/// Looks at candles of finer intervals before those of coarser ones, and of earlier made series before later.
class LastCandles final {
public:
    explicit LastCandles(Interval bucket) : m_bucket(bucket) {}

    void add(Interval interval, const CandleColumns& columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i)
            add({interval, fromMsecs(columns.time[i]), Price{columns.close[i]}, Price{columns.low[i]},
                 Price{columns.high[i]}});
    }
    void add(Interval interval, std::span<const Candle> candles)
    {
        for (const Candle& candle : candles)
            add({interval, candle.openTime, candle.close, candle.low, candle.high});
    }
    [[nodiscard]] std::vector<JudgedClose> closes() const;

private:
    void add(const LastCandle& candle)
    {
        const UtcTime start = m_bucket.bucketStart(candle.open);
        if (m_at == m_last.end() || m_at->first != start)
            m_at = m_last.try_emplace(start, candle).first;
        LastCandle& last = m_at->second;
        if (last.finest != candle.finest)
            return;
        last.low = std::min(last.low, candle.low);
        last.high = std::max(last.high, candle.high);
        if (candle.open > last.open) {
            last.open = candle.open;
            last.close = candle.close;
        }
    }
    /// The close of a bucket whose last finest candle is stored.
    [[nodiscard]] std::optional<Price> closeOf(UtcTime start, const LastCandle& last) const
    {
        const bool isWhole = last.open + last.finest.length >= m_bucket.next(start);
        return isWhole ? std::optional(last.close) : std::nullopt;
    }

    Interval m_bucket;
    std::map<UtcTime, LastCandle> m_last;
    std::map<UtcTime, LastCandle>::iterator m_at = m_last.end();
};

std::vector<JudgedClose> LastCandles::closes() const
{
    std::vector<JudgedClose> closes;
    for (const auto& [start, last] : m_last) {
        const auto close = closeOf(start, last);
        if (closes.empty() && !close)
            continue;
        while (!closes.empty() && closes.back().at < start)
            closes.push_back({m_bucket.next(closes.back().at), std::nullopt});
        closes.push_back({m_bucket.next(start), close, last.low, last.high});
    }
    while (!closes.empty() && !closes.back().close)
        closes.pop_back();
    return closes;
}

Error notStored(const QString& name)
{
    return {Error::Kind::Unavailable, QStringLiteral("No candles are stored under %1.").arg(name)};
}

Result<Done> readInterval(Store& store, const SeriesSelection& selection, const SeriesQuestion& question,
                          Interval interval, LastCandles& last)
{
    if (selection.series.size() == 1)
        return store.visitCandles(selection.series.front().id, interval, question.range, question.asOf,
                                  [&](const CandleColumns& columns) {
                                      last.add(interval, columns);
                                      return true;
                                  });
    SeriesQuestion asStored = question;
    asStored.interval.reset();
    const auto answer =
        visitCandles(store, selection, asStored, [&](Interval, std::span<const Candle> candles) {
            last.add(interval, candles);
            return true;
        });
    return answer.hasError() ? Result<Done>(answer.error()) : Result<Done>(Done{});
}

} // namespace

Result<std::vector<JudgedClose>> judgedCloses(Store& store, const SeriesQuestion& question)
{
    const auto selection = selectSeries(store, question, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    const auto intervals = intervalsOf(selection.value());
    if (intervals.empty())
        return notStored(question.name);
    const Interval judging = question.interval.value_or(oneHour);
    if (intervals.front() > judging)
        return Error{
            Error::Kind::Unavailable,
            QStringLiteral("The finest candles stored under %1 are of %2; levels cannot be judged at %3.")
                .arg(question.name, intervals.front().name(), judging.name())};
    LastCandles last(judging);
    for (const Interval interval : intervals) {
        if (interval > judging)
            break;
        const auto done =
            readInterval(store, ofInterval(selection.value(), interval), question, interval, last);
        if (done.hasError())
            return done.error();
    }
    return last.closes();
}

} // namespace holdline

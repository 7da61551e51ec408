// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/correctedcandles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace holdline {

namespace {

/// A candle, or several put together.
struct Figures {
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    std::optional<double> volume;
};

Figures figuresOf(const Candle& candle)
{
    return {candle.open.toDouble(), candle.high.toDouble(), candle.low.toDouble(), candle.close.toDouble(),
            candle.volume ? std::optional(candle.volume->toDouble()) : std::nullopt};
}

Figures together(std::span<const Candle> candles)
{
    Figures all = figuresOf(candles.front());
    for (const Candle& candle : candles.subspan(1)) {
        const Figures one = figuresOf(candle);
        all.high = std::max(all.high, one.high);
        all.low = std::min(all.low, one.low);
        all.close = one.close;
        if (one.volume)
            all.volume = all.volume.value_or(0) + *one.volume;
    }
    return all;
}

double relative(double a, double b)
{
    const double size = std::max(std::abs(a), std::abs(b));
    return size > 0 ? std::abs(a - b) / size : 0;
}

double difference(const Figures& a, const Figures& b)
{
    const double prices = relative(a.open, b.open) + relative(a.high, b.high) + relative(a.low, b.low) +
                          relative(a.close, b.close);
    return a.volume && b.volume ? prices + relative(*a.volume, *b.volume) : prices;
}

/// How far rows are from the two things that they may be.
struct Distances {
    double fromStored = 0;
    double fromGuess = 0;
};

class Comparison {
public:
    Comparison(ImportSink& sink, const SeriesKey& key, std::span<const Candle> rows,
               std::optional<Interval> guess)
        : m_sink(sink),
          m_key(key),
          m_rows(rows),
          m_guess(guess),
          m_stored(sink.storedIntervals(key)),
          m_isGuessStored(guess && std::find(m_stored.begin(), m_stored.end(), *guess) != m_stored.end()),
          m_isOnGrid(guess && std::all_of(rows.begin(), rows.end(), [&](const Candle& row) {
                         return guess->bucketStart(row.openTime) == row.openTime;
                     }))
    {
    }

    [[nodiscard]] std::optional<Interval> nearest() const
    {
        std::optional<Interval> nearest;
        double least = std::numeric_limits<double>::infinity();
        for (const Interval interval : m_stored) {
            const auto found = interval == m_guess ? std::nullopt : distances(interval);
            if (!found || !isNearer(*found) || found->fromStored >= least)
                continue;
            nearest = interval;
            least = found->fromStored;
        }
        return nearest;
    }

private:
    ImportSink& m_sink;
    const SeriesKey& m_key;
    std::span<const Candle> m_rows;
    std::optional<Interval> m_guess;
    std::vector<Interval> m_stored;
    bool m_isGuessStored;
    bool m_isOnGrid;

    /// Of equals the guess holds, unless its candles would not begin at these times.
    [[nodiscard]] bool isNearer(const Distances& found) const
    {
        return !m_guess || found.fromStored < found.fromGuess ||
               (found.fromStored == found.fromGuess && !m_isOnGrid);
    }
    /// Absent unless each row begins where a candle of that interval is stored.
    [[nodiscard]] std::optional<Distances> distances(Interval interval) const
    {
        Distances sum;
        for (const Candle& row : m_rows) {
            const UtcTime end = row.openTime + std::max(interval, m_guess.value_or(interval)).length;
            const auto candles = m_sink.storedCandles(m_key, interval, {row.openTime, end});
            if (candles.empty() || candles.front().openTime != row.openTime)
                return std::nullopt;
            sum.fromStored += difference(figuresOf(row), figuresOf(candles.front()));
            sum.fromGuess += fromGuess(row, interval, candles);
        }
        return sum;
    }
    [[nodiscard]] double fromGuess(const Candle& row, Interval interval,
                                   std::span<const Candle> candles) const
    {
        if (m_isGuessStored) {
            const auto known = m_sink.storedCandles(m_key, *m_guess, {row.openTime, row.openTime + Span{1}});
            if (!known.empty())
                return difference(figuresOf(row), figuresOf(known.front()));
        }
        const bool isShorter = m_guess && *m_guess < interval;
        return isShorter ? std::numeric_limits<double>::infinity()
                         : difference(figuresOf(row), together(candles));
    }
};

} // namespace

std::optional<Interval> correctedInterval(ImportSink& sink, const SeriesKey& key,
                                          std::span<const Candle> rows, std::optional<Interval> guess)
{
    return rows.empty() ? std::nullopt : Comparison(sink, key, rows, guess).nearest();
}

} // namespace holdline

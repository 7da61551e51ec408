// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/cascade.h"

#include "models/indicators/quantile.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span cascadeMemory = std::chrono::hours{24} * 30;
constexpr Span fewestDays = std::chrono::hours{24} * 7;
constexpr Span longestLull = std::chrono::hours{1};

/// The rate that is rare; absent with less than a week to know it from.
std::optional<double> rareRate(std::span<const LiquidationRow> rows, Interval interval, UtcTime end,
                               double share)
{
    std::vector<double> rates;
    UtcTime first = end;
    for (const LiquidationRow& row : rows) {
        if (row.from >= end - cascadeMemory && row.to <= end) {
            first = std::min(first, row.from);
            rates.push_back(row.longUsd.toDouble());
        }
    }
    if (rates.empty() || end - first < fewestDays)
        return std::nullopt;
    // A stretch without a row is one without a forced order.
    rates.resize(std::max(rates.size(), static_cast<std::size_t>((end - first) / interval.length)), 0.0);
    return quantile(std::move(rates), share);
}

std::optional<double> changeOver(std::span<const Candle> candles, Interval interval, UtcTime start,
                                 UtcTime end)
{
    const Candle* first = nullptr;
    const Candle* last = nullptr;
    for (const Candle& candle : candles) {
        if (candle.openTime < start || interval.next(candle.openTime) > end)
            continue;
        first = first ? first : &candle;
        last = &candle;
    }
    if (!first)
        return std::nullopt;
    return (last->close.toDouble() / first->open.toDouble() - 1) * 100;
}

} // namespace

std::optional<Cascade> largestCascade(std::span<const LiquidationRow> rows, Interval interval,
                                      TimeRange window, double share, std::span<const Candle> candles,
                                      Interval candleInterval)
{
    const auto rare = rareRate(rows, interval, window.to, share);
    if (!rare)
        return std::nullopt;
    std::vector<Cascade> found;
    for (const LiquidationRow& row : rows) {
        if (!window.contains(row.from) || row.to > window.to || row.longUsd.toDouble() <= *rare)
            continue;
        if (found.empty() || row.from - found.back().end > std::max(longestLull, interval.length))
            found.push_back({row.from, row.to, {}, {}});
        found.back().end = row.to;
        found.back().longUsd += row.longUsd;
    }
    for (Cascade& one : found)
        one.priceChangePct = changeOver(candles, candleInterval, one.start, one.end);
    std::erase_if(found, [](const Cascade& one) { return one.priceChangePct && *one.priceChangePct >= 0; });
    const auto largest = std::max_element(
        found.begin(), found.end(), [](const Cascade& a, const Cascade& b) { return a.longUsd < b.longUsd; });
    return largest == found.end() ? std::nullopt : std::optional(*largest);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candleimport.h"

#include <algorithm>

namespace holdline {

namespace {

bool earlier(const Candle& a, const Candle& b)
{
    return a.openTime < b.openTime;
}

UtcTime dayOf(const Candle& candle)
{
    return oneDay.bucketStart(candle.openTime);
}

template <typename T>
bool isGivenAndDiffers(const std::optional<T>& given, const std::optional<T>& stored)
{
    return given && given != stored;
}

/// Whether storing `given` over `stored` would change nothing: what it does not give does not count.
bool saysTheSame(const Candle& given, const Candle& stored)
{
    return given.openTime == stored.openTime && given.open == stored.open && given.high == stored.high &&
           given.low == stored.low && given.close == stored.close &&
           !isGivenAndDiffers(given.volume, stored.volume) &&
           !isGivenAndDiffers(given.quoteVolume, stored.quoteVolume) &&
           !isGivenAndDiffers(given.takerBuyQuote, stored.takerBuyQuote) &&
           !isGivenAndDiffers(given.trades, stored.trades);
}

/// Rows of one time without those that a later one repeats, so that the last given stays the last.
std::vector<Candle> differentOnes(std::span<const Candle> rows)
{
    std::vector<Candle> different;
    for (const Candle& row : rows) {
        std::erase(different, row);
        different.push_back(row);
    }
    return different;
}

} // namespace

void MergeCounts::add(MergeOutcome outcome)
{
    switch (outcome) {
    case MergeOutcome::Added:
        ++added;
        break;
    case MergeOutcome::Unchanged:
        ++unchanged;
        break;
    case MergeOutcome::Revised:
        ++revised;
        break;
    }
}

void MergeCounts::add(std::span<const MergeOutcome> outcomes)
{
    for (const MergeOutcome outcome : outcomes)
        add(outcome);
}

CandleImport::CandleImport(Store& store, qint64 series, Interval interval)
    : m_store(store),
      m_series(series),
      m_interval(interval)
{
}

Result<Done> CandleImport::add(std::span<const Candle> candles)
{
    for (const Candle& candle : candles) {
        if (!m_waiting.empty()) {
            m_isAscending = m_isAscending && candle.openTime > m_waiting.back().openTime;
            m_isDescending = m_isDescending && candle.openTime < m_waiting.back().openTime;
        }
        m_waiting.push_back(candle);
    }
    const bool isOrdered = m_isAscending || m_isDescending;
    if (m_waiting.size() < (isOrdered ? orderedLimit : unorderedLimit))
        return Done{};
    return flush(isOrdered);
}

Result<Done> CandleImport::finish()
{
    return flush(false);
}

// The day of the last row may go on, so it waits: each day is then written once.
Result<Done> CandleImport::flush(bool keepsOpenDay)
{
    if (m_waiting.empty())
        return Done{};
    const UtcTime openDay = dayOf(m_waiting.back());
    if (!std::is_sorted(m_waiting.begin(), m_waiting.end(), earlier))
        std::stable_sort(m_waiting.begin(), m_waiting.end(), earlier);
    const auto isOpen = [&](const Candle& candle) { return keepsOpenDay && dayOf(candle) == openDay; };
    const auto begin =
        m_isDescending ? std::find_if_not(m_waiting.begin(), m_waiting.end(), isOpen) : m_waiting.begin();
    const auto end =
        m_isDescending ? m_waiting.end() : std::find_if(m_waiting.begin(), m_waiting.end(), isOpen);
    const auto merged = merge({begin, end});
    if (merged.hasError())
        return merged;
    m_waiting.erase(begin, end);
    if (m_isDescending)
        std::reverse(m_waiting.begin(), m_waiting.end());
    if (!keepsOpenDay)
        m_isAscending = m_isDescending = true;
    return Done{};
}

Result<Done> CandleImport::merge(std::span<const Candle> sorted)
{
    const bool hasRepeats =
        std::adjacent_find(sorted.begin(), sorted.end(), [](const Candle& a, const Candle& b) {
            return a.openTime == b.openTime;
        }) != sorted.end();
    if (hasRepeats)
        return mergeWithRepeats(sorted);
    if (sorted.empty())
        return Done{};
    const auto outcomes = m_store.mergeCandles(m_series, m_interval, sorted);
    if (outcomes.hasError())
        return outcomes.error();
    m_counts.add(outcomes.value());
    return Done{};
}

Result<Done> CandleImport::mergeWithRepeats(std::span<const Candle> sorted)
{
    std::vector<Candle> kept;
    for (auto at = sorted.begin(); at != sorted.end();) {
        const auto end =
            std::find_if(at, sorted.end(), [&](const Candle& c) { return c.openTime != at->openTime; });
        const auto different = differentOnes({at, end});
        m_counts.unchanged += (end - at) - static_cast<std::ptrdiff_t>(different.size());
        at = end;
        const auto stored = different.size() == 1 ? Result<bool>(false) : isStored(different.back());
        if (stored.hasError())
            return stored.error();
        if (stored.value())
            m_counts.unchanged += static_cast<qint64>(different.size());
        else
            kept.insert(kept.end(), different.begin(), different.end());
    }
    const auto outcomes = m_store.mergeCandles(m_series, m_interval, kept);
    if (outcomes.hasError())
        return outcomes.error();
    m_counts.add(outcomes.value());
    return Done{};
}

Result<bool> CandleImport::isStored(const Candle& candle)
{
    const UtcTime day = dayOf(candle);
    if (!m_storedDay || m_storedDay->from != day) {
        const TimeRange range{day, day + oneDay.length};
        auto stored = m_store.candles(m_series, m_interval, range);
        if (stored.hasError())
            return stored.error();
        m_stored = std::move(stored).value();
        m_storedDay = range;
    }
    const auto found = std::lower_bound(m_stored.begin(), m_stored.end(), candle, earlier);
    return found != m_stored.end() && saysTheSame(candle, *found);
}

} // namespace holdline

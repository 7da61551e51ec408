// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blocktimes.h"
#include "models/market/amount.h"

namespace holdline {

/// What a coin is taken to have cost.
enum class PriceMode {
    FinestCandle, ///< close of the finest candle that holds the block's time
    DailyClose,   ///< close of the UTC day of the block's monotone time, as Coin Metrics does
};

/// Where the price of a height comes from.
enum class PriceSource : quint8 {
    Minute,
    Hour,
    Day,
    BeforeMarket, ///< there was no market yet: 0
    Missing,      ///< a gap: the height counts for nothing, neither in cost nor in supply
};

/// 2010-07-18T00:00:00Z, the first day with a market price; seconds.
inline constexpr qint64 firstMarketTime = 1'279'411'200;

/// A candle's close; open time in seconds UTC, US cents for a bitcoin.
struct PriceClose {
    qint64 openTime = 0;
    quint32 cents = 0;

    bool operator==(const PriceClose&) const = default;
};

/// Rounded half up; absent below zero and above the 42.9 million dollars that 32 bits hold.
[[nodiscard]] std::optional<quint32> centsOf(Price price);

/// Heights in a row that have their price from the same source.
struct PricedRange {
    HeightRange heights;
    PriceSource source = PriceSource::Missing;

    bool operator==(const PricedRange&) const = default;
};

/// A price for each height.
struct HeightPrices {
    std::vector<quint32> cents;       ///< 0 where there is none
    std::vector<PriceSource> sources; ///< as long

    [[nodiscard]] bool hasPrice(std::size_t height) const { return sources[height] != PriceSource::Missing; }
    /// All heights, in order.
    [[nodiscard]] std::vector<PricedRange> ranges() const;
    bool operator==(const HeightPrices&) const = default;
};

/// Gives prices to heights from closes that are handed in bit by bit, so that years of minutes need not be in
/// memory together.
class HeightPricing final {
public:
    HeightPricing(const BlockTimes& times, PriceMode mode);

    /// Closes of one interval (`Minute`, `Hour` or `Day`), in any order. A finer one goes before a coarser
    /// one; of two of the same interval the later handed in. The daily mode looks at days alone.
    void add(PriceSource interval, std::span<const PriceClose> closes);
    [[nodiscard]] HeightPrices take();

private:
    struct Moment {
        quint32 time;
        quint32 height;
    };
    PriceMode m_mode;
    std::vector<Moment> m_moments; ///< ascending times
    HeightPrices m_prices;
};

/// All at once.
[[nodiscard]] HeightPrices priceHeights(const BlockTimes& times, PriceMode mode,
                                        std::span<const PriceClose> minutes,
                                        std::span<const PriceClose> hours, std::span<const PriceClose> days);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/heightprices.h"
#include "models/foundation/utctime.h"
#include "models/store/store.h"

namespace holdline {

/// The close of a candle and when it closed.
struct KnownClose {
    UtcTime at;
    quint32 cents = 0; ///< US cents for a bitcoin

    bool operator==(const KnownClose&) const = default;
};

/// The stored series of bitcoin's price in dollars that reaches back farthest. Errors: Unavailable when
/// there is none; Storage.
[[nodiscard]] Result<QString> usualPriceSeries(Store& store);

/// Gives blocks the prices of one stored series (`price/binance:BTCUSDT`): of the finest candle that holds
/// their time, an hour and a day being also what finer candles make of them. Prices once found are kept, so
/// that a new block costs little.
class CohortPrices final {
public:
    CohortPrices(Store& store, QString series, PriceMode mode = PriceMode::FinestCandle);

    /// A price for each block. Errors: Storage; Unavailable when there is no such series.
    [[nodiscard]] Result<HeightPrices> of(const BlockTimes& times);
    /// Of the last candle that closed by then; of several that closed together the finest. Absent when none
    /// did. Errors as above.
    [[nodiscard]] Result<std::optional<KnownClose>> closeBy(UtcTime time);
    /// Of the last candle that closed by the end of a UTC day (days since 1970-01-01); US cents.
    [[nodiscard]] Result<std::optional<quint32>> dayClose(qint64 day);

private:
    [[nodiscard]] Result<Done> find();
    [[nodiscard]] std::size_t keptHeights(const BlockTimes& times) const;
    [[nodiscard]] Result<HeightPrices> priced(std::span<const quint32> times);
    [[nodiscard]] Result<std::optional<KnownClose>> lastClose(TimeRange range);

    Store& m_store;
    QString m_name;
    PriceMode m_mode;
    std::vector<StoredSeries> m_series;
    std::vector<quint32> m_times;
    HeightPrices m_prices; ///< of m_times
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/candlemerge.h"
#include "models/store/database.h"
#include "models/store/packedday.h"
#include "models/store/store.h"

namespace holdline {

/// Candles as one packed row for each series, interval and UTC day, and the candles that were superseded.
/// Errors of damage name the series and the day.
class CandleRows final {
public:
    CandleRows(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    [[nodiscard]] Result<std::vector<MergeOutcome>> merge(qint64 series, Interval interval,
                                                          std::span<const Candle> candles);
    [[nodiscard]] Result<Done> visit(qint64 series, Interval interval, TimeRange range,
                                     std::optional<UtcTime> asOf,
                                     const std::function<bool(const CandleColumns&)>& visit);
    [[nodiscard]] Result<std::vector<Candle>> candles(qint64 series, Interval interval, TimeRange range,
                                                      std::optional<UtcTime> asOf);
    [[nodiscard]] Result<std::vector<CandleRevision>> revisions(qint64 series, Interval interval,
                                                                TimeRange range, std::optional<UtcTime> asOf);
    /// Rows of all intervals; gaps of the finest.
    [[nodiscard]] Result<SeriesExtent> extent(const StoredSeries& series);

private:
    /// By open time, the candle that held at the asked time although a later one is stored.
    using Past = std::vector<Candle>;
    using DayVisitor = std::function<Result<bool>(qint64 day, const QByteArray& packed)>;

    Result<Done> mergeDay(qint64 series, Interval interval, qint64 day, std::span<const Candle> candles,
                          std::span<const quint32> order, std::span<MergeOutcome> outcomes);
    /// Empty when nothing is stored of that day.
    Result<QByteArray> storedDay(qint64 series, Interval interval, qint64 day);
    Result<Done> writeDay(qint64 series, Interval interval, qint64 day, const PackedDay& packed);
    Result<Done> keepSuperseded(qint64 series, Interval interval, std::span<const Candle> superseded);
    Result<qint64> revisionsOf(qint64 series, Interval interval, UtcTime open);
    Result<Done> forEachDay(qint64 series, Interval interval, TimeRange range, const DayVisitor& visit);
    Result<Past> past(qint64 series, Interval interval, TimeRange range, UtcTime asOf);
    [[nodiscard]] Error damaged(qint64 series, qint64 day, const Error& error);

    Database& m_database;
    const Clock& m_clock;
};

} // namespace holdline

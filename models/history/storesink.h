// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/progress.h"
#include "models/history/candleimport.h"
#include "models/history/importreport.h"
#include "models/history/siblingtotals.h"
#include "models/history/storedrows.h"
#include "models/imports/bytesource.h"
#include "models/imports/importsink.h"
#include "models/store/store.h"

#include <set>
#include <vector>

namespace holdline {

/// Takes what a reader reads into the store and counts it. Works within a transaction that its owner begins
/// and ends.
class StoreSink final : public ImportSink {
public:
    StoreSink(Store& store, const ImportOptions& options, const ByteSource& source, const Progress& progress);

    int series(const SeriesKey& key, SeriesKind kind, const QString& unit) override;
    std::optional<Interval> storedInterval(const QString& name) override;
    std::vector<Interval> storedIntervals(const SeriesKey& key) override;
    std::vector<Candle> storedCandles(const SeriesKey& key, Interval interval, TimeRange range) override;
    std::vector<Sample> storedSamples(const SeriesKey& key, TimeRange range) override;
    void candles(int series, Interval interval, std::span<const Candle> candles) override;
    void samples(std::span<const SeriesSample> row) override;
    void sumsOfSiblings(int series, const std::vector<TimeRange>& intervals) override;
    void liquidation(int series, const Liquidation& item) override;
    void event(int series, const Event& event) override;
    void calendarRead(int series, const CalendarReading& reading) override;
    void level(const Level& level) override;
    void levelOfTable(const Level& level) override;
    void reject(qint64 line, const QString& reason) override;
    void say(const QString& words) override;
    [[nodiscard]] bool shouldStop() override;

    /// Merges what still waits. Errors: Storage, Cancelled. The report's file, kind and map are left to the
    /// caller.
    [[nodiscard]] Result<ImportReport> finish();

private:
    struct OpenSeries {
        SeriesKey key;
        SeriesKind kind = SeriesKind::Samples;
        QString unit;
        std::optional<qint64> id = {}; ///< in the store, from the first good row on
        std::optional<CandleImport> candleImport = {};
        std::vector<Liquidation> liquidations = {};
        std::vector<Event> events = {};
        std::optional<CalendarReading> calendar = {};
    };
    static constexpr std::size_t mostWaitingCells = 200'000;

    Store& m_store;
    const ImportOptions& m_options;
    const ByteSource& m_source;
    const Progress& m_progress;
    StoredRows m_stored; ///< series as they were before this file
    std::vector<OpenSeries> m_series;
    std::vector<SeriesSample> m_cells;
    std::vector<std::size_t> m_rowEnds;                  ///< in m_cells, one per row
    std::vector<std::pair<int, SiblingTotals>> m_totals; ///< series, its intervals
    std::vector<Level> m_levels;
    std::set<QString> m_levelsOfTables; ///< ids
    MergeCounts m_counts;
    ImportReport m_report;
    std::optional<Error> m_error;

    /// With what the person said about it.
    [[nodiscard]] SeriesKey asSaid(const SeriesKey& given) const;
    /// Makes the series when it is not there. False: the store refused.
    [[nodiscard]] bool isReady(OpenSeries& series);
    void cover(UtcTime from, UtcTime to);
    void fail(const Error& error);
    template <typename T>
    bool took(const Result<T>& result);
    template <typename T>
    std::vector<T> orNone(Result<std::vector<T>> rows);
    void flushSamples();
    void finishSeries(OpenSeries& series);
    void finishEvents(OpenSeries& series);
    void finishCalendar(const OpenSeries& series);
    void finishTotals();
    Result<Done> completeLevels();
};

} // namespace holdline

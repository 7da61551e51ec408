// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/alertrows.h"
#include "models/store/candlerows.h"
#include "models/store/coveragerows.h"
#include "models/store/documentrows.h"
#include "models/store/eventrows.h"
#include "models/store/levelrows.h"
#include "models/store/liquidationrows.h"
#include "models/store/samplerows.h"
#include "models/store/seriesrows.h"

namespace holdline {

/// The store over one database connection: each table does its part, this keeps them in transactions.
class SqlStore final : public Store {
public:
    /// The database's tables are of schemaVersion.
    SqlStore(std::unique_ptr<Database> database, QString notice, const Clock& clock);

    QString notice() const override { return m_notice; }
    /// See StoreSnapshot; ends by rollback().
    Result<Done> beginReading();
    Result<Done> begin() override;
    Result<Done> commit() override;
    void rollback() override;
    Result<StoredSeries> ensureSeries(const SeriesKey& key, SeriesKind kind, const QString& unit) override;
    Result<std::vector<MergeOutcome>> mergeCandles(qint64 series, Interval interval,
                                                   std::span<const Candle> candles) override;
    Result<std::vector<MergeOutcome>> mergeSamples(qint64 series, std::span<const Sample> samples) override;
    Result<std::vector<MergeOutcome>> mergeLiquidations(qint64 series,
                                                        std::span<const Liquidation> items) override;
    Result<std::vector<MergeOutcome>> mergeEvents(qint64 series, std::span<const Event> events) override;
    Result<Done> setCoverage(qint64 series, std::span<const Coverage> coverage) override;
    Result<std::vector<MergeOutcome>> putLevels(std::span<const Level> levels) override;
    Result<Done> removeLevel(const QString& id) override;
    Result<std::vector<Level>> levels() override;
    Result<std::vector<MergeOutcome>> putDrawings(std::span<const Drawing> drawings) override;
    Result<Done> removeMark(const QString& id) override;
    Result<std::vector<Drawing>> drawings() override;
    Result<std::vector<MergeOutcome>> putAlerts(std::span<const Alert> alerts) override;
    Result<std::vector<Alert>> alerts(QStringList* unreadable) override;
    Result<Done> removeAlert(const QString& id) override;
    void setAuthor(const QString& author) override { m_levels.setAuthor(author); }
    Result<std::vector<JournalEntry>> journal(const QString& id) override;
    Result<qint64> journalEnd() override;
    Result<bool> logFiring(const AlertFiring& firing) override;
    Result<Done> setFiringOutcome(const AlertFiring& firing, const QString& outcome) override;
    Result<Done> setFiringPicture(const AlertFiring& firing, const QByteArray& picture) override;
    Result<std::vector<LoggedFiring>> firings(qint64 above) override;
    Result<QByteArray> firingPicture(qint64 number) override;
    Result<std::vector<StoredSeries>> list() override;
    Result<std::vector<StoredSeries>> find(const QString& name) override;
    Result<SeriesExtent> extent(qint64 series) override;
    Result<std::vector<Candle>> candles(qint64 series, Interval interval, TimeRange range,
                                        std::optional<UtcTime> asOf) override;
    Result<Done> visitCandles(qint64 series, Interval interval, TimeRange range, std::optional<UtcTime> asOf,
                              const std::function<bool(const CandleColumns&)>& visit) override;
    Result<std::vector<CandleRevision>> candleRevisions(qint64 series, Interval interval, TimeRange range,
                                                        std::optional<UtcTime> asOf) override;
    Result<std::vector<Sample>> samples(qint64 series, TimeRange range, std::optional<UtcTime> asOf) override;
    Result<std::vector<Liquidation>> liquidations(qint64 series, TimeRange range,
                                                  std::optional<UtcTime> asOf) override;
    Result<std::vector<Event>> withdrawnEvents(qint64 series) override;
    Result<std::vector<Event>> events(qint64 series, TimeRange range, std::optional<UtcTime> asOf) override;
    Result<std::vector<Coverage>> coverage(qint64 series, TimeRange range) override;
    Result<Done> putDocument(const QString& name, const QByteArray& content) override;
    Result<std::optional<QByteArray>> document(const QString& name) override;

private:
    template <typename Write>
    auto written(const Write& write) -> decltype(write());
    template <typename T>
    Result<T> checked(Result<T> answer);

    std::unique_ptr<Database> m_database;
    QString m_notice;
    SeriesRows m_series;
    CandleRows m_candles;
    SampleRows m_samples;
    LiquidationRows m_liquidations;
    EventRows m_events;
    CoverageRows m_coverage;
    LevelRows m_levels;
    AlertRows m_alerts;
    DocumentRows m_documents;
};

} // namespace holdline

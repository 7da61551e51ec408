// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/foundation/result.h"
#include "models/levels/alertfiring.h"
#include "models/levels/drawing.h"
#include "models/levels/journalentry.h"
#include "models/levels/level.h"
#include "models/market/candle.h"
#include "models/market/coverage.h"
#include "models/market/event.h"
#include "models/market/interval.h"
#include "models/market/liquidation.h"
#include "models/market/sample.h"
#include "models/market/serieskey.h"
#include "models/series/candlecolumns.h"
#include "models/store/durability.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace holdline {

struct StoredSeries {
    qint64 id = 0;
    SeriesKey key;
    SeriesKind kind = SeriesKind::Samples;
    QString unit;                         ///< `USDT`, `USD`, `BTC`, `%`; empty when none
    std::vector<Interval> intervals = {}; ///< of candles, finest first

    bool operator==(const StoredSeries&) const = default;
};

/// Extent of a series: rows are current ones (superseded revisions do not count).
struct SeriesExtent {
    TimeRange range; ///< first row's beginning to last row's end
    qint64 rows = 0; ///< candles of all intervals; liquidations and not their sums
    /// Candles: runs of empty slots of the finest interval between its first and last candle (one off the
    /// grid is in the slot that holds its open time). Samples: holes between one and the next; where all are
    /// shorter than a day, as sessions of an exchange are, only holes longer than four days. Others: none.
    qint64 gaps = 0;

    bool operator==(const SeriesExtent&) const = default;
};

/// A candle that was replaced by the one that holds now.
struct CandleRevision {
    UtcTime openTime;
    UtcTime revisedAt; ///< from when the later one was known
};

enum class MergeOutcome : quint8 { Added, Unchanged, Revised };

/// The data folder's database (`holdline.db`): all that Holdline knows. One object, one thread; open another
/// for another thread or process. Errors are of kind Storage unless said otherwise; after one, an open
/// transaction is rolled back.
class Store {
public:
    /// Opens or creates the folder's database and brings its schema up to date. A newer schema is refused and
    /// left untouched; an unreadable file is set aside under a name that notice() tells, and a new one begun.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& dataDir, const Clock& clock,
                                                             Durability durability = Durability::Full);
    /// An empty one that lives in memory.
    [[nodiscard]] static Result<std::unique_ptr<Store>> openInMemory(const Clock& clock);
    virtual ~Store() = default;

    /// A sentence about what happened while opening, or empty.
    [[nodiscard]] virtual QString notice() const = 0;

    // Transactions do not nest. Outside one, each merge is its own.
    virtual Result<Done> begin() = 0;
    virtual Result<Done> commit() = 0;
    virtual void rollback() = 0;

    /// The series with that key, made when it is not there. A stored unit is not changed.
    virtual Result<StoredSeries> ensureSeries(const SeriesKey& key, SeriesKind kind, const QString& unit) = 0;

    // Merging: result[i] tells what became of item i; items are taken in the order given, so of two unequal
    // ones with the same key in one call the later is a revision.
    /// A candle equal in all columns given is unchanged; a column absent in the new one and stored is kept. A
    /// different one is a revision: the earlier is kept, superseded from now.
    virtual Result<std::vector<MergeOutcome>> mergeCandles(qint64 series, Interval interval,
                                                           std::span<const Candle> candles) = 0;
    /// Equal to the value that holds now, or to a stored revision with the same knownAt: unchanged. A
    /// different value for a stored interval is a revision; where knownAt is not later than that of the value
    /// that holds now, it becomes now.
    virtual Result<std::vector<MergeOutcome>> mergeSamples(qint64 series,
                                                           std::span<const Sample> samples) = 0;
    /// The n-th equal tuple of one call is the n-th stored one: the same file twice adds nothing.
    virtual Result<std::vector<MergeOutcome>> mergeLiquidations(qint64 series,
                                                                std::span<const Liquidation> items) = 0;
    /// As samples, by id. Withdrawing what is not stored, or was told later than that, changes nothing.
    virtual Result<std::vector<MergeOutcome>> mergeEvents(qint64 series, std::span<const Event> events) = 0;
    /// Replaces what is stored for the series within the ranges given.
    virtual Result<Done> setCoverage(qint64 series, std::span<const Coverage> coverage) = 0;

    /// Adds or replaces by id and writes the journal.
    virtual Result<std::vector<MergeOutcome>> putLevels(std::span<const Level> levels) = 0;
    /// Unavailable when there is no such level.
    virtual Result<Done> removeLevel(const QString& id) = 0;
    virtual Result<std::vector<Level>> levels() = 0; ///< by id
    /// The same for drawings.
    virtual Result<std::vector<MergeOutcome>> putDrawings(std::span<const Drawing> drawings) = 0;
    /// Removes the level or drawing of that id, where there is one.
    virtual Result<Done> removeMark(const QString& id) = 0;
    virtual Result<std::vector<Drawing>> drawings() = 0; ///< by id
    /// The same for alerts.
    virtual Result<std::vector<MergeOutcome>> putAlerts(std::span<const Alert> alerts) = 0;
    /// By id. One that cannot be read is named in `unreadable` and does not hold up the others.
    virtual Result<std::vector<Alert>> alerts(QStringList* unreadable = nullptr) = 0;
    /// Unavailable when there is no such alert.
    virtual Result<Done> removeAlert(const QString& id) = 0;
    /// Who changes levels, drawings and alerts from now on, for the journal.
    virtual void setAuthor(const QString& author) = 0;
    /// Of one level, drawing or alert, oldest first; of all when the id is empty.
    virtual Result<std::vector<JournalEntry>> journal(const QString& id) = 0;
    /// Number of the journal's last entry; it grows with every change of a level, drawing or alert.
    virtual Result<qint64> journalEnd() = 0;

    /// Writes a firing down as pending, once for each alert and moment: whether this call was the one.
    virtual Result<bool> logFiring(const AlertFiring& firing) = 0;
    /// What could not be done for a firing that is written down; empty: all was done.
    virtual Result<Done> setFiringOutcome(const AlertFiring& firing, const QString& outcome) = 0;
    virtual Result<Done> setFiringPicture(const AlertFiring& firing, const QByteArray& picture) = 0;
    /// With a number above that one, oldest first; without their pictures.
    virtual Result<std::vector<LoggedFiring>> firings(qint64 above) = 0;
    virtual Result<QByteArray> firingPicture(qint64 number) = 0; ///< empty when there is none

    // Reading. Without asOf: what is known now.
    virtual Result<std::vector<StoredSeries>> list() = 0;                    ///< by key
    virtual Result<std::vector<StoredSeries>> find(const QString& name) = 0; ///< in the order of their making
    virtual Result<SeriesExtent> extent(qint64 series) = 0;
    /// Open time in range, oldest first, each as known then.
    virtual Result<std::vector<Candle>> candles(qint64 series, Interval interval, TimeRange range,
                                                std::optional<UtcTime> asOf = {}) = 0;
    /// The same by column, a day at a time and much faster; the buffer is reused between calls. Return false
    /// to stop.
    virtual Result<Done> visitCandles(qint64 series, Interval interval, TimeRange range,
                                      std::optional<UtcTime> asOf,
                                      const std::function<bool(const CandleColumns&)>& visit) = 0;
    /// Of candles with open time in range, by open time: when a stored one was replaced, as far as that was
    /// known then.
    virtual Result<std::vector<CandleRevision>>
    candleRevisions(qint64 series, Interval interval, TimeRange range, std::optional<UtcTime> asOf = {}) = 0;
    /// Beginning in range, oldest first, for each interval the revision that holds.
    virtual Result<std::vector<Sample>> samples(qint64 series, TimeRange range,
                                                std::optional<UtcTime> asOf = {}) = 0;
    virtual Result<std::vector<Liquidation>> liquidations(qint64 series, TimeRange range,
                                                          std::optional<UtcTime> asOf = {}) = 0;
    /// By time and id, without those that were withdrawn by then.
    virtual Result<std::vector<Event>> events(qint64 series, TimeRange range,
                                              std::optional<UtcTime> asOf = {}) = 0;
    virtual Result<std::vector<Event>> withdrawnEvents(qint64 series) = 0; ///< as of now, by id
    /// Stored entries that overlap the range, whole, oldest first.
    virtual Result<std::vector<Coverage>> coverage(qint64 series, TimeRange range) = 0;

    // Small documents kept by name: saved column maps, settings of the window.
    virtual Result<Done> putDocument(const QString& name, const QByteArray& content) = 0;
    virtual Result<std::optional<QByteArray>> document(const QString& name) = 0;

protected:
    Store() = default;
    Q_DISABLE_COPY_MOVE(Store)
};

} // namespace holdline

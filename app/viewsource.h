// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowservices.h"
#include "models/views/pricememory.h"

namespace holdline {

/// The ledgers counted last: they take a while, and change with levels and candles alone.
struct LedgerCache {
    QString episode;
    std::vector<Level> levels = {};
    std::optional<UtcTime> lastClose = {};
    std::optional<UtcTime> asOf = {};
    std::vector<LevelLedger> ledgers = {};
};

/// The brief made last, and the correlations that are made of the same data.
struct BriefCache {
    QString episode;
    QString instrument;
    UtcTime at;
    const ViewData* data = nullptr; ///< read anew, it may tell more; only compared
    std::vector<Level> levels = {};
    std::shared_ptr<const Brief> brief = {};
    std::shared_ptr<const CorrelationTable> correlations = {};
};

/// Reads what the window shows: from the data folder, else from an episode. Opens the store at the first
/// question and keeps it; to be used on one thread.
class ViewSource final {
public:
    ViewSource(QString dataDir, const Clock& clock);

    /// A view without an episode whose data folder holds nothing for its instrument gets the bundled episode,
    /// and says so. A view without a range gets the one of a first start. Errors: Unavailable, Storage.
    [[nodiscard]] Result<LoadedView> load(const View& view);
    [[nodiscard]] Result<CardData> loadCards(const View& view, const ViewData& data);
    /// Into the data folder, all or none.
    [[nodiscard]] Result<Done> saveMarks(const std::vector<MarkChange>& changes);
    [[nodiscard]] Result<std::vector<JournalEntry>> journal();
    /// What followed, by what is stored there: an episode, or the data folder. Errors: Unavailable, Storage.
    [[nodiscard]] Result<EventStudy> study(const QString& episode, const StudyQuestion& question);
    /// All levels and drawings of the data folder.
    [[nodiscard]] Result<std::vector<Mark>> marks();
    void close();

private:
    [[nodiscard]] Result<Store*> open(const QString& episode);
    [[nodiscard]] Result<LoadedView> loadFrom(View view);
    [[nodiscard]] qint64 storeBytes() const;
    [[nodiscard]] Result<Done> addLedgers(Store& store, const View& view, const ViewData& data,
                                          CardData& cards);
    [[nodiscard]] Result<Done> addBrief(Store& store, const View& view, const ViewData& data,
                                        CardData& cards);

    QString m_dataDir;
    const Clock& m_clock;
    std::unique_ptr<Store> m_store;
    QString m_episode;
    LedgerCache m_ledgers;
    BriefCache m_brief;
    PriceMemory m_prices; ///< of a replay
};

} // namespace holdline

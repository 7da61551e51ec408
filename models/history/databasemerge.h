// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/progress.h"
#include "models/history/importreport.h"
#include "models/store/store.h"

namespace holdline {

/// Brings one store's series and levels into another, within a transaction that its owner begins and ends.
class DatabaseMerge final {
public:
    DatabaseMerge(Store& from, Store& into, const Progress& progress)
        : m_from(from),
          m_into(into),
          m_progress(progress)
    {
    }

    [[nodiscard]] Result<Done> run();
    [[nodiscard]] const ImportReport& report() const { return m_report; }

private:
    [[nodiscard]] Result<Done> mergeSeries(const StoredSeries& series);
    [[nodiscard]] Result<Done> mergeRows(const StoredSeries& series, qint64 into);
    [[nodiscard]] Result<Done> mergeCandles(const StoredSeries& series, qint64 into);
    [[nodiscard]] Result<Done> mergeCandlePage(const StoredSeries& series, qint64 into, Interval interval,
                                               TimeRange page);
    [[nodiscard]] Result<Done> mergeCoverage(const StoredSeries& series, qint64 into);
    [[nodiscard]] Result<Done> mergeLevels();
    [[nodiscard]] Result<Done> mergeDrawings();
    template <typename T>
    [[nodiscard]] Result<Done> counted(const Result<T>& outcomes);

    Store& m_from;
    Store& m_into;
    const Progress& m_progress;
    ImportReport m_report;
    qint64 m_keptOwn = 0; ///< candles that differ and stayed
};

} // namespace holdline

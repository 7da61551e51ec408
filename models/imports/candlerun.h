// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/candlerow.h"
#include "models/imports/importsink.h"

#include <vector>

namespace holdline {

/// The candles of one instrument in one file: finds their interval, hands them on in the file's order, and
/// counts what is odd about them.
class CandleRun {
public:
    CandleRun(ImportSink& sink, SeriesKey key);

    void add(const CandleRow& row);
    /// Hands on the rest and says what was found.
    void finish();

private:
    static constexpr std::size_t leastProbe = 2000;      ///< rows from which the interval is judged
    static constexpr std::size_t mostProbe = 512'000;    ///< where fewer, being in no order, leave it open
    static constexpr std::size_t mostCorrections = 1000; ///< rows of a file that may correct stored candles
    static constexpr std::size_t batchSize = 8192;

    ImportSink& m_sink;
    SeriesKey m_key;
    std::vector<Candle> m_batch;
    std::vector<qint64> m_times; ///< open times of all rows, UTC ms
    std::vector<qint64> m_spans; ///< close less open time of the first rows, where told
    bool m_isAllDates = true;
    std::optional<Interval> m_interval;
    std::size_t m_probe = leastProbe;
    int m_series = -1;
    qint64 m_closesOutside = 0;

    void flush();
    [[nodiscard]] bool isClear() const;
    [[nodiscard]] Interval judgeInterval() const;
    [[nodiscard]] QString words();
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/mark.h"
#include "models/views/livecandles.h"
#include "models/views/livesums.h"
#include "models/views/viewdata.h"

#include <memory>
#include <optional>

namespace holdline {

/// What the news since the last look changed.
struct LiveChange {
    bool isAny = false;
    bool isWhole = false;     ///< more than the last bars: all is to be painted again
    bool wantsReload = false; ///< the store knows what cannot be put in here
};

/// The loaded data of a view, kept up with the news: candles, net taker volume and forced orders, and what is
/// not known of them. A piece of news costs what it changes, however much is loaded. Nothing is stored here.
class LiveView final {
public:
    /// The loaded data are not touched.
    LiveView(const View& view, const ViewData& loaded);

    void apply(const LiveNews& news);
    [[nodiscard]] LiveChange takeChange();
    /// Levels and drawings as a hand left them.
    void setMarks(const std::vector<Mark>& marks);
    /// The same view loaded again; what came meanwhile and is not in there stays.
    void reload(const View& view, const ViewData& loaded);

    /// One object that changes with the news, to be looked at on this thread only.
    [[nodiscard]] std::shared_ptr<const ViewData> data() const { return m_data; }
    /// What is known now, for other threads and for pictures: it does not change any more, and the candle
    /// that is still open is not in it.
    [[nodiscard]] std::shared_ptr<const ViewData> snapshot() const;

private:
    void take(const View& view, const ViewData& loaded);
    void takeCandles(const ViewData& loaded);
    void putCandle(const LiveCandle& news);
    void noteCandle(const LiveCandle& news);
    void noteTaker(TimeRange known, bool isClosed);
    void putOrders(const LiveLiquidations& news);
    void putEntry(const LiveCoverage& news);
    [[nodiscard]] PaneData* pane(const QString& kind);
    /// The stream of that series on the pane of forced orders, made when it is new; null when it has no place
    /// there.
    [[nodiscard]] PaneStream* streamOf(const QString& series);
    void makeSums();
    void showSums();
    void know(UtcTime time);
    void trimCoverage();
    void changed(bool isWhole);

    View m_view;
    std::shared_ptr<ViewData> m_data;
    std::optional<LiveCandles> m_candles; ///< absent while the loaded ones are not of one minute
    std::optional<LiveSums> m_sums;       ///< absent while there is no forced order
    bool m_hasTaker = false;              ///< the pane's taker volume is that of the candles
    std::vector<Coverage> m_unknownPrice; ///< without the time after the last candle
    std::vector<Coverage> m_unknownTaker; ///< the same of taker volume
    std::vector<Coverage> m_unknownSums;  ///< of forced orders, to the end of time
    UtcTime m_takerEnd = earliestTime;
    UtcTime m_knownAt = earliestTime; ///< when the latest of what cannot change became known
    LiveChange m_change;
};

} // namespace holdline

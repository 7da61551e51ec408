// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/history/livenews.h"
#include "models/history/liverules.h"
#include "models/history/routerecord.h"
#include "models/history/serieswrite.h"
#include "models/history/toldorders.h"

#include <map>
#include <string>

namespace holdline {

/// One provider's forced orders, and when they were recorded: they cannot be fetched again. All times are the
/// venue's.
class LiquidationHistory final {
public:
    /// Bitcoin's are `liquidations/<provider>`; other assets lie below it.
    LiquidationHistory(const Feed& feed, const StoredPast& past);

    /// Those of one message; how many of them could not be kept, because nothing is being written.
    [[nodiscard]] qint64 take(const std::vector<LiquidationRecord>& records, UtcTime now);
    /// Any message on its route but an acknowledgement.
    void routeMessage(UtcTime at);
    void routeBroke(UtcTime at, const QString& why) { m_route.broke(at, why); }
    void beginAnotherRun() { m_route.beginAnotherRun(); }
    /// The venue's time turned out to be so much later.
    void clockMoved(Span by) { m_route.clockMoved(by); }

    /// A stretch that only grows is told twice a second or so, unless all is asked for.
    [[nodiscard]] std::vector<SeriesWrite> takeWrites(UtcTime now, bool all);
    [[nodiscard]] std::size_t waitingWrites() const { return m_writes.size(); }
    void takeNews(LiveNews& news, UtcTime now);
    /// Orders, that is; coverage is told with them.
    [[nodiscard]] bool hasNews() const { return !m_news.empty(); }
    [[nodiscard]] const RouteRecord& route() const { return m_route; }

private:
    struct Asset {
        SeriesWrite empty; ///< to be copied: its texts are shared
        ToldOrders told;
    };
    [[nodiscard]] Asset& assetNamed(const std::string& name);
    void add(const std::string& name, std::vector<Liquidation> items, UtcTime now);
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] SeriesWrite writeTo(const QString& series, UtcTime now) const;

    const Feed& m_feed;
    QString m_series;
    std::vector<QString> m_covered; ///< series that the route records
    RouteRecord m_route;
    std::map<std::string, Asset> m_assets; ///< by lower case
    std::vector<SeriesWrite> m_writes;
    UtcTime m_coveredAt{}; ///< when coverage was told last
    std::vector<LiveLiquidations> m_news;
    std::vector<LiveCoverage> m_coverageNews;
};

} // namespace holdline

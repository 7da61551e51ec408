// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/history/livenews.h"
#include "models/history/liverules.h"
#include "models/history/routerecord.h"
#include "models/history/serieswrite.h"

#include <map>
#include <optional>
#include <string>

namespace holdline {

/// One provider's forced orders, and when they were recorded: they cannot be fetched again. All times are the
/// venue's.
class LiquidationHistory final {
public:
    /// `series` is the provider's (`liquidations/bybit`); other assets lie below it.
    LiquidationHistory(const Feed& feed, QString series, const StoredPast& past);

    /// Those of one message.
    void take(const std::vector<LiquidationRecord>& records, UtcTime now);
    /// Any message on its route but an acknowledgement.
    void routeMessage(UtcTime at) { m_route.message(at); }
    void routeBroke(const QString& why) { m_route.broke(why); }

    /// A stretch that only grows is told twice a second or so, unless all is asked for.
    [[nodiscard]] std::vector<SeriesWrite> takeWrites(UtcTime now, bool all);
    void takeNews(LiveNews& news, UtcTime now);
    [[nodiscard]] const RouteRecord& route() const { return m_route; }

private:
    void add(const std::string& asset, std::vector<Liquidation> items, UtcTime now);
    [[nodiscard]] QString seriesOf(const std::string& asset) const;
    [[nodiscard]] SeriesWrite writeTo(const QString& series, UtcTime now) const;

    const Feed& m_feed;
    QString m_series;
    RouteRecord m_route;
    std::vector<QString> m_covered;             ///< series that the route records
    std::map<std::string, SeriesWrite> m_empty; ///< by asset, to be copied: their texts are shared
    std::vector<SeriesWrite> m_writes;
    UtcTime m_coveredAt{}; ///< when coverage was told last
    std::vector<LiveLiquidations> m_news;
    std::vector<LiveCoverage> m_coverageNews;
};

} // namespace holdline

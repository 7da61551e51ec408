// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodereadings.h"

#include "models/history/episodes.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

struct CitedReading {
    const char* reading; ///< an id, or the beginning of ids when it ends with a dot
    const char* citation;
};

// What was published of January 2026, and the readings that say the same.
constexpr std::array january2026{
    CitedReading{"price.low_24h", "session-low"},
    CitedReading{"price.ytd_pct", "opening-2026"},
    CitedReading{"watch.", "altcoins"},
    CitedReading{"level.defense-band.state", "defense-band"},
    CitedReading{"level.defense-band.distance_pct", "defense-band"},
    CitedReading{"level.resistance-1m-3m.state", "resistance-1m-3m"},
    CitedReading{"level.resistance-1m-3m.distance_pct", "resistance-1m-3m"},
    CitedReading{"level.resistance-sth.state", "resistance-sth"},
    CitedReading{"level.resistance-sth.distance_pct", "resistance-sth"},
    CitedReading{"cohort.1d-1w.", "defense-band"},
    CitedReading{"cohort.1w-1m.", "defense-band"},
    CitedReading{"cohort.1m-3m.", "resistance-1m-3m"},
    CitedReading{"cohort.sth.", "resistance-sth"},
    CitedReading{"liquidations.long_48h", "longs-48h"},
    CitedReading{"taker.net_1d", "taker-2026-01-20"},
    CitedReading{"taker.crossing", "taker-2026-01-16"},
    CitedReading{"whales.deposits_1d", "whales-2026-01-20"},
    CitedReading{"whales.previous_spike", "whales-2026-01-15"},
    CitedReading{"etf.net_2_sessions", "etf-two-sessions"},
    CitedReading{"etf.funds", "etf-two-sessions"},
    CitedReading{"macro.jgb20_bid_to_cover.", "jgb20-bid-to-cover"},
    CitedReading{"macro.japan_insurers_bonds.", "insurers-december"},
    CitedReading{"event.next", "snap-election"},
    CitedReading{"options.put_call", "puts-ahead"},
    CitedReading{"drive", "longs-48h"},
};

bool isMeant(const CitedReading& cited, const QString& id)
{
    const QString meant = QString::fromLatin1(cited.reading);
    return meant.endsWith(u'.') ? id.startsWith(meant) : id == meant;
}

} // namespace

void citeEpisode(Brief& brief, const QString& episode)
{
    const auto citations = episodeCitations(episode);
    for (MarketReading& reading : brief.readings) {
        reading.origin.definition +=
            (reading.origin.definition.isEmpty() ? QString() : u"; "_s) +
            u"bundled episode %1, a reconstruction between published figures"_s.arg(episode);
        const auto cited = std::find_if(january2026.begin(), january2026.end(),
                                        [&](const CitedReading& one) { return isMeant(one, reading.id); });
        if (citations.hasError() || cited == january2026.end())
            continue;
        const auto citation =
            std::find_if(citations.value().begin(), citations.value().end(),
                         [&](const Citation& one) { return one.id == QLatin1StringView(cited->citation); });
        if (citation != citations.value().end())
            reading.citation = u"%1 (%2)"_s.arg(citation->text, citation->source);
    }
}

} // namespace holdline

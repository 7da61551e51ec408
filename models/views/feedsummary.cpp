// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/feedsummary.h"

#include "models/views/instrumentname.h"

#include <algorithm>

namespace holdline {

namespace {

using Stream = StreamStatus::State;

bool wasTried(const FeedStatus& feed)
{
    return std::any_of(feed.streams.begin(), feed.streams.end(),
                       [](const StreamStatus& stream) { return stream.state == Stream::Closed; }) ||
           !feed.problem.isEmpty();
}

QString lineOf(const FeedStatus& feed)
{
    const QString state = feed.isConnected   ? QStringLiteral("connected")
                          : isRefused(feed)  ? QStringLiteral("does not serve this region")
                          : feed.hasAnswered ? QStringLiteral("not connected")
                                             : QStringLiteral("has not answered");
    const QString line = QStringLiteral("%1: %2").arg(feed.title, state);
    return feed.problem.isEmpty() || isRefused(feed) ? line : line + QStringLiteral(". ") + feed.problem;
}

/// Smaller is nearer.
int distance(const QString& candidate, const QString& wanted)
{
    const QString venue = candidate.section(QLatin1Char(':'), 0, 0);
    const bool isContract = venue == QStringLiteral("bybit") || venue.endsWith(QStringLiteral("-futures")) ||
                            candidate.endsWith(QStringLiteral("-SWAP"));
    const auto quote = [](const QString& id) {
        return instrumentName(id).title.section(QLatin1Char('-'), 1, 1);
    };
    return (isContract ? 2 : 0) + (quote(candidate) == quote(wanted) ? 0 : 1);
}

} // namespace

bool isRefused(const FeedStatus& feed)
{
    const bool areAll = !feed.streams.empty() &&
                        std::all_of(feed.streams.begin(), feed.streams.end(), [](const StreamStatus& stream) {
                            return stream.state == Stream::Refused;
                        });
    return feed.isRegionRefused || areAll || (feed.pausedUntil && *feed.pausedUntil >= latestTime);
}

FeedSummary summaryOf(const std::vector<FeedStatus>& feeds, const QString& provider)
{
    FeedSummary summary;
    bool wereAllTried = !feeds.empty();
    bool isOfProvider = false;
    for (const FeedStatus& feed : feeds) {
        summary.lines.append(lineOf(feed));
        wereAllTried = wereAllTried && wasTried(feed);
        const bool isIt = feed.id == provider && feed.lastAnswer;
        if (isIt || (!isOfProvider && feed.lastAnswer && feed.lastAnswer > summary.last))
            summary.last = feed.lastAnswer;
        isOfProvider = isOfProvider || isIt;
        if (isRefused(feed))
            continue;
        ++summary.serving;
        summary.connected += feed.isConnected ? 1 : 0;
    }
    if (summary.connected > 0)
        summary.state =
            summary.connected == summary.serving ? FeedSummary::State::Live : FeedSummary::State::Partly;
    else if (wereAllTried)
        summary.state = FeedSummary::State::NoNetwork;
    return summary;
}

QString providerOf(const QString& instrument, const std::vector<FeedStatus>& feeds)
{
    const QString venue = instrument.section(QLatin1Char(':'), 0, 0);
    QString longest;
    for (const FeedStatus& feed : feeds) {
        const bool fits = venue == feed.id || venue.startsWith(feed.id + QLatin1Char('-'));
        if (fits && feed.id.size() > longest.size())
            longest = feed.id;
    }
    return longest;
}

QString standInFor(const QString& instrument, const QStringList& seen, const std::vector<FeedStatus>& feeds)
{
    const QString base = instrumentName(instrument).base;
    const QString provider = providerOf(instrument, feeds);
    QString best;
    for (const QString& candidate : seen) {
        if (instrumentName(candidate).base != base || providerOf(candidate, feeds) == provider)
            continue;
        if (best.isEmpty() || distance(candidate, instrument) < distance(best, instrument))
            best = candidate;
    }
    return best;
}

} // namespace holdline

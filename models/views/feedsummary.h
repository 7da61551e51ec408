// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/livenews.h"

#include <QStringList>

namespace holdline {

/// How all providers do together.
struct FeedSummary {
    enum class State {
        Connecting, ///< none has said anything yet
        Live,       ///< all that serve this place are connected
        Partly,     ///< some are not
        NoNetwork,  ///< none is connected, and those that were tried could not be reached
    };
    State state = State::Connecting;
    int connected = 0;
    int serving = 0;                  ///< those that do not refuse this place
    std::optional<UtcTime> last = {}; ///< newest message or answer of the provider asked about, else of any
    QStringList lines = {};           ///< one sentence a provider

    bool operator==(const FeedSummary&) const = default;
};

/// `provider` is the one that the view is about.
[[nodiscard]] FeedSummary summaryOf(const std::vector<FeedStatus>& feeds, const QString& provider);

/// Whether the provider does not serve the place where this program runs.
[[nodiscard]] bool isRefused(const FeedStatus& feed);
/// The provider of an instrument: `bybit` of `bybit-spot:BTCUSDT`; empty when none of these has it.
[[nodiscard]] QString providerOf(const QString& instrument, const std::vector<FeedStatus>& feeds);
/// Of the instruments seen with candles, the nearest that stands in for one: the same asset at another
/// provider, the same quote first, spot before contracts. Empty when there is none.
[[nodiscard]] QString standInFor(const QString& instrument, const QStringList& seen,
                                 const std::vector<FeedStatus>& feeds);

} // namespace holdline

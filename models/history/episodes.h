// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/foundation/result.h"
#include "models/foundation/utctime.h"
#include "models/store/store.h"

#include <QString>

#include <memory>
#include <vector>

namespace holdline {

/// A bundled stretch of market history that can be shown with no network.
struct EpisodeInfo {
    QString name;       ///< `january-2026`, as the command line has it
    QString title;      ///< `January 2026: bitcoin loses 90,000 dollars`
    QString statement;  ///< what every window, export and reading says of it
    QString instrument; ///< the one that the episode is about
    TimeRange range;    ///< of its candles
    TimeRange story;    ///< the part worth showing first
};

/// A published figure of an episode.
struct Citation {
    QString id;     ///< `session-low`
    QString value;  ///< as published: `87282`, `-874.4e6`, or words
    QString text;   ///< one sentence
    QString source; ///< `CoinGlass, reported by CryptoSlate, 2026-01-21`

    bool operator==(const Citation&) const = default;
};

[[nodiscard]] std::vector<EpisodeInfo> episodeCatalog();

/// The episode in a store of its own in memory; about a tenth of a second. Unavailable: no such episode (the
/// sentence names those there are). Malformed: a damaged program file.
[[nodiscard]] Result<std::unique_ptr<Store>> openEpisode(const QString& name, const Clock& clock);

/// The published figures that the episode was built around. Errors as above.
[[nodiscard]] Result<std::vector<Citation>> episodeCitations(const QString& name);

} // namespace holdline

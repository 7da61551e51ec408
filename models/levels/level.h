// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/levels/marktraits.h"
#include "models/market/amount.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace holdline {

enum class LevelRole { None, Support, Resistance };
enum class LevelOrigin { Fixed, Tracking };

/// A price or a band of prices that is evidence: it has a source, a definition and a life.
struct Level {
    QString id;         ///< lower case with dashes; `defense-band`
    QString instrument; ///< `binance:BTCUSDT`
    QString name;
    Price low; ///< low == high for a line
    Price high;
    LevelRole role = LevelRole::None;
    std::optional<UtcTime> validFrom; ///< absent: since ever
    std::optional<UtcTime> validTo;   ///< absent: until further notice
    LevelOrigin origin = LevelOrigin::Fixed;
    QString source;
    QString definition;
    QString note;
    QStringList follows = {}; ///< of a tracking level: one series, or those of its edges (`cohort/1d-1w`)
    MarkTraits traits = {};
    QJsonObject unknown = {}; ///< keys of its file that this version does not know, kept as they were

    bool operator==(const Level&) const = default;
};

} // namespace holdline

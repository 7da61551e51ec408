// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/marktraits.h"
#include "models/market/amount.h"

#include <vector>

namespace holdline {

/// A place on the timeline: it stays where it is whatever is shown around it.
struct Anchor {
    UtcTime time;
    Price price;

    bool operator==(const Anchor&) const = default;
};

/// A mark made by hand that is no level.
struct Drawing {
    QString id;
    QString instrument; ///< `binance:BTCUSDT`
    QString kind;       ///< id of its tool: `trend-line`; what no tool knows is kept and not drawn
    std::vector<Anchor> anchors = {};
    QString text = {};
    QString note = {};
    MarkTraits traits = {};
    QJsonObject unknown = {}; ///< keys that this version does not know, kept as they were

    bool operator==(const Drawing&) const = default;
};

inline constexpr std::size_t mostAnchors = 64;
inline constexpr qsizetype longestDrawingText = 10'000; ///< characters

/// Keys: id, instrument, kind, anchors (`time`, `price`), text, note, those of MarkTraits, then the unknown
/// ones.
[[nodiscard]] QByteArray drawingToJson(const Drawing& drawing);
/// Error: Malformed, with the reason in words.
[[nodiscard]] Result<Drawing> drawingFromJson(const QJsonObject& object);

} // namespace holdline

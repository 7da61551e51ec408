// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/foundation/utctime.h"
#include "models/market/interval.h"

#include <QJsonObject>
#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace holdline {

/// One pane of a view.
struct PaneSpec {
    QString kind;      ///< `price`, `liquidations`, … (see panecatalog.h)
    double weight = 1; ///< share of the height
    bool isCollapsed = false;
    bool logarithmic = false;
    std::optional<double> low = {}; ///< both present: autoscale is off and this is shown
    std::optional<double> high = {};

    bool operator==(const PaneSpec&) const = default;
};

/// The document that says what is shown. The window and the exporter both read it.
struct View {
    QString title = {};
    QString episode = {}; ///< empty: the store
    QString instrument = QStringLiteral("binance:BTCUSDT");
    Interval interval =
        oneHour;          ///< of the candles drawn; coarser while they would be narrower than two pixels
    TimeRange range = {}; ///< [from, to); what lies right of the last candle is future
    std::optional<UtcTime> asOf = {};
    std::vector<PaneSpec> panes = {};
    QString maximised = {};                 ///< kind of the pane that alone is shown, or empty
    QString theme = QStringLiteral("dark"); ///< `dark`, `light`, `print`
    QString zone = QStringLiteral("UTC");   ///< IANA
    QSize size = {1920, 1080};              ///< device-independent pixels
    double scale = 1;                       ///< device pixels in one of those
    bool showsLevels = true;
    bool showsEvents = true;
    bool showsCosts = false;  ///< the cost distribution at the right edge of the price pane
    QJsonObject unknown = {}; ///< keys that this version does not know, kept as they were

    bool operator==(const View&) const = default;
};

inline constexpr int viewVersion = 1;

/// Keys: version, title, episode, instrument, interval, from, to, asOf, panes, maximised, theme, zone, size,
/// scale, levels, events, costDistribution. What is absent is the default.
[[nodiscard]] QJsonObject toJson(const View& view);
/// Reads a view, or the `view` of an exported document. Malformed: not a view. Unavailable: of a newer
/// version.
[[nodiscard]] Result<View> viewFromJson(const QJsonObject& object);

/// The five panes of a first start: price, liquidations, taker, deposits, etf.
[[nodiscard]] std::vector<PaneSpec> defaultPanes();

} // namespace holdline

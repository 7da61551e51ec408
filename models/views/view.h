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

/// A box with words that points at a place of a pane.
struct Callout {
    UtcTime at;
    QString pane = QStringLiteral("price"); ///< kind, as in PaneSpec
    std::optional<double> value = {};       ///< on the pane's scale; absent: what the pane shows at that time
    QString text = {};                      ///< with placeholders (models/readings/placeholders.h)
    double dx = 24;           ///< of the box's middle from that place, device-independent pixels
    double dy = -48;          ///< downwards
    QJsonObject unknown = {}; ///< keys that this version does not know

    bool operator==(const Callout&) const = default;
};

/// The document that says what is shown. The window and the exporter both read it.
struct View {
    QString title = {};    ///< of a picture; this, what follows and callouts with placeholders, as typed
    QString subtitle = {}; ///< one line below the title
    QString caption = {};  ///< paragraphs below the picture
    std::vector<Callout> callouts = {}; ///< the last one on top
    QString episode = {};               ///< empty: the store
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

/// Keys: version, title, subtitle, caption, callouts, episode, instrument, interval, from, to, asOf, panes,
/// maximised, theme, zone, size, scale, levels, events, costDistribution; of a callout: at, pane, value,
/// text, dx, dy. What is absent is the default.
[[nodiscard]] QJsonObject toJson(const View& view);
/// Reads a view, or the `view` of an exported document. Malformed: not a view. Unavailable: of a newer
/// version.
[[nodiscard]] Result<View> viewFromJson(const QJsonObject& object);

/// The five panes of a first start: price, liquidations, taker, deposits, etf.
[[nodiscard]] std::vector<PaneSpec> defaultPanes();

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>

namespace holdline {

enum class SeriesKind { Candles, Samples, Liquidations, Events };

[[nodiscard]] QString toText(SeriesKind kind); ///< `candles`, `samples`, `liquidations`, `events`

/// What tells one series from another. Two sources or two definitions are two series.
struct SeriesKey {
    QString name; ///< `price/binance:BTCUSDT`, `etf/btc/IBIT`, `cohort/sth`
    QString column =
        QStringLiteral("value"); ///< of a series with several (`long_usd`, `cost_basis`); candles: `value`
    QString source;              ///< provider and endpoint, or the file's origin
    QString definition;          ///< the rule behind the number; may be empty

    std::strong_ordering operator<=>(const SeriesKey&) const = default;
};

} // namespace holdline

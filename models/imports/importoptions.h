// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

#include <vector>

namespace holdline {

/// One `--map COLUMN=SERIES[:COLUMN]`.
struct ColumnTarget {
    QString column; ///< of the file, as written there
    QString series;
    QString seriesColumn = QStringLiteral("value");
    QString text; ///< SERIES[:COLUMN] as given

    bool operator==(const ColumnTarget&) const = default;
};

/// What a person said about a file. Empty: let the file tell.
struct ImportOptions {
    QString kind;       ///< `candles`, `etf flows`, `cohorts`, `liquidations`, `table`, `events`, `levels`
    QString asset;      ///< of ETF flows: `btc`, `eth`
    QString venue;      ///< of liquidations
    QString instrument; ///< `binance:BTCUSDT`
    QString source;
    QString definition;
    QString unit;
    QString zone; ///< IANA, for times without one; empty: UTC
    QString timeColumn;
    std::vector<ColumnTarget> map;
    UtcTime now; ///< rows later than a day from it are rejected
};

/// Sets kind, asset and venue from `--as`: a kind, `etf`, `etf/eth`, `liquidations/<venue>`. False: unknown.
[[nodiscard]] bool applyKind(const QString& as, ImportOptions& options);

} // namespace holdline

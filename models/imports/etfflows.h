// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importoptions.h"
#include "models/imports/importsink.h"
#include "models/imports/table.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace holdline {

/// One row of flows: of one day, a value per fund that reported, and the source's own total where it gives
/// one.
struct EtfRow {
    qint64 line = 0;
    UtcTime date;                                  ///< midnight UTC of the New York date
    std::vector<std::pair<QString, Amount>> flows; ///< fund, plain dollars
    std::optional<Amount> total;
};

/// When a day has its total.
enum class EtfTotals {
    AtOnce,
    /// The newest rows only once every fund that reported in the ten rows before, of the file or as stored,
    /// has a value.
    HoldBackUnfinished,
};

/// Turns rows of one asset into `etf/<asset>/<fund>` and `etf/<asset>/total`. The total is the file's own;
/// where it gives none, the sum of all funds that are stored then. Says so when its own differs from the sum
/// of its funds by more than 0.15 million dollars, and which days had no session in New York; all are kept.
void giveEtfRows(const std::vector<EtfRow>& rows, const QString& asset, EtfTotals totals, ImportSink& sink);

/// `btc` or `eth` by the tickers, what the person said first; empty when nothing tells.
[[nodiscard]] QString assetOfFunds(const QStringList& funds, const ImportOptions& options);
[[nodiscard]] Error unknownAsset();
/// How many of the names are tickers of known funds.
[[nodiscard]] int knownFunds(const std::vector<QByteArray>& names);
/// Whether one of the names can be nothing but a fund's ticker.
[[nodiscard]] bool nameFunds(const std::vector<QByteArray>& names);
/// Whether a header tells nothing but a date, funds and their total.
[[nodiscard]] bool isFundsAndTotal(const std::vector<QByteArray>& names);
[[nodiscard]] bool looksLikeTicker(QByteArrayView name);
/// A fund's ticker in capitals, whatever the file writes; other names stay.
[[nodiscard]] QString fundNamed(const QString& name);

/// Reads the date of a row. A reason when it is none or too late.
[[nodiscard]] QString readEtfDate(QByteArrayView cell, UtcTime now, UtcTime& date);

} // namespace holdline

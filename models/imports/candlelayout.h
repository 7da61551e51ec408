// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/imports/filehead.h"

#include <QString>

#include <optional>
#include <vector>

namespace holdline {

enum class CandleColumn : quint8 {
    Ignored,
    Time,
    Open,
    High,
    Low,
    Close,
    Volume,
    QuoteVolume,
    TakerBuyQuote,
    Trades,
    CloseTime,
    Symbol,
};

/// Where a file of candles keeps what.
struct CandleLayout {
    char separator = ',';
    qint64 firstLine = 1;              ///< physical line of the first row
    std::vector<CandleColumn> columns; ///< one per field

    [[nodiscard]] bool has(CandleColumn column) const;
    [[nodiscard]] bool isComplete() const; ///< has a time, open, high, low and close
};

/// Reads the names of columns, in any order and case; `base` is the symbol whose amounts are volumes, as in
/// `Volume BTC`. Names that it does not know are ignored.
[[nodiscard]] CandleLayout layoutByNames(const std::vector<QByteArray>& names, char separator,
                                         qint64 headerLine);

/// The quote currency at the end of a symbol (`binance:BTCUSDT` → `USDT`), or nothing.
[[nodiscard]] QString quoteCurrency(const QString& instrument);

} // namespace holdline

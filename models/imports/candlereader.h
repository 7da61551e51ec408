// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/candlelayout.h"
#include "models/imports/importfile.h"
#include "models/imports/importoptions.h"
#include "models/imports/importsink.h"

namespace holdline {

/// Reads a file of candles of that layout into `price/<instrument>`. The instrument is the person's, else
/// that of the row's symbol column (made whole with `venue`, when known), else `fileInstrument`. Errors:
/// Usage when nothing tells the instrument, Malformed when a file holds several and one was given.
[[nodiscard]] Result<Done> readCandles(ImportFile& file, const ImportOptions& options, ImportSink& sink,
                                       const CandleLayout& layout, const QString& fileInstrument = {},
                                       const QString& venue = {});

/// `binance:BTCUSDT`, `kraken:BTC/USD`: a symbol as its venue writes it; without a venue the symbol alone.
[[nodiscard]] QString instrumentAt(const QString& venue, const QString& symbol);

} // namespace holdline

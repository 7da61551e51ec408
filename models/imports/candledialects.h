// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Bulk files of data.binance.vision: twelve columns, with a header or without, times in ms or us row by row.
[[nodiscard]] ImportDialect binanceVisionDialect();
/// Files of cryptodatadownload.com: a line with its address, a header, the newest row first.
[[nodiscard]] ImportDialect cryptoDataDownloadDialect();
/// Kraken's archive: time (s), open, high, low, close, volume, count; or with vwap before volume. No header.
[[nodiscard]] ImportDialect krakenDialect();
/// Any table whose header names a time, open, high, low and close; Bitstamp's among them.
[[nodiscard]] ImportDialect candleTableDialect();

} // namespace holdline

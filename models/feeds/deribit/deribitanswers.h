// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"
#include "models/indicators/optionskew.h"

namespace holdline {

/// What an instrument's name tells.
struct DeribitOption {
    OptionKind kind = OptionKind::Call;
    UtcTime expiry;      ///< 08:00 UTC of its date
    double strike = 0.0; ///< USD

    bool operator==(const DeribitOption&) const = default;
};

/// `BTC-25DEC26-100000-C`: currency, date without leading zero, strike, kind. Absent when it is no option on
/// bitcoin that is settled in bitcoin.
[[nodiscard]] std::optional<DeribitOption> deribitOption(std::string_view name);

/// Every option of bitcoin at one time.
struct DeribitChain {
    UtcTime at; ///< when the venue answered
    std::vector<OptionQuote> options;
};

/// Reads `{"jsonrpc":"2.0","result":[{"instrument_name":…,"mark_iv":48.7,…}],"usOut":…}`. `volume_usd` is the
/// volume of 24 hours. `null` is what the venue does not tell; a row without a name that can be read, one
/// that comes twice, and a figure that is no number or below zero are left out with a reject. An answer that
/// does not say when it was made is Rejected; an error within is RateLimited or Refused. `records` is
/// cleared first, and is given the venue's time. Source:
/// https://docs.deribit.com/#public-get_book_summary_by_currency
[[nodiscard]] Reading readDeribitChain(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                       DeribitChain& chain);

/// Values of the volatility index.
struct DeribitVolatility {
    std::vector<DayValue> hours;     ///< by the hour's beginning, oldest first; the close, in per cent a year
    std::optional<UtcTime> at;       ///< when the venue answered
    std::optional<UtcTime> goOnFrom; ///< the answer is not all: again with this end
};

/// Reads `{"result":{"data":[[ms,open,high,low,close],…],"continuation":null},"usOut":…}`. A row that cannot
/// be read, or is not of an hour, is left out with a reject. Otherwise as above. Source:
/// https://docs.deribit.com/#public-get_volatility_index_data
[[nodiscard]] Reading readDeribitVolatility(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                            DeribitVolatility& volatility);

} // namespace holdline

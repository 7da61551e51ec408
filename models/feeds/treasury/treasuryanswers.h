// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

namespace holdline {

/// Bids over what was accepted, by date of auction, oldest first.
struct TreasuryCovers {
    std::vector<DayValue> tenYear;
    std::vector<DayValue> thirtyYear;
};

/// Reads `{"data":[{"auction_date":"2026-11-19","security_type":"Note","security_term":"10-Year",
/// "inflation_index_security":"No","bid_to_cover_ratio":"2.47"},…],"meta":{"total-pages":1}}`. All values are
/// texts; `"null"` is none, as of an auction that is announced. Taken are ten-year notes and thirty-year
/// bonds by the term they are auctioned for, and such as are auctioned again within three months (`9-Year
/// 10-Month`), but none that follows prices. A row that cannot be read is left out with a reject.
/// `{"error":"…","message":"…"}` is Refused. `records` is cleared first.
/// Source: https://fiscaldata.treasury.gov/datasets/treasury-securities-auctions-data
[[nodiscard]] Reading readTreasuryAuctions(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                           TreasuryCovers& covers);

} // namespace holdline

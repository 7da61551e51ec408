// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/reading.h"

#include <QByteArrayView>

#include <map>

namespace holdline {

/// Yields in per cent by years of maturity, each oldest first.
using MofYields = std::map<int, std::vector<DayValue>>;

/// Reads the English table of yields: a title, a line `Date,1Y,2Y,…,40Y`, rows such as `2026/11/2,0.912,…`
/// and perhaps notes; `-` is no value. Columns are told by their headings, and one that is no maturity is
/// left out with a reject, as is a row that cannot be read. Anything else, the Japanese table among it, is
/// Rejected. `records` is cleared first. Source:
/// https://www.mof.go.jp/english/policy/jgbs/reference/interest_rate/index.htm
[[nodiscard]] Reading readMofYields(QByteArrayView bytes, FeedRecords& records, MofYields& yields);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

#include <QString>
#include <QStringList>

namespace holdline {

/// What is asked of a Bitcoin Research Kit server.
struct BitviewQuestion {
    QString name; ///< `utxos_1d_to_1w_old_supply`
    bool isMoney = false;
    UtcTime from = {}; ///< the day whose value must come first
};

/// `/api/series/<name>/day1?start=2026-01-20`, as the server's OpenAPI page has it.
[[nodiscard]] QString bitviewPath(const BitviewQuestion& question);
/// Reads the answer into values by day, in dollars or BTC. The server counts days from 2009-01-01, but its
/// older clients from the first block: a series that does not begin with the day that was asked for is
/// Rejected whole. A value that is no number is passed over with a reject, `null` without. `records` is
/// cleared first.
[[nodiscard]] Reading readBitviewSeries(JsonReader& json, const BitviewQuestion& question,
                                        QByteArrayView bytes, FeedRecords& records,
                                        std::vector<DayValue>& values);

/// `/api/series/search?q=…`
[[nodiscard]] QString bitviewSearchPath(const QString& name);
/// Names that a search gave.
[[nodiscard]] Reading readBitviewNames(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                       QStringList& names);
/// The one that means the same: it has all words of the name and the fewest besides. Empty when there is
/// none, or more than one.
[[nodiscard]] QString bitviewNameLike(const QString& name, const QStringList& names);

} // namespace holdline

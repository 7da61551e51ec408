// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QJsonArray>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// One number, or one word, that a card shows.
struct CardNumber {
    QString row;                         ///< a time (ISO), a date, a band, an id
    QString column;                      ///< `IBIT`, `cost_basis`
    QByteArray value = {};               ///< exact; empty: not known
    QString unit = {};                   ///< `USD`, `BTC`, `pct`; empty when none
    QString source = {};                 ///< with its definition in parentheses, where it has one
    std::optional<UtcTime> at = {};      ///< of the row, where it stands at a time
    std::optional<UtcTime> knownAt = {}; ///< absent where the card does not tell

    bool operator==(const CardNumber&) const = default;
};

using CardNumbers = std::vector<CardNumber>;

/// `card,row,column,value,unit,source,known_at`, a line each, under these names.
[[nodiscard]] QByteArray cardCsv(const QString& card, std::span<const CardNumber> numbers);

/// `[{"row","column","value","unit","source","at","knownAt"}…]`; what is not known is null, what is a number
/// is text, so that no digit is lost.
[[nodiscard]] QJsonArray cardValues(std::span<const CardNumber> numbers);

/// The same as visibleNumbers() writes numbers, for a record: the series is `CARD`, and `CARD/ROW` where a
/// row is more than its time.
[[nodiscard]] QByteArray recordedNumbers(const QString& card, std::span<const CardNumber> numbers);

/// Each source once, in the order in which they come.
[[nodiscard]] QStringList sourcesOf(std::span<const CardNumber> numbers);

} // namespace holdline

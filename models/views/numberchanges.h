// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace holdline {

/// A number that is not what it was.
struct NumberChange {
    QByteArray series; ///< `price/binance:BTCUSDT`
    QByteArray at;     ///< the beginning of its interval, ISO
    QByteArray
        field; ///< its column; `known_at` when all values are the same and this was known at another time
    std::optional<QByteArray> was = {}; ///< as written; absent: there was no such row
    std::optional<QByteArray> is = {};

    bool operator==(const NumberChange&) const = default;
};

/// What differs between two texts of visibleNumbers(), in any order of their rows; by series and time. Of
/// rows that are alike in series, column, interval and source, the n-th that differs is compared with the
/// n-th.
[[nodiscard]] std::vector<NumberChange> numberChanges(const QByteArray& was, const QByteArray& is);

} // namespace holdline

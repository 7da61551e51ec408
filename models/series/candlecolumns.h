// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace holdline {

/// Candles by column, oldest first, all vectors of one length. A reused buffer between the store and a
/// series.
struct CandleColumns {
    std::vector<qint64> time; ///< open time, UTC ms
    std::vector<qint64> open; ///< units of 1e-8 of the quote currency, like high, low, close
    std::vector<qint64> high;
    std::vector<qint64> low;
    std::vector<qint64> close;
    std::vector<double> volume;   ///< base asset; NaN when absent
    std::vector<double> netTaker; ///< quote asset, 2 x taker buy quote - quote volume; NaN when absent

    [[nodiscard]] std::size_t size() const { return time.size(); }
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/store.h"

namespace holdline {

/// Liquidations, equal ones as one row with their number.
class LiquidationRows final {
public:
    explicit LiquidationRows(Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::vector<MergeOutcome>> merge(qint64 series, std::span<const Liquidation> items);
    /// By time, side, price, quantity. One is known from its time on.
    [[nodiscard]] Result<std::vector<Liquidation>> liquidations(qint64 series, TimeRange range,
                                                                std::optional<UtcTime> asOf);
    /// Events without an order between them have no gaps.
    [[nodiscard]] Result<SeriesExtent> extent(const StoredSeries& series);

private:
    struct CountedLiquidation {
        Liquidation item;
        qint64 copies;
    };
    [[nodiscard]] Result<Done>
    forEachTuple(qint64 series, TimeRange range,
                 const std::function<void(const Liquidation&, qint64 copies)>& visit);
    [[nodiscard]] Result<Done> write(qint64 series, std::span<const CountedLiquidation> rows);

    Database& m_database;
};

} // namespace holdline

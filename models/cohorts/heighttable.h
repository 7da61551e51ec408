// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace holdline {

/// A change of what is unspent among the outputs of one block; satoshi and numbers of coins.
struct CoinDelta {
    quint32 height = 0; ///< of the block that made the coins
    qint64 value = 0;
    qint64 count = 0;
    qint64 coinbaseValue = 0; ///< the part of `value` in coinbase outputs

    bool operator==(const CoinDelta&) const = default;
};

/// Sums over all heights.
struct CoinTotals {
    qint64 value = 0; ///< satoshi
    qint64 count = 0;
    qint64 coinbaseValue = 0; ///< satoshi

    bool operator==(const CoinTotals&) const = default;
};

/// What is unspent now, by the height of the block that made it, from genesis to the tip. All columns have
/// the same length; no entry is below zero.
class HeightTable final {
public:
    HeightTable() = default;
    /// Of empty heights.
    explicit HeightTable(std::size_t heights);
    /// Of columns of one length.
    HeightTable(std::vector<qint64> values, std::vector<quint32> counts, std::vector<qint64> coinbaseValues);

    [[nodiscard]] std::size_t heights() const { return m_values.size(); }
    /// Satoshi.
    [[nodiscard]] std::span<const qint64> values() const { return m_values; }
    /// Unspent outputs.
    [[nodiscard]] std::span<const quint32> counts() const { return m_counts; }
    /// The part of the value in coinbase outputs: rewards that never moved.
    [[nodiscard]] std::span<const qint64> coinbaseValues() const { return m_coinbaseValues; }
    /// Kept up to date with every change.
    [[nodiscard]] const CoinTotals& totals() const { return m_totals; }

    void appendHeight();
    /// With what it holds.
    void dropLastHeight();
    /// False when the height is not there, or something would be below zero or too much.
    [[nodiscard]] bool canApply(const CoinDelta& delta) const;
    /// A delta that can be applied.
    void apply(const CoinDelta& delta);

    bool operator==(const HeightTable&) const = default;

private:
    std::vector<qint64> m_values;
    std::vector<quint32> m_counts;
    std::vector<qint64> m_coinbaseValues;
    CoinTotals m_totals;
};

/// Heights [first, end).
struct HeightRange {
    quint32 first = 0;
    quint32 end = 0;

    bool operator==(const HeightRange&) const = default;
};

} // namespace holdline

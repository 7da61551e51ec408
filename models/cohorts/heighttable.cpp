// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/heighttable.h"

#include <limits>

namespace holdline {

HeightTable::HeightTable(std::size_t heights)
    : m_values(heights),
      m_counts(heights),
      m_coinbaseValues(heights)
{
}

HeightTable::HeightTable(std::vector<qint64> values, std::vector<quint32> counts,
                         std::vector<qint64> coinbaseValues)
    : m_values(std::move(values)),
      m_counts(std::move(counts)),
      m_coinbaseValues(std::move(coinbaseValues))
{
    Q_ASSERT(m_counts.size() == m_values.size() && m_coinbaseValues.size() == m_values.size());
    for (std::size_t h = 0; h < m_values.size(); ++h) {
        m_totals.value += m_values[h];
        m_totals.count += m_counts[h];
        m_totals.coinbaseValue += m_coinbaseValues[h];
    }
}

void HeightTable::appendHeight()
{
    m_values.push_back(0);
    m_counts.push_back(0);
    m_coinbaseValues.push_back(0);
}

void HeightTable::dropLastHeight()
{
    m_totals.value -= m_values.back();
    m_totals.count -= m_counts.back();
    m_totals.coinbaseValue -= m_coinbaseValues.back();
    m_values.pop_back();
    m_counts.pop_back();
    m_coinbaseValues.pop_back();
}

bool HeightTable::canApply(const CoinDelta& delta) const
{
    if (delta.height >= m_values.size())
        return false;
    // Compared by subtraction of what is small, so that no sum can overflow.
    const qint64 value = m_values[delta.height];
    const qint64 count = m_counts[delta.height];
    const qint64 coinbase = m_coinbaseValues[delta.height];
    const auto fits = [](qint64 now, qint64 change, qint64 most) {
        return change >= -now && change <= most - now;
    };
    return fits(value, delta.value, std::numeric_limits<qint64>::max()) &&
           fits(count, delta.count, std::numeric_limits<quint32>::max()) &&
           fits(coinbase, delta.coinbaseValue, value + delta.value);
}

void HeightTable::apply(const CoinDelta& delta)
{
    m_values[delta.height] += delta.value;
    m_counts[delta.height] = static_cast<quint32>(m_counts[delta.height] + delta.count);
    m_coinbaseValues[delta.height] += delta.coinbaseValue;
    m_totals.value += delta.value;
    m_totals.count += delta.count;
    m_totals.coinbaseValue += delta.coinbaseValue;
}

} // namespace holdline

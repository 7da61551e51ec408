// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/takerreader.h"

#include "models/views/loading.h"

#include <cmath>

namespace holdline {

TakerReader::TakerReader(Interval interval) : m_interval(interval), m_flow(interval) {}

void TakerReader::append(const CandleColumns& candles)
{
    m_flow.append(candles.time, candles.netTaker);
    noteKnown(candles);
}

void TakerReader::finish()
{
    m_flow.finish();
}

void TakerReader::add(const CandleColumns& candles)
{
    for (std::size_t i = 0; i < candles.size(); ++i)
        m_flow.update(candles.time[i], candles.netTaker[i]);
    noteKnown(candles);
}

bool TakerReader::replace(qint64 openMs, double netTaker)
{
    const UtcTime open = fromMsecs(openMs);
    const bool told = !m_flow.summary({open, open + m_interval.length}).isEmpty();
    m_flow.update(openMs, netTaker);
    return told == !std::isnan(netTaker);
}

void TakerReader::noteKnown(const CandleColumns& candles)
{
    for (std::size_t i = 0; i < candles.size(); ++i) {
        if (!std::isnan(candles.netTaker[i]))
            noteKnown(candles.time[i]);
    }
}

void TakerReader::noteKnown(qint64 openMs)
{
    const UtcTime open = fromMsecs(openMs);
    if (!m_knownUntil)
        m_coverage.push_back({{earliestTime, open}, CoverageState::Never, {}});
    else if (open > *m_knownUntil)
        m_coverage.push_back({{*m_knownUntil, open}, CoverageState::Missing, {}});
    m_knownUntil = open + m_interval.length;
}

void TakerReader::give(LoadedPrice& price) const
{
    if (!m_knownUntil)
        return;
    price.netTaker = std::make_shared<const FlowSeries>(m_flow);
    price.takerCoverage = m_coverage;
    price.takerCoverage.push_back({{*m_knownUntil, latestTime}, CoverageState::Missing, {}});
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/takerreader.h"

#include <cmath>

namespace holdline {

TakerReader::TakerReader(Interval interval)
    : m_interval(interval),
      m_flow(std::make_shared<FlowSeries>(interval))
{
}

void TakerReader::append(const CandleColumns& candles)
{
    m_flow->append(candles.time, candles.netTaker);
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

void TakerReader::finish(LoadedPrice& price)
{
    if (!m_knownUntil)
        return;
    m_coverage.push_back({{*m_knownUntil, latestTime}, CoverageState::Missing, {}});
    m_flow->finish();
    price.netTaker = std::move(m_flow);
    price.takerCoverage = std::move(m_coverage);
}

} // namespace holdline

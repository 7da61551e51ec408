// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/chainwalk.h"

#include "models/cohorts/cohorterror.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

Error deepError()
{
    return cohortError(
        CohortFault::ReorgDeep,
        u"The node has replaced more than %1 blocks that were counted. A new snapshot is needed."_s.arg(
            journalBlocks));
}

} // namespace

ChainWalk::ChainWalk(const ChainState& state, const BlockHash& target) : m_state(state)
{
    look(target);
}

void ChainWalk::look(const BlockHash& hash)
{
    const auto height = m_state.heightOf(hash);
    m_wanted = height ? std::nullopt : std::optional(hash);
    if (!height)
        return;
    m_plan.forkHeight = *height;
    m_plan.disconnects = m_state.tipHeight() - *height;
    m_plan.connects.assign(m_downward.rbegin(), m_downward.rend());
}

Result<Done> ChainWalk::take(const HeaderFacts& header)
{
    if (!m_wanted || header.hash != *m_wanted)
        return cohortError(CohortFault::RpcNotFound, u"The node gave another block than it was asked for."_s);
    m_downward.push_back(header.hash);
    const quint32 lowest = m_state.tipHeight() - static_cast<quint32>(m_state.journal().size());
    if (header.height <= lowest)
        return deepError();
    look(header.previous);
    return Done{};
}

Result<ChainPlan> ChainWalk::plan() const
{
    Q_ASSERT(!m_wanted);
    if (m_plan.disconnects > m_state.journal().size())
        return deepError();
    return m_plan;
}

} // namespace holdline

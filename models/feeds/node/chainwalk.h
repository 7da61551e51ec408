// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"
#include "models/feeds/node/nodefacts.h"

namespace holdline {

/// How a state comes to a block of the node: back to where the chains part, then forward.
struct ChainPlan {
    quint32 forkHeight = 0;          ///< the last block that both have
    quint32 disconnects = 0;         ///< blocks of ours above it
    std::vector<BlockHash> connects; ///< upward from above the fork

    bool operator==(const ChainPlan&) const = default;
};

/// Blocks ahead of our tip that are walked to at once; more of them take several walks.
inline constexpr quint32 walkBlocks = 288;

/// Finds the way by walking back from a block of the node, header by header, until one is ours. Knows no
/// socket; the state may not change meanwhile.
class ChainWalk final {
public:
    ChainWalk(const ChainState& state, const BlockHash& target);

    /// The header that it needs next; absent once there is a plan.
    [[nodiscard]] const std::optional<BlockHash>& wanted() const { return m_wanted; }
    /// Errors: ReorgDeep, when the chains part farther back than ours can go; RpcNotFound when the header is
    /// not the one wanted.
    [[nodiscard]] Result<Done> take(const HeaderFacts& header);
    /// When no header is wanted. Error: ReorgDeep.
    [[nodiscard]] Result<ChainPlan> plan() const;

private:
    void look(const BlockHash& hash);

    const ChainState& m_state;
    std::optional<BlockHash> m_wanted;
    std::vector<BlockHash> m_downward;
    ChainPlan m_plan;
};

} // namespace holdline

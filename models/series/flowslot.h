// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <limits>

namespace holdline {

#pragma pack(push, 4)
/// Several values of a flow merged. Packed, because eight-byte alignment would cost a fifth more memory.
struct FlowNode {
    double sum;
    float least;
    float greatest;
    quint32 count; ///< known ones
};
#pragma pack(pop)

static_assert(sizeof(FlowNode) == 20);

struct FlowTraits {
    using Leaf = float; ///< NaN when unknown
    using Node = FlowNode;

    static constexpr Leaf emptyLeaf() { return std::numeric_limits<float>::quiet_NaN(); }
    static constexpr Node emptyNode()
    {
        return {0, std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(), 0};
    }
    static bool isEmpty(Leaf value) { return std::isnan(value); }
    static Node lift(Leaf value)
    {
        return isEmpty(value) ? emptyNode() : Node{static_cast<double>(value), value, value, 1};
    }
    static Node merge(const Node& a, const Node& b)
    {
        return {a.sum + b.sum, a.least < b.least ? a.least : b.least,
                a.greatest > b.greatest ? a.greatest : b.greatest, a.count + b.count};
    }
};

} // namespace holdline

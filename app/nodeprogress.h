// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

/// How far a talk with a node is.
struct NodeProgress {
    enum class Step {
        Dump,     ///< bytes that the node wrote of its snapshot
        Snapshot, ///< bytes of it that were read
        Headers,
        Blocks, ///< `done` is a height, `total` that of the node
    };
    Step step = Step::Blocks;
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known

    /// `block 5 of 12`, `45 % of the snapshot`.
    [[nodiscard]] QString words() const;
    bool operator==(const NodeProgress&) const = default;
};

} // namespace holdline

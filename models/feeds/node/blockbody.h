// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockscanner.h"
#include "models/feeds/node/nodebody.h"

#include <optional>

namespace holdline {

/// Reads a block while it comes.
class BlockBody final : public NodeBody {
public:
    void begin() override;
    bool take(QByteArrayView piece) override;
    [[nodiscard]] bool end() override;

    /// Once the answer has ended.
    [[nodiscard]] const Result<BlockChange>& block() const { return m_block; }

private:
    BlockScanner m_scanner;
    bool m_hasFailed = false;
    Result<BlockChange> m_block = BlockChange{};
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockchange.h"

#include <memory>

namespace holdline {

/// A refusal in place of an answer.
struct RpcRefusal {
    int code = 0;
    QString message;
};

/// Reads the answer to `getblock <hash> 3`, in pieces of any size and in one pass without a document tree;
/// also the bare block of REST. Envelopes of JSON-RPC 1 and 2; unknown members are passed over. Amounts are
/// read from their digits, up to eight decimals.
/// Errors: RpcNoUndo for an input without what it spends, RpcCut for an answer that ends early, RpcAnswer for
/// one that is no block; for a refusal by its code RpcNotFound, RpcPruned, RpcNoUndo, RpcWarmup, RpcMethod,
/// else RpcAnswer.
/// Source: Bitcoin Core src/rpc/blockchain.cpp, src/core_write.cpp.
class BlockScanner final {
public:
    BlockScanner();
    ~BlockScanner();
    Q_DISABLE_COPY_MOVE(BlockScanner)

    [[nodiscard]] Result<Done> feed(QByteArrayView piece);
    /// After the last piece.
    [[nodiscard]] Result<BlockChange> finish();
    /// What the node said instead of a block, once finished.
    [[nodiscard]] const std::optional<RpcRefusal>& refusal() const;
    /// Ready for another answer.
    void reset();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// All of it at once.
[[nodiscard]] Result<BlockChange> scanBlock(QByteArrayView answer);
/// What a node's refusal means.
[[nodiscard]] Error refusalError(const RpcRefusal& refusal);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/noderun.h"

namespace holdline {

/// What a snapshot costs, before it is asked for.
struct DumpNeed {
    qint64 fileBytes = 0; ///< about; 0: not known for that network
    qint64 freeBytes = 0; ///< that the folder must have
};

/// Main has about 165 million coins (April 2026), 57 bytes each; 64 bytes a coin and 1 GB must be free. Of
/// other networks only the 1 GB is known.
[[nodiscard]] DumpNeed dumpNeed(BitcoinNetwork network);

/// `utxo-main-945486-20260401-120000.dat` in that folder.
[[nodiscard]] QString dumpPath(const QString& folder, const NodeGreeting& node, UtcTime now);

/// Asks the node to write its unspent outputs into a file on this machine, and waits until it is whole: also
/// where the connection ends before, as the node goes on. Progress is the size of the file. Nothing that is
/// cancelled stops the node. Errors: SnapSpace; those of the node.
[[nodiscard]] Result<Done> dumpSnapshot(NodeRun& run, const NodeGreeting& node, const QString& path);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockfile.h"
#include "models/cohorts/undofile.h"
#include "models/foundation/progress.h"

namespace holdline {

/// The folder `blocks` of Bitcoin Core, for what blocks spent. Block files tell by their headers which of
/// them holds which block; what it spent is in the undo file of the same number. Each file is read once, from
/// the last number down as far as is asked, and what it says is held until it was asked for.
class UndoFolder final {
public:
    /// `chain` holds the headers from genesis on; blocks beyond it are not looked for. Errors: UndoAbsent
    /// when it is no such folder; UndoFile.
    [[nodiscard]] static Result<UndoFolder> open(const QString& path, BitcoinNetwork network,
                                                 HeaderChain chain);

    /// What a block of the chain above genesis spent; `created` is empty. Each block is given once, and the
    /// files are read least where heights descend. Errors: UndoAbsent, with the block and the file; UndoFile;
    /// Cancelled.
    [[nodiscard]] Result<BlockChange> blockChange(quint32 height, const Progress& progress);

private:
    UndoFolder(QString path, BitcoinNetwork network, HeaderChain chain);

    [[nodiscard]] Result<Done> findFile(quint32 height, const Progress& progress);
    [[nodiscard]] Result<Done> lookInto(quint32 number);
    [[nodiscard]] Result<Done> readUndo(quint32 number);
    [[nodiscard]] std::optional<quint32> heightOf(const BlockHash& hash) const;
    [[nodiscard]] QString filePath(const char* kind, quint32 number) const;
    [[nodiscard]] Error nowhere(quint32 height) const;

    QString m_path;
    BitcoinNetwork m_network;
    HeaderChain m_chain;
    FileKey m_key{};
    std::vector<quint32> m_byHash;                          ///< heights in the order of their hashes
    std::vector<quint32> m_numbers;                         ///< files not looked into so far, ascending
    std::vector<std::optional<quint32>> m_fileOf;           ///< by height, where it is known
    std::map<quint32, std::vector<UndoCandidate>> m_unread; ///< by file whose undo was not read so far
    std::map<quint32, BlockChange> m_changes;               ///< by height
};

} // namespace holdline

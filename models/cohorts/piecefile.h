// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <optional>

namespace holdline {

/// A file or a named pipe, read from begin to end in pieces. A pipe may have its writer later; waiting for it
/// can be stopped.
class PieceFile final {
public:
    struct Refusal {
        QString reason; ///< as the system says it
        bool isPermission = false;
    };

    explicit PieceFile(const QString& path);
    ~PieceFile();
    Q_DISABLE_COPY_MOVE(PieceFile)

    /// The next piece, valid until the next call; empty at the end, when it cannot be read, and soon after
    /// `cancelled` is set.
    [[nodiscard]] QByteArrayView next(const std::atomic<bool>& cancelled);
    /// Set when it could not be opened or read.
    [[nodiscard]] const std::optional<Refusal>& refusal() const { return m_refusal; }
    /// Bytes; 0 for a pipe.
    [[nodiscard]] qint64 total() const { return m_total; }

private:
    void refuse();

    int m_descriptor = -1;
    qint64 m_total = 0;
    QByteArray m_buffer;
    std::optional<Refusal> m_refusal;
};

} // namespace holdline

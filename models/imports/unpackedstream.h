// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/bytesource.h"
#include "models/imports/unpacker.h"

#include <QSemaphore>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

namespace holdline {

/// One member of a packed file as a stream of chunks that a second thread unpacks ahead.
class UnpackedStream final : public ByteSource {
public:
    UnpackedStream(Unpacker unpacker, std::size_t member, qint64 fileSize);
    ~UnpackedStream() override;

    Result<QByteArrayView> next() override;
    [[nodiscard]] qint64 done() const override { return m_done; }
    [[nodiscard]] qint64 total() const override { return m_fileSize; }

private:
    struct Chunk {
        std::vector<char> bytes;
        Result<qsizetype> size{0};
        qint64 done = 0;
    };
    static constexpr int chunkCount = 4;
    static constexpr std::size_t chunkSize = 1 << 20;

    Unpacker m_unpacker; ///< of the second thread alone
    std::size_t m_member;
    qint64 m_fileSize;
    qint64 m_done = 0;
    std::array<Chunk, chunkCount> m_chunks; ///< a ring: each belongs to one thread at a time
    std::size_t m_reading = 0;
    bool m_holdsChunk = false;
    bool m_isAtEnd = false;
    QSemaphore m_free{chunkCount};
    QSemaphore m_filled;
    std::atomic<bool> m_isStopped = false;
    std::thread m_thread; ///< last, so that all else is there when it starts

    void unpack();
    [[nodiscard]] Result<Done> findMember();
};

} // namespace holdline

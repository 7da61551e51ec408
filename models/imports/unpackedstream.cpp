// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/unpackedstream.h"

namespace holdline {

UnpackedStream::UnpackedStream(Unpacker unpacker, std::size_t member, qint64 fileSize)
    : m_unpacker(std::move(unpacker)),
      m_member(member),
      m_fileSize(fileSize),
      m_thread([this] { unpack(); })
{
}

UnpackedStream::~UnpackedStream()
{
    m_isStopped = true;
    m_free.release();
    m_thread.join();
}

Result<Done> UnpackedStream::findMember()
{
    for (std::size_t i = 0; i <= m_member; ++i) {
        const auto name = m_unpacker.nextMember();
        if (name.hasError())
            return name.error();
        if (!name.value())
            return Error{Error::Kind::Malformed, QStringLiteral("the file is empty")};
    }
    return Done{};
}

void UnpackedStream::unpack()
{
    const auto found = findMember();
    for (std::size_t i = 0; !m_isStopped; i = (i + 1) % chunkCount) {
        m_free.acquire();
        if (m_isStopped)
            return;
        Chunk& chunk = m_chunks[i];
        chunk.bytes.resize(chunkSize);
        chunk.size = found.hasError() ? Result<qsizetype>(found.error()) : m_unpacker.read(chunk.bytes);
        chunk.done = m_unpacker.bytesTaken();
        const bool isLast = chunk.size.hasError() || chunk.size.value() == 0;
        m_filled.release();
        if (isLast)
            return;
    }
}

Result<QByteArrayView> UnpackedStream::next()
{
    if (m_isAtEnd)
        return QByteArrayView{};
    if (m_holdsChunk) {
        m_reading = (m_reading + 1) % chunkCount;
        m_free.release();
    }
    m_filled.acquire();
    m_holdsChunk = true;
    const Chunk& chunk = m_chunks[m_reading];
    m_done = chunk.done;
    m_isAtEnd = chunk.size.hasError() || chunk.size.value() == 0;
    if (chunk.size.hasError())
        return chunk.size.error();
    return QByteArrayView(chunk.bytes.data(), chunk.size.value());
}

} // namespace holdline

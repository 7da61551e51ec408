// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace holdline {

/// Bytes that come in chunks, first to last.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// The next chunk, valid until the next call; empty at the end. Error: Malformed for a damaged archive,
    /// Unavailable for a disk that cannot be read.
    virtual Result<QByteArrayView> next() = 0;
    /// Bytes of the file on disk taken so far and in all, for showing progress.
    [[nodiscard]] virtual qint64 done() const = 0;
    [[nodiscard]] virtual qint64 total() const = 0;

protected:
    ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)
};

/// Bytes that are in memory already, given in chunks of a chosen size.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(QByteArray bytes, qsizetype chunk = 1 << 20)
        : m_bytes(std::move(bytes)),
          m_chunk(chunk)
    {
    }
    Result<QByteArrayView> next() override
    {
        const QByteArrayView rest = QByteArrayView(m_bytes).sliced(m_done);
        const QByteArrayView chunk = rest.first(std::min(m_chunk, rest.size()));
        m_done += chunk.size();
        return chunk;
    }
    [[nodiscard]] qint64 done() const override { return m_done; }
    [[nodiscard]] qint64 total() const override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
    qsizetype m_chunk;
    qsizetype m_done = 0;
};

/// A source whose first chunk can be looked at before it is taken.
class PeekSource final : public ByteSource {
public:
    explicit PeekSource(ByteSource& source) : m_source(source) {}

    /// The first chunk, without a byte order mark of UTF-8.
    Result<QByteArrayView> peek();
    Result<QByteArrayView> next() override;
    [[nodiscard]] qint64 done() const override { return m_source.done(); }
    [[nodiscard]] qint64 total() const override { return m_source.total(); }

private:
    ByteSource& m_source;
    QByteArrayView m_first;
    bool m_hasPeeked = false;
    bool m_hasFirst = false;
};

/// Everything that is left, as one text. Error: Malformed when it is longer than `most` bytes.
[[nodiscard]] Result<QByteArray> readWhole(ByteSource& source, qint64 most);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockhash.h"

#include <QByteArrayView>

namespace holdline {

/// SHA-256 (FIPS 180-4), in pieces of any size. With the processor's own instructions where it has them:
/// Qt's, a tenth as fast, would dominate the reading of headers, undo files and our own state.
class Sha256 final {
public:
    using Digest = std::array<uchar, 32>;

    Sha256();
    void add(QByteArrayView bytes);
    /// Of all that was added; nothing more may be.
    [[nodiscard]] Digest finish();

private:
    std::array<quint32, 8> m_state;
    std::array<uchar, 64> m_block{};
    quint64 m_size = 0;
};

[[nodiscard]] Sha256::Digest sha256(QByteArrayView bytes);
/// SHA-256 of SHA-256, which is how blocks are named.
[[nodiscard]] BlockHash doubleSha256(QByteArrayView bytes);

namespace detail {
/// The two ways to do the same, for tests; `count` blocks of 64 bytes.
void compressPlainly(std::array<quint32, 8>& state, const uchar* blocks, std::size_t count);
[[nodiscard]] bool hasShaInstructions();
void compressByInstructions(std::array<quint32, 8>& state, const uchar* blocks, std::size_t count);
} // namespace detail

} // namespace holdline

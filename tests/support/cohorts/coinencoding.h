// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline::testing {

/// The writing side of Bitcoin Core's numbers (src/serialize.h, src/compressor.cpp), which Holdline itself
/// never needs.
[[nodiscard]] QByteArray varint(quint64 n);
[[nodiscard]] QByteArray compactSize(quint64 n);
[[nodiscard]] quint64 compressedAmount(quint64 satoshi);
/// Little-endian.
[[nodiscard]] QByteArray littleEndian(quint64 n, int bytes);

[[nodiscard]] QByteArray sha256Of(const QByteArray& bytes);
[[nodiscard]] QByteArray doubleSha256Of(const QByteArray& bytes);

} // namespace holdline::testing

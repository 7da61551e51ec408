// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// How the values of one column of a packed day lie in its bytes: value = stored x 10^exponent.
struct ColumnShape {
    quint8 width = 0;       ///< bytes a value: 4, 8 or 16; 0 when every value is absent
    quint8 exponent = 0;    ///< 0..8
    bool hasBitmap = false; ///< a bit a value, set when present, precedes the values when some are absent

    bool operator==(const ColumnShape&) const = default;
};

/// 10^exponent for exponents of 0 to 8.
[[nodiscard]] qint64 powerOfTen(int exponent);

/// Length in bytes of a column of that shape, padded to a multiple of 8.
[[nodiscard]] qsizetype columnBytes(const ColumnShape& shape, qsizetype count);

/// Appends the values to `out`, all of them present, little endian.
[[nodiscard]] ColumnShape packColumn(std::span<const qint64> values, QByteArray& out);
/// The same with absent values and values beyond 64 bits.
[[nodiscard]] ColumnShape packColumn(std::span<const std::optional<Int128>> values, QByteArray& out);

/// Reads a column of at most 8 bytes a value; absent values read as 0. `bytes` has columnBytes(...) of them.
void unpackColumn(const ColumnShape& shape, QByteArrayView bytes, std::span<qint64> out);
/// Reads a column of any width.
void unpackColumn(const ColumnShape& shape, QByteArrayView bytes, std::span<std::optional<Int128>> out);
/// Whether value `index` is present; the shape's width is not 0.
[[nodiscard]] bool isPresent(const ColumnShape& shape, QByteArrayView bytes, qsizetype index);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/store/packedcolumn.h"

#include <array>
#include <cstring>

namespace holdline::packed {

/// How the bytes of a packed day lie, as packedday.h says.
inline constexpr qsizetype columnCount = 8;
inline constexpr qsizetype headerBytes = 24 + columnCount * 4;

enum Column { Open, High, Low, Close, Volume, QuoteVolume, TakerBuyQuote, Trades };

struct Header {
    quint32 count = 0;
    quint32 first = 0;
    quint32 step = 0;
    std::array<ColumnShape, columnCount> shapes = {};
};

/// Where the parts of a day's bytes begin.
struct Layout {
    Header header;
    QByteArrayView times;
    std::array<QByteArrayView, columnCount> columns = {};
};

/// The value that lies at the place, which moves behind it.
template <typename T>
[[nodiscard]] T take(const char*& at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
}

/// Error: Storage, when the bytes are damaged or of a later format.
[[nodiscard]] Result<Layout> readLayout(QByteArrayView bytes);

/// Writes the header and the checksum over bytes that hold the times and columns behind headerBytes.
void writeHeader(const Header& header, QByteArray& bytes);

} // namespace holdline::packed

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packedtail.h"

#include "models/store/packedlayout.h"

#include <array>
#include <cstring>
#include <limits>

namespace holdline {

using namespace packed;

namespace {

using Values = std::array<std::optional<Int128>, columnCount>;

std::optional<Int128> unitsOf(const std::optional<Amount>& amount)
{
    return amount ? std::optional(amount->units) : std::nullopt;
}

Values valuesOf(const Candle& candle)
{
    return {candle.open.units,
            candle.high.units,
            candle.low.units,
            candle.close.units,
            unitsOf(candle.volume),
            unitsOf(candle.quoteVolume),
            unitsOf(candle.takerBuyQuote),
            candle.trades ? std::optional<Int128>(*candle.trades) : std::nullopt};
}

/// The value as the column stores it; absent when it would change the column's shape.
std::optional<qint64> storedAs(const ColumnShape& shape, Int128 value)
{
    if (value < std::numeric_limits<qint64>::min() || value > std::numeric_limits<qint64>::max())
        return std::nullopt;
    const auto word = static_cast<qint64>(value);
    const qint64 scale = powerOfTen(shape.exponent);
    const qint64 stored = word / scale;
    const bool fits = shape.width == 8 || (stored >= std::numeric_limits<qint32>::min() &&
                                           stored <= std::numeric_limits<qint32>::max());
    return stored * scale == word && fits ? std::optional(stored) : std::nullopt;
}

/// Copies a column and puts the value behind its last; false when it does not fit.
bool extend(const ColumnShape& shape, QByteArrayView column, qsizetype count,
            const std::optional<Int128>& value, QByteArray& out)
{
    if (shape.width == 0)
        return !value;
    if (!value || shape.hasBitmap || shape.width == 16)
        return false;
    const auto stored = storedAs(shape, *value);
    if (!stored)
        return false;
    out.append(column.first(count * shape.width));
    out.append(reinterpret_cast<const char*>(&*stored), shape.width);
    out.append((8 - out.size() % 8) % 8, '\0');
    return true;
}

bool follows(const Layout& layout, qint64 day, Interval interval, UtcTime open)
{
    const Header& header = layout.header;
    const UtcTime next = dayStart(day) + Span{header.first} + interval.length * header.count;
    return header.count > 1 && header.step == interval.length.count() && open == next;
}

} // namespace

Result<std::optional<PackedDay>> withCandleAtEnd(qint64 day, Interval interval, QByteArrayView bytes,
                                                 const Candle& candle)
{
    const auto read = readLayout(bytes);
    if (read.hasError())
        return read.error();
    const Layout& layout = read.value();
    if (!follows(layout, day, interval, candle.openTime))
        return std::optional<PackedDay>{};
    PackedDay packed{.count = layout.header.count + 1LL,
                     .first = dayStart(day) + Span{layout.header.first},
                     .last = candle.openTime,
                     .runs = 1,
                     .bytes = {}};
    packed.bytes.reserve(bytes.size() + columnCount * 8);
    packed.bytes.resize(headerBytes);
    const Values values = valuesOf(candle);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!extend(layout.header.shapes[i], layout.columns[i], layout.header.count, values[i], packed.bytes))
            return std::optional<PackedDay>{};
    Header header = layout.header;
    ++header.count;
    writeHeader(header, packed.bytes);
    return std::optional(std::move(packed));
}

} // namespace holdline

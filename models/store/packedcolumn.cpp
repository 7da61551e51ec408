// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packedcolumn.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace holdline {

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "packed columns are copied as they lie in memory");

namespace {

template <int Exponent>
constexpr qint64 power()
{
    qint64 value = 1;
    for (int i = 0; i < Exponent; ++i)
        value *= 10;
    return value;
}

constexpr std::array<qint64, 9> powers{power<0>(), power<1>(), power<2>(), power<3>(), power<4>(),
                                       power<5>(), power<6>(), power<7>(), power<8>()};

qsizetype bitmapBytes(qsizetype count)
{
    return (count + 63) / 64 * 8;
}

/// Constant divisors, so that the compiler needs no division.
template <int Exponent>
int commonExponent(std::span<const qint64> values)
{
    if constexpr (Exponent == 0) {
        return 0;
    } else {
        const bool allDivisible = std::all_of(values.begin(), values.end(),
                                              [](qint64 value) { return value % power<Exponent>() == 0; });
        return allDivisible ? Exponent : commonExponent<Exponent - 1>(values);
    }
}

template <int Exponent, typename Stored>
void writeScaled(std::span<const qint64> values, char* out)
{
    for (const qint64 value : values) {
        const auto stored = static_cast<Stored>(value / power<Exponent>());
        std::memcpy(out, &stored, sizeof stored);
        out += sizeof stored;
    }
}

template <typename Stored>
void writeValues(std::span<const qint64> values, int exponent, char* out)
{
    using Writer = void (*)(std::span<const qint64>, char*);
    static constexpr std::array<Writer, 9> writers{
        writeScaled<0, Stored>, writeScaled<1, Stored>, writeScaled<2, Stored>,
        writeScaled<3, Stored>, writeScaled<4, Stored>, writeScaled<5, Stored>,
        writeScaled<6, Stored>, writeScaled<7, Stored>, writeScaled<8, Stored>};
    writers[static_cast<std::size_t>(exponent)](values, out);
}

char* grow(QByteArray& out, qsizetype by)
{
    const qsizetype before = out.size();
    out.resize(before + by);
    char* const begin = out.data() + before;
    std::memset(begin + by - std::min<qsizetype>(by, 8), 0,
                static_cast<std::size_t>(std::min<qsizetype>(by, 8)));
    return begin;
}

bool fitsHalf(std::span<const qint64> values, qint64 scale)
{
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    return *least / scale >= std::numeric_limits<qint32>::min() &&
           *greatest / scale <= std::numeric_limits<qint32>::max();
}

ColumnShape shapeOf(std::span<const qint64> values)
{
    const int exponent = commonExponent<8>(values);
    const bool isNarrow = fitsHalf(values, powers[static_cast<std::size_t>(exponent)]);
    return {static_cast<quint8>(isNarrow ? 4 : 8), static_cast<quint8>(exponent), false};
}

void writeNarrow(const ColumnShape& shape, std::span<const qint64> values, char* out)
{
    if (shape.width == 4)
        writeValues<qint32>(values, shape.exponent, out);
    else
        writeValues<qint64>(values, shape.exponent, out);
}

void writeBitmap(std::span<const std::optional<Int128>> values, char* out)
{
    for (std::size_t i = 0; i < values.size(); i += 8) {
        quint8 bits = 0;
        for (std::size_t bit = 0; bit < 8 && i + bit < values.size(); ++bit)
            bits |= static_cast<quint8>(values[i + bit].has_value() << bit);
        out[i / 8] = static_cast<char>(bits);
    }
}

bool fitsWord(Int128 value)
{
    return value >= std::numeric_limits<qint64>::min() && value <= std::numeric_limits<qint64>::max();
}

template <typename Stored>
void readValues(const char* in, qint64 scale, std::span<qint64> out)
{
    for (qint64& value : out) {
        Stored stored;
        std::memcpy(&stored, in, sizeof stored);
        value = static_cast<qint64>(stored) * scale;
        in += sizeof stored;
    }
}

Int128 readWide(const ColumnShape& shape, const char* in)
{
    Int128 value = 0;
    qint64 word = 0;
    qint32 half = 0;
    switch (shape.width) {
    case 4:
        std::memcpy(&half, in, sizeof half);
        return static_cast<Int128>(half) * powers[shape.exponent];
    case 8:
        std::memcpy(&word, in, sizeof word);
        return static_cast<Int128>(word) * powers[shape.exponent];
    case 16:
        std::memcpy(&value, in, sizeof value);
    }
    return value;
}

} // namespace

qint64 powerOfTen(int exponent)
{
    return powers[static_cast<std::size_t>(exponent)];
}

qsizetype columnBytes(const ColumnShape& shape, qsizetype count)
{
    const qsizetype bitmap = shape.hasBitmap ? bitmapBytes(count) : 0;
    return bitmap + (count * shape.width + 7) / 8 * 8;
}

ColumnShape packColumn(std::span<const qint64> values, QByteArray& out)
{
    if (values.empty())
        return {};
    const ColumnShape shape = shapeOf(values);
    writeNarrow(shape, values, grow(out, columnBytes(shape, static_cast<qsizetype>(values.size()))));
    return shape;
}

ColumnShape packColumn(std::span<const std::optional<Int128>> values, QByteArray& out)
{
    std::vector<qint64> words(values.size());
    bool fits = true;
    std::size_t present = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Int128 value = values[i].value_or(0);
        present += values[i].has_value();
        fits = fits && fitsWord(value);
        words[i] = static_cast<qint64>(value);
    }
    if (present == 0)
        return {};
    ColumnShape shape = fits ? shapeOf(words) : ColumnShape{16, 0, false};
    shape.hasBitmap = present < values.size();
    const auto count = static_cast<qsizetype>(values.size());
    char* at = grow(out, columnBytes(shape, count));
    if (shape.hasBitmap) {
        std::memset(at, 0, static_cast<std::size_t>(bitmapBytes(count)));
        writeBitmap(values, at);
        at += bitmapBytes(count);
    }
    if (fits) {
        writeNarrow(shape, words, at);
        return shape;
    }
    for (const auto& value : values) {
        const Int128 stored = value.value_or(0);
        std::memcpy(at, &stored, sizeof stored);
        at += sizeof stored;
    }
    return shape;
}

void unpackColumn(const ColumnShape& shape, QByteArrayView bytes, std::span<qint64> out)
{
    const char* const in =
        bytes.data() + (shape.hasBitmap ? bitmapBytes(static_cast<qsizetype>(out.size())) : 0);
    if (shape.width == 4)
        readValues<qint32>(in, powers[shape.exponent], out);
    else if (shape.width == 8)
        readValues<qint64>(in, powers[shape.exponent], out);
    else
        std::fill(out.begin(), out.end(), 0);
}

void unpackColumn(const ColumnShape& shape, QByteArrayView bytes, std::span<std::optional<Int128>> out)
{
    const auto count = static_cast<qsizetype>(out.size());
    const char* in = bytes.data() + (shape.hasBitmap ? bitmapBytes(count) : 0);
    for (qsizetype i = 0; i < count; ++i, in += shape.width) {
        auto& value = out[static_cast<std::size_t>(i)];
        if (shape.width == 0 || !isPresent(shape, bytes, i))
            value.reset();
        else
            value = readWide(shape, in);
    }
}

bool isPresent(const ColumnShape& shape, QByteArrayView bytes, qsizetype index)
{
    return !shape.hasBitmap || ((static_cast<quint8>(bytes[index / 8]) >> (index % 8)) & 1) != 0;
}

} // namespace holdline

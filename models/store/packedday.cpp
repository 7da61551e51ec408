// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packedday.h"

#include "models/store/packedlayout.h"

#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace holdline {

using namespace packed;

namespace {

constexpr qint64 dayMsecs = 86'400'000;

qint64 offsetInDay(qint64 day, UtcTime time)
{
    return toMsecs(time) - day * dayMsecs;
}

/// The step between all open times, or 0 when they must be listed.
quint32 regularStep(Interval interval, std::span<const Candle> candles)
{
    if (candles.size() == 1)
        return 1;
    for (std::size_t i = 1; i < candles.size(); ++i) {
        if (candles[i].openTime - candles[i - 1].openTime != interval.length)
            return 0;
    }
    return static_cast<quint32>(interval.length.count());
}

void packTimes(qint64 day, std::span<const Candle> candles, QByteArray& out)
{
    for (const Candle& candle : candles) {
        const auto offset = static_cast<quint32>(offsetInDay(day, candle.openTime));
        out.append(reinterpret_cast<const char*>(&offset), sizeof offset);
    }
    out.append((8 - out.size() % 8) % 8, '\0');
}

ColumnShape packPrices(std::span<const Candle> candles, Price Candle::*field, QByteArray& out)
{
    std::vector<qint64> units(candles.size());
    for (std::size_t i = 0; i < candles.size(); ++i)
        units[i] = (candles[i].*field).units;
    return packColumn(units, out);
}

ColumnShape packAmounts(std::span<const Candle> candles, std::optional<Amount> Candle::*field,
                        QByteArray& out)
{
    std::vector<std::optional<Int128>> units(candles.size());
    bool isAnyPresent = false;
    for (std::size_t i = 0; i < candles.size(); ++i) {
        if (const auto& amount = candles[i].*field) {
            units[i] = amount->units;
            isAnyPresent = true;
        }
    }
    return isAnyPresent ? packColumn(units, out) : ColumnShape{};
}

ColumnShape packTrades(std::span<const Candle> candles, QByteArray& out)
{
    std::vector<std::optional<Int128>> counts(candles.size());
    bool isAnyPresent = false;
    for (std::size_t i = 0; i < candles.size(); ++i) {
        if (candles[i].trades) {
            counts[i] = *candles[i].trades;
            isAnyPresent = true;
        }
    }
    return isAnyPresent ? packColumn(counts, out) : ColumnShape{};
}

std::array<ColumnShape, columnCount> packColumns(std::span<const Candle> candles, QByteArray& out)
{
    return {packPrices(candles, &Candle::open, out),
            packPrices(candles, &Candle::high, out),
            packPrices(candles, &Candle::low, out),
            packPrices(candles, &Candle::close, out),
            packAmounts(candles, &Candle::volume, out),
            packAmounts(candles, &Candle::quoteVolume, out),
            packAmounts(candles, &Candle::takerBuyQuote, out),
            packTrades(candles, out)};
}

qint64 countRuns(Interval interval, std::span<const Candle> candles)
{
    qint64 runs = 1;
    for (std::size_t i = 1; i < candles.size(); ++i)
        runs += !areNeighbours(interval, candles[i - 1].openTime, candles[i].openTime);
    return runs;
}

void unpackTimes(qint64 day, const Layout& layout, std::span<qint64> out)
{
    const qint64 base = day * dayMsecs;
    if (layout.header.step != 0) {
        const qint64 first = base + layout.header.first;
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = first + static_cast<qint64>(i) * layout.header.step;
        return;
    }
    const char* at = layout.times.data();
    for (qint64& time : out)
        time = base + take<quint32>(at);
}

bool fitsWord(const ColumnShape& shape)
{
    return shape.width != 16;
}

template <typename Stored>
void unpackNarrowVolume(QByteArrayView bytes, quint8 exponent, std::span<double> out)
{
    const qint64 scale = powerOfTen(exponent);
    const char* at = bytes.data();
    for (double& value : out)
        value = static_cast<double>(static_cast<qint64>(take<Stored>(at)) * scale) / 1e8;
}

void unpackVolume(const Layout& layout, std::span<double> out)
{
    const ColumnShape& shape = layout.header.shapes[Volume];
    const QByteArrayView bytes = layout.columns[Volume];
    if (shape.width == 0) {
        std::fill(out.begin(), out.end(), std::numeric_limits<double>::quiet_NaN());
    } else if (shape.width == 4 && !shape.hasBitmap) {
        unpackNarrowVolume<qint32>(bytes, shape.exponent, out);
    } else if (shape.width == 8 && !shape.hasBitmap) {
        unpackNarrowVolume<qint64>(bytes, shape.exponent, out);
    } else {
        std::vector<std::optional<Int128>> units(out.size());
        unpackColumn(shape, bytes, units);
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = units[i] ? Amount{*units[i]}.toDouble() : std::numeric_limits<double>::quiet_NaN();
    }
}

/// Twice a value and a difference still fit 64 bits below this.
constexpr qint64 safeUnits = std::numeric_limits<qint64>::max() / 4;

bool unpackNetTakerFast(const Layout& layout, std::span<double> out)
{
    const ColumnShape& quoteShape = layout.header.shapes[QuoteVolume];
    const ColumnShape& buyShape = layout.header.shapes[TakerBuyQuote];
    if (!fitsWord(quoteShape) || !fitsWord(buyShape) || quoteShape.hasBitmap || buyShape.hasBitmap)
        return false;
    std::vector<qint64> quote(out.size());
    std::vector<qint64> buy(out.size());
    unpackColumn(quoteShape, layout.columns[QuoteVolume], quote);
    unpackColumn(buyShape, layout.columns[TakerBuyQuote], buy);
    bool isSafe = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
        isSafe &= std::abs(quote[i]) < safeUnits && std::abs(buy[i]) < safeUnits;
        out[i] = static_cast<double>(
                     static_cast<qint64>(static_cast<quint64>(buy[i]) * 2 - static_cast<quint64>(quote[i]))) /
                 1e8;
    }
    return isSafe;
}

void unpackNetTaker(const Layout& layout, std::span<double> out)
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    if (layout.header.shapes[QuoteVolume].width == 0 || layout.header.shapes[TakerBuyQuote].width == 0) {
        std::fill(out.begin(), out.end(), unknown);
        return;
    }
    if (unpackNetTakerFast(layout, out))
        return;
    std::vector<std::optional<Int128>> quote(out.size());
    std::vector<std::optional<Int128>> buy(out.size());
    unpackColumn(layout.header.shapes[QuoteVolume], layout.columns[QuoteVolume], quote);
    unpackColumn(layout.header.shapes[TakerBuyQuote], layout.columns[TakerBuyQuote], buy);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = quote[i] && buy[i] ? Amount{*buy[i] * 2 - *quote[i]}.toDouble() : unknown;
}

void unpackPrices(const Layout& layout, Column column, std::span<Candle> candles, Price Candle::*field)
{
    std::vector<qint64> units(candles.size());
    const auto at = static_cast<std::size_t>(column);
    unpackColumn(layout.header.shapes[at], layout.columns[at], units);
    for (std::size_t i = 0; i < candles.size(); ++i)
        (candles[i].*field).units = units[i];
}

template <typename Assign>
void unpackOptional(const Layout& layout, Column column, std::size_t count, const Assign& assign)
{
    const auto at = static_cast<std::size_t>(column);
    const ColumnShape& shape = layout.header.shapes[at];
    if (shape.width == 0)
        return;
    if (fitsWord(shape) && !shape.hasBitmap) {
        std::vector<qint64> words(count);
        unpackColumn(shape, layout.columns[at], words);
        for (std::size_t i = 0; i < count; ++i)
            assign(i, words[i]);
        return;
    }
    std::vector<std::optional<Int128>> units(count);
    unpackColumn(shape, layout.columns[at], units);
    for (std::size_t i = 0; i < count; ++i) {
        if (units[i])
            assign(i, *units[i]);
    }
}

} // namespace

qint64 dayOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

UtcTime dayStart(qint64 day)
{
    return fromMsecs(day * dayMsecs);
}

bool areNeighbours(Interval interval, UtcTime earlier, UtcTime later)
{
    return later - earlier == interval.length ||
           interval.bucketStart(later) - interval.bucketStart(earlier) <= interval.length;
}

PackedDay packDay(qint64 day, Interval interval, std::span<const Candle> candles)
{
    PackedDay packed;
    packed.count = static_cast<qint64>(candles.size());
    packed.first = candles.front().openTime;
    packed.last = candles.back().openTime;
    packed.bytes.reserve(headerBytes + static_cast<qsizetype>(candles.size()) * 48);
    packed.bytes.resize(headerBytes);
    Header header;
    header.count = static_cast<quint32>(candles.size());
    header.first = static_cast<quint32>(offsetInDay(day, packed.first));
    header.step = regularStep(interval, candles);
    packed.runs = header.step != 0 ? 1 : countRuns(interval, candles);
    if (header.step == 0)
        packTimes(day, candles, packed.bytes);
    header.shapes = packColumns(candles, packed.bytes);
    writeHeader(header, packed.bytes);
    return packed;
}

Result<std::vector<Candle>> unpackDay(qint64 day, QByteArrayView bytes)
{
    const auto read = readLayout(bytes);
    if (read.hasError())
        return read.error();
    const Layout& layout = read.value();
    std::vector<Candle> candles(layout.header.count);
    std::vector<qint64> times(candles.size());
    unpackTimes(day, layout, times);
    for (std::size_t i = 0; i < candles.size(); ++i)
        candles[i].openTime = fromMsecs(times[i]);
    unpackPrices(layout, Open, candles, &Candle::open);
    unpackPrices(layout, High, candles, &Candle::high);
    unpackPrices(layout, Low, candles, &Candle::low);
    unpackPrices(layout, Close, candles, &Candle::close);
    const auto amounts = [&](Column column, std::optional<Amount> Candle::*field) {
        unpackOptional(layout, column, candles.size(),
                       [&](std::size_t i, Int128 units) { candles[i].*field = Amount{units}; });
    };
    amounts(Volume, &Candle::volume);
    amounts(QuoteVolume, &Candle::quoteVolume);
    amounts(TakerBuyQuote, &Candle::takerBuyQuote);
    unpackOptional(layout, Trades, candles.size(),
                   [&](std::size_t i, Int128 units) { candles[i].trades = static_cast<qint64>(units); });
    return candles;
}

Result<Done> unpackDay(qint64 day, QByteArrayView bytes, CandleColumns& out)
{
    const auto read = readLayout(bytes);
    if (read.hasError())
        return read.error();
    const Layout& layout = read.value();
    const std::size_t count = layout.header.count;
    for (auto* column : {&out.time, &out.open, &out.high, &out.low, &out.close})
        column->resize(count);
    out.volume.resize(count);
    out.netTaker.resize(count);
    unpackTimes(day, layout, out.time);
    unpackColumn(layout.header.shapes[Open], layout.columns[Open], out.open);
    unpackColumn(layout.header.shapes[High], layout.columns[High], out.high);
    unpackColumn(layout.header.shapes[Low], layout.columns[Low], out.low);
    unpackColumn(layout.header.shapes[Close], layout.columns[Close], out.close);
    unpackVolume(layout, out.volume);
    unpackNetTaker(layout, out.netTaker);
    return Done{};
}

} // namespace holdline

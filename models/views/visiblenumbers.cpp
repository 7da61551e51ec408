// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/exportdocument.h"

#include <algorithm>

namespace holdline {

namespace {

/// One series being written.
class NumberLines final {
public:
    NumberLines(QByteArray& out, const Provenance& provenance)
        : m_out(out),
          m_series(quoted(provenance.series)),
          m_source(quoted(provenance.source))
    {
    }
    void add(QByteArrayView column, UtcTime from, UtcTime to, const QByteArray& value, UtcTime knownAt)
    {
        m_out += m_series + ',' + column.toByteArray() + ',' + toIso(from).toLatin1() + ',' +
                 toIso(to).toLatin1() + ',' + value + ',' + toIso(knownAt).toLatin1() + ',' + m_source + '\n';
    }

private:
    static QByteArray quoted(const QString& text)
    {
        QByteArray bytes = text.toUtf8();
        if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n'))
            return bytes;
        return '"' + bytes.replace("\"", "\"\"") + '"';
    }
    QByteArray& m_out;
    QByteArray m_series;
    QByteArray m_source;
};

/// Absent only when no candle has it, as in a query.
template <typename Number>
void addUp(std::optional<Number>& sum, const std::optional<Number>& part)
{
    if (part)
        sum = sum ? *sum + *part : *part;
}

std::vector<Candle> merged(const std::vector<Candle>& candles, Interval interval)
{
    std::vector<Candle> result;
    for (const Candle& candle : candles) {
        const UtcTime start = interval.bucketStart(candle.openTime);
        if (result.empty() || result.back().openTime != start) {
            result.push_back(candle);
            result.back().openTime = start;
            continue;
        }
        Candle& whole = result.back();
        whole.high = std::max(whole.high, candle.high);
        whole.low = std::min(whole.low, candle.low);
        whole.close = candle.close;
        addUp(whole.volume, candle.volume);
        addUp(whole.quoteVolume, candle.quoteVolume);
        addUp(whole.takerBuyQuote, candle.takerBuyQuote);
        addUp(whole.trades, candle.trades);
    }
    return result;
}

void writeCandle(NumberLines& lines, const Candle& candle, Interval interval)
{
    const UtcTime to = interval.next(candle.openTime);
    const auto add = [&](QByteArrayView column, const QByteArray& value) {
        lines.add(column, candle.openTime, to, value, to);
    };
    const auto addAmount = [&](QByteArrayView column, const std::optional<Amount>& amount) {
        add(column, amount ? amount->toText() : QByteArray());
    };
    add("open", candle.open.toText());
    add("high", candle.high.toText());
    add("low", candle.low.toText());
    add("close", candle.close.toText());
    addAmount("volume", candle.volume);
    addAmount("quote_volume", candle.quoteVolume);
    addAmount("taker_buy_quote", candle.takerBuyQuote);
    add("trades", candle.trades ? QByteArray::number(*candle.trades) : QByteArray());
}

Result<Done> writeCandles(Store& store, const StoredSeries& series, const View& view, const ViewData& data,
                          NumberLines& lines)
{
    const Interval finest = data.candles->interval();
    const Interval drawn = std::max(finest, view.interval);
    TimeRange range{drawn.bucketStart(view.range.from), view.range.to};
    if (view.asOf)
        range.to = std::min(range.to, *view.asOf - finest.length + Span{1});
    const auto candles = store.candles(series.id, finest, range, view.asOf);
    if (candles.hasError())
        return candles.error();
    for (const Candle& candle : merged(candles.value(), drawn))
        writeCandle(lines, candle, drawn);
    return Done{};
}

/// Samples that overlap the visible range.
Result<Done> writeSamples(Store& store, const StoredSeries& series, const View& view, NumberLines& lines)
{
    const auto samples =
        store.samples(series.id, {view.range.from - std::chrono::hours{24 * 31}, view.range.to}, view.asOf);
    if (samples.hasError())
        return samples.error();
    for (const Sample& sample : samples.value())
        if (sample.to > view.range.from && (!view.asOf || sample.knownAt <= *view.asOf))
            lines.add(series.key.column.toUtf8(), sample.from, sample.to, sample.value.toText(),
                      sample.knownAt);
    return Done{};
}

Result<Done> writeLiquidations(Store& store, const StoredSeries& series, const View& view, NumberLines& lines)
{
    const auto orders = store.liquidations(series.id, view.range, view.asOf);
    if (orders.hasError())
        return orders.error();
    for (const Liquidation& order : orders.value())
        lines.add(order.side == PositionSide::Long ? "long_usd" : "short_usd", order.time, order.time,
                  order.usd.toText(), order.time);
    return Done{};
}

Result<Done> writeSeries(Store& store, const StoredSeries& series, const View& view, const ViewData& data,
                         NumberLines& lines)
{
    switch (series.kind) {
    case SeriesKind::Candles:
        return writeCandles(store, series, view, data, lines);
    case SeriesKind::Samples:
        return writeSamples(store, series, view, lines);
    case SeriesKind::Liquidations:
        return writeLiquidations(store, series, view, lines);
    case SeriesKind::Events:
        break;
    }
    return Done{};
}

/// The price first, then pane by pane, each once.
std::vector<Provenance> shownSeries(const View& view, const ViewData& data)
{
    std::vector<Provenance> shown;
    const auto add = [&](const Provenance& provenance) {
        if (std::find(shown.begin(), shown.end(), provenance) == shown.end())
            shown.push_back(provenance);
    };
    for (const Provenance& provenance : data.provenance)
        if (provenance.series.startsWith(QStringLiteral("price/")))
            add(provenance);
    for (const PaneSpec& spec : view.panes)
        for (const PaneData& pane : data.panes)
            if (pane.kind == spec.kind)
                std::for_each(pane.provenance.begin(), pane.provenance.end(), add);
    return shown;
}

} // namespace

Result<QByteArray> visibleNumbers(Store& store, const View& view, const ViewData& data)
{
    QByteArray out = "series,column,time,to,value,known_at,source\n";
    for (const Provenance& provenance : shownSeries(view, data)) {
        const auto stored = store.find(provenance.series);
        if (stored.hasError())
            return stored.error();
        NumberLines lines(out, provenance);
        for (const StoredSeries& series : stored.value()) {
            const bool isShown =
                series.key.source == provenance.source && series.key.definition == provenance.definition;
            if (!isShown)
                continue;
            if (const auto done = writeSeries(store, series, view, data, lines); done.hasError())
                return done.error();
        }
    }
    return out;
}

} // namespace holdline

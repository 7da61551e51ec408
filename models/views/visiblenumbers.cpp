// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candlequery.h"
#include "models/views/coarsefill.h"
#include "models/views/exportdocument.h"

#include <algorithm>
#include <cmath>

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

/// When each drawn candle became known: at its end; before it, where what was known then is all that there is
/// of it, at the last finest close; later, where a part was corrected.
class KnownTimes final {
public:
    KnownTimes(const View& view, const ViewData& data, Interval drawn, std::vector<CandleRevision> revisions)
        : m_asOf(view.asOf),
          m_finest(data.candles->interval()),
          m_drawn(drawn),
          m_revisions(std::move(revisions))
    {
    }
    [[nodiscard]] UtcTime of(UtcTime open) const
    {
        const UtcTime to = m_drawn.next(open);
        UtcTime known = m_asOf && *m_asOf < to ? m_finest.bucketStart(*m_asOf) : to;
        auto next = std::lower_bound(
            m_revisions.begin(), m_revisions.end(), open,
            [](const CandleRevision& revision, UtcTime time) { return revision.openTime < time; });
        for (; next != m_revisions.end() && next->openTime < to; ++next)
            known = std::max(known, next->revisedAt);
        return known;
    }

private:
    std::optional<UtcTime> m_asOf;
    Interval m_finest;
    Interval m_drawn;
    std::vector<CandleRevision> m_revisions; ///< by open time
};

void writeCandle(NumberLines& lines, const Candle& candle, Interval interval, UtcTime knownAt)
{
    const UtcTime to = interval.next(candle.openTime);
    const auto add = [&](QByteArrayView column, const QByteArray& value) {
        lines.add(column, candle.openTime, to, value, knownAt);
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

/// Visits the candles of a series as they are drawn, each with the time from which it was known.
using DrawnVisitor = std::function<void(const Candle& candle, Interval interval, UtcTime knownAt)>;
Result<Done> visitDrawn(Store& store, const StoredSeries& series, const View& view, const ViewData& data,
                        const DrawnVisitor& visit)
{
    const Interval drawn = std::max(data.candles->interval(), view.interval);
    const SeriesQuestion question{.name = series.key.name,
                                  .range = {drawn.bucketStart(view.range.from), view.range.to},
                                  .interval = drawn,
                                  .asOf = view.asOf};
    const auto revisions =
        revisionsShown(store, series.id, data.candles->interval(), data.coarse, question.range, view.asOf);
    if (revisions.hasError())
        return revisions.error();
    const KnownTimes known(view, data, drawn, revisions.value());
    const SeriesSelection alone{.series = {series}, .notes = {}};
    const auto answer =
        visitCandles(store, alone, question, [&](Interval interval, std::span<const Candle> candles) {
            for (const Candle& candle : candles)
                visit(candle, interval, known.of(candle.openTime));
            return true;
        });
    if (answer.hasError())
        return answer.error();
    return Done{};
}

Result<Done> writeCandles(Store& store, const StoredSeries& series, const View& view, const ViewData& data,
                          NumberLines& lines)
{
    return visitDrawn(store, series, view, data,
                      [&](const Candle& candle, Interval interval, UtcTime knownAt) {
                          writeCandle(lines, candle, interval, knownAt);
                      });
}

/// Net taker volume that is not stored but comes with the candles.
Result<Done> writeTaker(Store& store, const StoredSeries& prices, const View& view, const ViewData& data,
                        NumberLines& lines)
{
    return visitDrawn(
        store, prices, view, data, [&](const Candle& candle, Interval interval, UtcTime knownAt) {
            if (const auto net = netTaker(candle))
                lines.add("value", candle.openTime, interval.next(candle.openTime), net->toText(), knownAt);
        });
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

/// The stored series behind what is shown under a name: net taker volume may come out of candles.
Result<std::vector<StoredSeries>> storedBehind(Store& store, const Provenance& provenance)
{
    auto stored = store.find(provenance.series);
    const QString taker = QStringLiteral("taker/");
    if (stored.hasError() || !stored.value().empty() || !provenance.series.startsWith(taker))
        return stored;
    return store.find(QStringLiteral("price/") + provenance.series.mid(taker.size()));
}

/// The drawn values of a line that is computed and not stored; null when it is none.
const SampleSeries* computedLine(const ViewData& data, const Provenance& provenance)
{
    for (const PaneData& pane : data.panes)
        for (std::size_t i = 0; i < pane.names.size(); ++i)
            if (pane.provenance[i] == provenance)
                return pane.samples[i].get();
    return nullptr;
}

void writeComputed(const SampleSeries& line, const View& view, NumberLines& lines)
{
    for (const SamplePoint& point : line.visible(view.range))
        if (point.toMs > toMsecs(view.range.from) && !std::isnan(point.value))
            lines.add("value", fromMsecs(point.fromMs), fromMsecs(point.toMs),
                      Amount::fromDouble(point.value).toText(), fromMsecs(point.knownMs));
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
        const auto stored = storedBehind(store, provenance);
        if (stored.hasError())
            return stored.error();
        NumberLines lines(out, provenance);
        const SampleSeries* const computed =
            stored.value().empty() ? computedLine(data, provenance) : nullptr;
        if (computed)
            writeComputed(*computed, view, lines);
        for (const StoredSeries& series : stored.value()) {
            const bool isDerived = series.key.name != provenance.series;
            const bool isShown = series.key.source == provenance.source &&
                                 (isDerived || series.key.definition == provenance.definition);
            if (!isShown)
                continue;
            const auto done = isDerived ? writeTaker(store, series, view, data, lines)
                                        : writeSeries(store, series, view, data, lines);
            if (done.hasError())
                return done.error();
        }
    }
    return out;
}

} // namespace holdline

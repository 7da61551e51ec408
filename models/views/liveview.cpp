// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/liveview.h"

#include "models/views/instrumentname.h"
#include "models/views/liquidationloader.h"
#include "models/views/liveholes.h"
#include "models/views/panestreams.h"
#include "models/views/viewmarks.h"

#include <algorithm>

namespace holdline {

namespace {

/// Levels are judged on closes of an hour.
bool endsJudged(UtcTime end)
{
    return oneHour.bucketStart(end) == end;
}

UtcTime endOfMinute(UtcTime time)
{
    return oneMinute.next(oneMinute.bucketStart(time - Span{1}));
}

/// An outage that lasts is told with all news; it is shown by whole minutes.
bool isSameOutage(const std::vector<Coverage>& entries, const Coverage& entry)
{
    return entry.state == CoverageState::Missing && !entries.empty() &&
           entries.back().state == CoverageState::Missing && entries.back().range.from == entry.range.from &&
           entry.range.to >= entries.back().range.to &&
           endOfMinute(entry.range.to) == endOfMinute(entries.back().range.to);
}

template <typename Series>
std::shared_ptr<const Series> frozen(const std::shared_ptr<const Series>& series)
{
    return series ? std::make_shared<const Series>(*series) : nullptr;
}

const QString takerKind = QStringLiteral("taker");
const QString forcedKind = QStringLiteral("liquidations");

} // namespace

LiveView::LiveView(const View& view, const ViewData& loaded)
{
    take(view, loaded);
}

void LiveView::reload(const View& view, const ViewData& loaded)
{
    const auto candles = std::exchange(m_candles, std::nullopt);
    const auto sums = std::exchange(m_sums, std::nullopt);
    const bool isSame = m_data->instrument == loaded.instrument;
    take(view, loaded);
    if (isSame && candles && m_candles)
        for (const LiveCandle& candle : candles->cameFrom(m_candles->closed()->range().to))
            putCandle(candle);
    m_change.wantsReload = false;
    if (isSame && sums && !m_sums)
        makeSums();
    if (isSame && sums)
        m_sums->keepNewer(*sums);
    showSums();
    changed(true);
}

void LiveView::take(const View& view, const ViewData& loaded)
{
    m_view = view;
    m_data = std::make_shared<ViewData>(loaded);
    m_knownAt = loaded.asOf;
    m_hasTaker = false;
    takeCandles(loaded);
    if (PaneData* const forced = pane(forcedKind)) {
        if (forced->flows.size() == 2)
            m_sums.emplace(*forced->flows[0], *forced->flows[1]);
        m_unknownSums = forced->streams.empty() ? forced->coverage : unknownToAll(forced->streams);
    }
    showSums();
}

void LiveView::takeCandles(const ViewData& loaded)
{
    if (!loaded.candles || loaded.candles->interval() != oneMinute || loaded.candles->candleCount() == 0)
        return;
    const PaneData* const taker = pane(takerKind);
    m_hasTaker = taker && taker->samples.empty() && taker->flows.size() == 1;
    m_candles.emplace(*loaded.candles, m_hasTaker ? taker->flows[0].get() : nullptr);
    const UtcTime end = loaded.candles->range().to;
    m_unknownPrice = holesBefore(loaded.priceCoverage, end);
    m_takerEnd = end;
    if (taker && m_hasTaker) {
        if (!taker->coverage.empty() && taker->coverage.back().range.to >= end)
            m_takerEnd = taker->coverage.back().range.from;
        m_unknownTaker = holesBefore(taker->coverage, m_takerEnd);
        pane(takerKind)->flows = {m_candles->drawnTaker()};
    }
    m_data->candles = m_candles->drawn();
}

PaneData* LiveView::pane(const QString& kind)
{
    const auto found = std::find_if(m_data->panes.begin(), m_data->panes.end(),
                                    [&](const PaneData& candidate) { return candidate.kind == kind; });
    return found == m_data->panes.end() ? nullptr : &*found;
}

void LiveView::changed(bool isWhole)
{
    m_change.isAny = true;
    m_change.isWhole = m_change.isWhole || isWhole;
}

LiveChange LiveView::takeChange()
{
    return std::exchange(m_change, {});
}

void LiveView::setMarks(const std::vector<Mark>& marks)
{
    holdline::setMarks(*m_data, marks, m_view.asOf);
    changed(true);
}

void LiveView::apply(const LiveNews& news)
{
    for (const LiveCandle& candle : news.candles)
        if (candle.instrument == m_data->instrument)
            putCandle(candle);
    for (const LiveCoverage& entry : news.coverage)
        putEntry(entry);
    for (const LiveLiquidations& orders : news.liquidations)
        putOrders(orders);
    if (news.hasGrownBack)
        m_change.wantsReload = true;
}

void LiveView::putCandle(const LiveCandle& news)
{
    if (!m_candles) {
        m_change.wantsReload = m_change.wantsReload || news.isClosed;
        return;
    }
    const UtcTime endBefore = m_candles->drawn()->range().to;
    const LiveCandles::Effect effect = m_candles->put(news);
    if (effect == LiveCandles::Effect::None)
        return;
    const UtcTime end = news.candle.openTime + oneMinute.length;
    const bool holesChanged = growKnown(m_unknownPrice, endBefore, {news.candle.openTime, end});
    changed(effect == LiveCandles::Effect::Older || end > endBefore + oneMinute.length);
    noteCandle(news);
    if (holesChanged)
        trimCoverage();
}

void LiveView::noteCandle(const LiveCandle& news)
{
    const UtcTime end = news.candle.openTime + oneMinute.length;
    m_data->lastClose = m_candles->drawn()->range().to;
    m_data->lastPrice = m_candles->drawn()->closeAt(*m_data->lastClose);
    if (netTaker(news.candle))
        noteTaker({news.candle.openTime, end}, news.isClosed);
    if (news.isClosed) {
        m_knownAt = std::max(m_knownAt, end);
        m_change.wantsReload = m_change.wantsReload || (endsJudged(end) && !m_data->levels.empty());
    }
    know(end);
}

void LiveView::noteTaker(TimeRange known, bool isClosed)
{
    const PaneData* const taker = pane(takerKind);
    if (!taker)
        return;
    if (!m_hasTaker) {
        const bool isEmpty = taker->flows.empty() && taker->samples.empty();
        m_change.wantsReload = m_change.wantsReload || (isClosed && isEmpty);
        return;
    }
    const bool holesChanged = growKnown(m_unknownTaker, m_takerEnd, known);
    m_takerEnd = std::max(m_takerEnd, known.to);
    if (holesChanged)
        trimCoverage();
}

void LiveView::putOrders(const LiveLiquidations& news)
{
    PaneStream* const stream = streamOf(news.series);
    if (!stream || stream->isSummed || news.items.empty())
        return;
    if (!m_sums)
        makeSums();
    const UtcTime recent = m_sums->end() - 2 * m_sums->step().length;
    m_sums->add(news.items);
    const auto [oldest, latest] = std::ranges::minmax(news.items, {}, &Liquidation::time);
    changed(oldest.time < recent);
    m_knownAt = std::max(m_knownAt, latest.time);
    know(m_knownAt);
}

void LiveView::putEntry(const LiveCoverage& news)
{
    PaneStream* const stream = streamOf(news.series);
    if (!stream || isSameOutage(stream->entries, news.entry))
        return;
    if (!m_sums)
        makeSums();
    const bool isGrowth = putCoverage(*stream, news.entry);
    const bool isBehind = news.entry.range.to + 2 * oneMinute.length < m_data->asOf;
    changed(!isGrowth || isBehind);
    const bool isKnown =
        news.entry.state == CoverageState::Known || news.entry.state == CoverageState::Sampled;
    if (isKnown)
        m_knownAt = std::max(m_knownAt, news.entry.range.to);
    if (!isGrowth) {
        PaneData& forced = *pane(forcedKind);
        m_unknownSums = unknownToAll(forced.streams);
        forced.note = liquidationNote(forced);
        trimCoverage();
    }
    know(m_knownAt);
}

PaneStream* LiveView::streamOf(const QString& series)
{
    PaneData* const forced = pane(forcedKind);
    const QStringList parts = series.split(QLatin1Char('/'));
    const QString base = instrumentName(m_data->instrument).base;
    const QString asset = parts.size() == 3 ? parts[2].toUpper() : QStringLiteral("BTC");
    if (!forced || parts.size() < 2 || parts[0] != forcedKind || parts[1] == QStringLiteral("all") ||
        asset != base)
        return nullptr;
    auto& streams = forced->streams;
    const auto known = std::find_if(streams.begin(), streams.end(),
                                    [&](const PaneStream& stream) { return stream.series == series; });
    if (known != streams.end())
        return &*known;
    changed(true);
    streams.push_back({.series = series, .title = instrumentName(parts[1] + QLatin1Char(':')).venue});
    return &streams.back();
}

void LiveView::makeSums()
{
    const FlowSeries none(oneMinute);
    m_sums.emplace(none, none);
    pane(forcedKind)->emptySentence.clear();
    m_unknownSums = unknownToAll(pane(forcedKind)->streams);
    showSums();
    changed(true);
}

void LiveView::showSums()
{
    PaneData* const forced = pane(forcedKind);
    if (forced && m_sums)
        forced->flows = {m_sums->flow(0), m_sums->flow(1)};
}

/// Time goes on by whole minutes, so that the ground of the future does not move with every word.
void LiveView::know(UtcTime time)
{
    const UtcTime now = endOfMinute(time);
    if (now <= m_data->asOf)
        return;
    m_data->asOf = now;
    if (m_sums)
        m_sums->reachTo(now - Span{1});
    changed(false);
    trimCoverage();
}

void LiveView::trimCoverage()
{
    const UtcTime now = m_data->asOf;
    const auto set = [&](std::vector<Coverage>& shown, std::vector<Coverage> coverage) {
        if (shown == coverage)
            return;
        shown = std::move(coverage);
        changed(true);
    };
    if (m_candles)
        set(m_data->priceCoverage, upTo(now, m_unknownPrice, *m_data->lastClose + m_view.interval.length));
    if (PaneData* const taker = pane(takerKind); taker && m_hasTaker)
        set(taker->coverage, upTo(now, m_unknownTaker, m_takerEnd + m_view.interval.length));
    if (PaneData* const forced = pane(forcedKind); forced && m_sums)
        set(forced->coverage, upTo(now, m_unknownSums, now));
}

std::shared_ptr<const ViewData> LiveView::snapshot() const
{
    auto data = std::make_shared<ViewData>(*m_data);
    data->asOf = m_knownAt;
    for (PaneData& pane : data->panes) {
        for (auto& flow : pane.flows)
            flow = frozen(m_hasTaker && pane.kind == takerKind ? m_candles->closedTaker() : flow);
        pane.coverage = upTo(m_knownAt, pane.coverage, m_knownAt);
    }
    if (!m_candles)
        return data;
    data->candles = frozen(m_candles->closed());
    data->lastClose = data->candles->range().to;
    data->lastPrice = data->candles->closeAt(*data->lastClose);
    data->priceCoverage = upTo(m_knownAt, m_unknownPrice, *data->lastClose + m_view.interval.length);
    return data;
}

} // namespace holdline

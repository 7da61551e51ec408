// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/syntheticdata.h"

#include <cmath>
#include <random>

namespace holdline::bench {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 1440 * minuteMs;
constexpr qint64 cent = 1'000'000; ///< in units of 1e-8

/// Standard distributions differ between libraries; these do not.
class Chance final {
public:
    explicit Chance(quint64 seed) : m_engine(seed) {}
    /// Evenly in [0, 1).
    double share() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }
    /// About zero, of spread one.
    double bell() { return (share() + share() + share() + share() - 2) * 1.732; }

private:
    std::mt19937_64 m_engine;
};

qint64 priceOf(double logarithm)
{
    return static_cast<qint64>(std::exp(logarithm) * 100) * cent;
}

std::shared_ptr<SampleSeries> dailySamples(qint64 minutes, quint64 seed, double size, bool isSigned)
{
    Chance chance(seed);
    std::vector<SamplePoint> points;
    for (qint64 at = firstMinuteMs; at < firstMinuteMs + minutes * minuteMs; at += dayMs)
        points.push_back({at, at + dayMs, at + dayMs, size * (isSigned ? chance.bell() : chance.share())});
    return std::make_shared<SampleSeries>(std::move(points));
}

PaneData pane(const char* kind, const char* title)
{
    PaneData data;
    data.kind = QString::fromLatin1(kind);
    data.title = QString::fromLatin1(title);
    data.unit = QStringLiteral("USD");
    return data;
}

Event eventAt(qint64 number, qint64 timeMs)
{
    Event event;
    event.id = QStringLiteral("event-%1").arg(number);
    event.time = fromMsecs(timeMs);
    event.knownAt = event.time;
    event.title = QStringLiteral("Auction %1").arg(number);
    return event;
}

} // namespace

void syntheticMinutes(qint64 count, const std::function<void(const CandleColumns&)>& visit)
{
    Chance chance(20'260'121);
    const double mean = std::log(60'000.0);
    double last = mean;
    CandleColumns day;
    for (qint64 i = 0; i < count; ++i) {
        const double close = last + 0.001 * chance.bell() + 2e-6 * (mean - last);
        day.time.push_back(firstMinuteMs + i * minuteMs);
        day.open.push_back(priceOf(last));
        day.high.push_back(priceOf(std::max(last, close) + 0.0006 * std::abs(chance.bell())));
        day.low.push_back(priceOf(std::min(last, close) - 0.0006 * std::abs(chance.bell())));
        day.close.push_back(priceOf(close));
        day.volume.push_back(5 + 50 * chance.share());
        day.netTaker.push_back(2e6 * chance.bell());
        last = close;
        if (day.size() == 1440 || i + 1 == count) {
            visit(day);
            day = {};
        }
    }
}

ViewData syntheticData(qint64 minutes)
{
    ViewData data;
    data.instrument = QStringLiteral("binance:BTCUSDT");
    data.instrumentTitle = QStringLiteral("BTC-USDT");
    data.venueTitle = QStringLiteral("Binance spot");
    const auto candles = std::make_shared<CandleSeries>(oneMinute);
    const auto taker = std::make_shared<FlowSeries>(oneMinute);
    const auto longs = std::make_shared<FlowSeries>(oneMinute);
    const auto shorts = std::make_shared<FlowSeries>(oneMinute);
    syntheticMinutes(minutes, [&](const CandleColumns& day) {
        candles->append(day);
        for (std::size_t i = 0; i < day.size(); ++i) {
            taker->append(day.time[i], day.netTaker[i]);
            longs->append(day.time[i], std::max(0.0, -day.netTaker[i]) / 50);
            shorts->append(day.time[i], std::max(0.0, day.netTaker[i]) / 50);
        }
    });
    candles->finish();
    for (const auto& flow : {taker, longs, shorts})
        flow->finish();
    data.candles = candles;
    data.lastClose = candles->range().to;
    data.lastPrice = candles->summary(candles->range()).close;
    data.asOf = candles->range().to;
    data.panes = {pane("liquidations", "Liquidations"), pane("taker", "Net taker volume"),
                  pane("deposits", "Exchange deposits"), pane("etf", "ETF net flow")};
    data.panes[0].flows = {longs, shorts};
    data.panes[1].flows = {taker};
    data.panes[1].threshold = -300e6;
    data.panes[2].samples = {dailySamples(minutes, 2, 3e9, false)};
    data.panes[3].samples = {dailySamples(minutes, 3, 5e8, true)};
    for (qint64 i = 0; i < 40; ++i)
        data.events.push_back(eventAt(i, toMsecs(data.asOf) - (40 - i) * 3 * 60 * minuteMs));
    addLevels(data, 3);
    return data;
}

void addLevels(ViewData& data, int count)
{
    for (int i = 0; i < count; ++i) {
        LevelData level;
        const double price = *data.lastPrice * (0.995 + 0.01 * i / std::max(1, count));
        level.level.id = QStringLiteral("level-%1").arg(data.levels.size());
        level.level.name = QStringLiteral("Level %1").arg(data.levels.size());
        level.level.instrument = data.instrument;
        level.level.low = Price::fromDouble(price);
        level.level.high = Price::fromDouble(i % 2 == 0 ? price * 1.002 : price);
        level.level.role = i % 2 == 0 ? LevelRole::Support : LevelRole::Resistance;
        level.states = {{{}, QStringLiteral("holding"), QStringLiteral("held"), data.asOf, {}}};
        level.colourRole = i % 4;
        data.levels.push_back(level);
    }
}

View fivePanes(const ViewData& data, Interval interval, Span length)
{
    View view;
    view.interval = interval;
    view.panes = defaultPanes();
    view.range = {data.candles->range().to - length, data.candles->range().to};
    return view;
}

} // namespace holdline::bench

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/candleseries.h"
#include "models/series/flowseries.h"
#include "tests/bench/families.h"
#include "tests/bench/syntheticdata.h"

namespace holdline::bench {

namespace {

std::vector<CandleColumns> days(qint64 minutes)
{
    std::vector<CandleColumns> result;
    syntheticMinutes(minutes, [&](const CandleColumns& day) { result.push_back(day); });
    return result;
}

std::unique_ptr<CandleSeries> candlesOf(const std::vector<CandleColumns>& days)
{
    auto series = std::make_unique<CandleSeries>(oneMinute);
    for (const auto& day : days)
        series->append(day);
    series->finish();
    return series;
}

std::unique_ptr<FlowSeries> flowOf(const std::vector<CandleColumns>& days)
{
    auto series = std::make_unique<FlowSeries>(oneMinute);
    for (const auto& day : days)
        series->append(day.time, day.netTaker);
    series->finish();
    return series;
}

Row bytesRow(const char* name, qint64 minutes, std::size_t bytes, double goal)
{
    return {.name = QString::fromLatin1(name),
            .n = minutes,
            .measured = {{static_cast<double>(bytes) / static_cast<double>(minutes)}},
            .unit = QStringLiteral("bytes"),
            .goal = minutes < 1'000'000 ? std::nullopt : std::optional(goal)};
}

Samples barsOf(const CandleSeries& series, Interval bucket, int count, int frames)
{
    std::vector<CandleBar> bars;
    const TimeRange all = series.range();
    return timed(frames, [&](int i) {
        const UtcTime to = all.to - oneMinute.length * (i * 37);
        series.bars({to - bucket.length * count, to}, bucket, bars);
    });
}

void benchSize(qint64 minutes, const Options& options, Report& report)
{
    const auto columns = days(minutes);
    std::unique_ptr<CandleSeries> candles;
    const auto built = timed(options.isSmoke ? 1 : 5, [&](int) { candles = candlesOf(columns); });
    const auto flow = flowOf(columns);
    report.add({.name = QStringLiteral("candles into a series with summaries"),
                .n = minutes,
                .measured = built,
                .referenceName = QStringLiteral("copy of its bytes"),
                .reference = referenceCopy(static_cast<qint64>(candles->memoryBytes()), 5).median()});
    report.add(bytesRow("memory a candle", minutes, candles->memoryBytes(), 28));
    report.add(bytesRow("memory a flow value", minutes, flow->memoryBytes(), 11));
    const int frames = options.frames() * 4;
    report.add({.name = QStringLiteral("400 bars of 60 minutes"),
                .n = minutes,
                .measured = barsOf(*candles, oneHour, 400, frames)});
    report.add({.name = QStringLiteral("900 bars of 10,000 minutes"),
                .n = minutes,
                .measured = barsOf(*candles, Interval{std::chrono::minutes{10'000}}, 900, frames)});
    const qint64 last = toMsecs(candles->range().to) - 60'000;
    const auto updates = timed(frames, [&](int i) {
        for (int k = 0; k < 1000; ++k)
            candles->update(last, 6'000'000'000'000, 6'100'000'000'000, 5'900'000'000'000,
                            6'000'000'000'000 + (i + k) % 100 * 1'000'000, k);
    });
    report.add(
        {.name = QStringLiteral("a thousand updates of the last candle"), .n = minutes, .measured = updates});
}

} // namespace

void benchSeries(const Options& options, Report& report)
{
    for (const qint64 minutes : options.sizes())
        benchSize(minutes, options, report);
}

} // namespace holdline::bench

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/bytesource.h"
#include "models/imports/importcatalog.h"
#include "tests/bench/candlefile.h"
#include "tests/bench/families.h"

#include <array>
#include <vector>

namespace holdline::bench {

namespace {

/// Counts what a reader gives and keeps nothing.
class CountingSink final : public ImportSink {
public:
    qint64 candleCount = 0;

    int series(const SeriesKey&, SeriesKind, const QString&) override { return 0; }
    std::optional<Interval> storedInterval(const QString&) override { return {}; }
    std::vector<Interval> storedIntervals(const SeriesKey&) override { return {}; }
    std::vector<Candle> storedCandles(const SeriesKey&, Interval, TimeRange) override { return {}; }
    std::vector<Sample> storedSamples(const SeriesKey&, TimeRange) override { return {}; }
    void candles(int, Interval, std::span<const Candle> candles) override
    {
        candleCount += static_cast<qint64>(candles.size());
    }
    void samples(std::span<const SeriesSample>) override {}
    void sumsOfSiblings(int, const std::vector<TimeRange>&) override {}
    void liquidation(int, const Liquidation&) override {}
    void event(int, const Event&) override {}
    void level(const Level&) override {}
    void reject(qint64, const QString&) override {}
    void say(const QString&) override {}
    bool shouldStop() override { return false; }
};

qint64 parsed(const QByteArray& text)
{
    MemorySource bytes(text);
    auto file = ImportFile::open(bytes, QStringLiteral("minutes.csv"));
    if (file.hasError())
        return 0;
    ImportOptions options;
    options.instrument = QStringLiteral("binance:BTCUSDT");
    options.now = latestTime;
    const auto dialect = findDialect(file.value().head(), options);
    CountingSink sink;
    if (dialect.hasError() || dialect.value()->read(file.value(), options, sink).hasError())
        return 0;
    return sink.candleCount;
}

/// The least that a reader of lines must do: find each end, and leave eight numbers in fresh memory.
Samples linesCopied(const QByteArray& text)
{
    std::size_t lines = 0;
    return timed(5, [&](int) {
        std::vector<std::array<qint64, 8>> rows;
        for (qsizetype at = 0; (at = text.indexOf('\n', at)) >= 0; ++at)
            rows.push_back({at});
        lines += rows.size();
    });
}

} // namespace

void benchParsing(const Options& options, Report& report)
{
    const qint64 rows = options.isSmoke ? 20'000 : 2'000'000;
    const QByteArray text = candleFile(rows);
    qint64 count = 0;
    auto samples = timed(options.isSmoke ? 2 : 9, [&](int) { count = parsed(text); });
    const QString name = QStringLiteral("rows of a candle file parsed, millions a second");
    if (count != rows)
        return report.skip(name, QStringLiteral("%1 of %2 rows were read").arg(count).arg(rows));
    const auto perSecond = [rows](double ms) { return static_cast<double>(rows) / ms / 1000; };
    for (double& value : samples.values)
        value = perSecond(value);
    report.add({.name = name,
                .n = rows,
                .measured = samples,
                .unit = QStringLiteral("M/s"),
                .goal = 10,
                .isMoreBetter = true,
                .referenceName = QStringLiteral("lines counted and copied"),
                .reference = perSecond(linesCopied(text).median())});
}

} // namespace holdline::bench

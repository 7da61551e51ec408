// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/etfdialects.h"
#include "models/imports/icalendar.h"
#include "models/imports/shippedmaps.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdline;

constexpr UtcTime today{std::chrono::sys_days{std::chrono::year{2026} / 9 / 1}};

[[noreturn]] void stop(const char* flaw)
{
    std::fprintf(stderr, "%s\n", flaw);
    std::abort();
}

/// Looks at what comes in and keeps nothing.
class LookingSink final : public ImportSink {
public:
    int series(const SeriesKey& key, SeriesKind, const QString&) override
    {
        if (key.name.isEmpty() || key.name.endsWith(QLatin1Char('/')))
            stop("a series without a name");
        return 0;
    }
    std::optional<Interval> storedInterval(const QString&) override { return {}; }
    std::vector<Interval> storedIntervals(const SeriesKey&) override { return {}; }
    std::vector<Candle> storedCandles(const SeriesKey&, Interval, TimeRange) override { return {}; }
    std::vector<Sample> storedSamples(const SeriesKey&, TimeRange) override { return {}; }
    void candles(int, Interval, std::span<const Candle>) override { stop("candles of what has none"); }
    void samples(std::span<const SeriesSample> row) override
    {
        for (const SeriesSample& each : row) {
            const Sample& sample = each.sample;
            if (sample.to <= sample.from || sample.knownAt < sample.from)
                stop("a sample that ends before it begins");
            if (sample.from > today + oneDay.length * 2)
                stop("a sample of a time to come");
        }
    }
    void sumsOfSiblings(int, const std::vector<TimeRange>&) override {}
    void liquidation(int, const Liquidation&) override { stop("liquidations of what has none"); }
    void event(int, const Event& event) override
    {
        if (event.id.isEmpty() || event.title.isEmpty())
            stop("an event without a name");
        if (event.knownAt > event.time || event.knownAt > today)
            stop("an event that was known later than it can be");
        if (++m_events > 400'000)
            stop("events without an end");
    }
    void level(const Level&) override { stop("levels of what has none"); }
    void reject(qint64 line, const QString& reason) override
    {
        if (line < 1 || reason.isEmpty())
            stop("a row is rejected without a reason");
    }
    void say(const QString& words) override
    {
        if (words.isEmpty())
            stop("nothing is said");
    }
    bool shouldStop() override { return false; }

private:
    int m_events = 0;
};

} // namespace

/// The bytes are a file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static const ImportDialect dialect = HOLDLINE_FUZZED();
    ImportOptions options;
    options.now = today;
    options.kind = dialect.kind;
    MemorySource source(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    auto file = ImportFile::open(source, QStringLiteral("file"));
    if (file.hasError() || !dialect.recognises(file.value().head(), options))
        return 0;
    LookingSink sink;
    const auto read = dialect.read(file.value(), options, sink);
    if (read.hasError() && read.error().message.isEmpty())
        stop("a file is refused without a reason");
    return 0;
}

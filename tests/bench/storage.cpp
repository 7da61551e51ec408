// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/families.h"
#include "tests/bench/syntheticdata.h"

#include <QFile>
#include <QTemporaryDir>

namespace holdline::bench {

namespace {

/// From the store into series that can be painted.
std::size_t readyToPaint(Store& store, qint64 series)
{
    CandleSeries candles(oneMinute);
    FlowSeries taker(oneMinute);
    const auto read = store.visitCandles(series, oneMinute, {earliestTime, latestTime}, {},
                                         [&](const CandleColumns& columns) {
                                             candles.append(columns);
                                             taker.append(columns.time, columns.netTaker);
                                             return true;
                                         });
    candles.finish();
    taker.finish();
    return read.hasValue() ? candles.candleCount() : 0;
}

void benchOpen(const QString& folder, qint64 minutes, const Options& options, Report& report)
{
    const SystemClock clock;
    std::size_t count = 0;
    const auto samples = timed(options.isSmoke ? 2 : 15, [&](int) {
        auto store = Store::open(folder, clock, Durability::Normal);
        if (store.hasError())
            return;
        const auto found = store.value()->find(priceKey().name);
        if (found.hasValue() && !found.value().empty())
            count = readyToPaint(*store.value(), found.value().front().id);
    });
    if (count != static_cast<std::size_t>(minutes))
        return report.skip(QStringLiteral("open five years of minutes"),
                           QStringLiteral("the store gave %1 of %2").arg(count).arg(minutes));
    constexpr qint64 bytesOfMinute = 38; // a candle and a flow value with their summaries
    report.add({.name = QStringLiteral("open minutes from the store, ready to paint"),
                .n = minutes,
                .measured = samples,
                .goal = 70,
                .referenceName = QStringLiteral("copy of its bytes"),
                .reference = referenceCopy(minutes * bytesOfMinute, 5).median()});
}

/// What a minute must cost at least: the bytes of half a day over those of the same row, in the same folder.
Samples rowRewritten(const QString& folder, Durability durability, const Options& options)
{
    auto opened = Database::open(folder + QStringLiteral("/reference.db"), durability);
    if (opened.hasError())
        return {};
    Database& database = *opened.value();
    const auto run = [&](const QString& sql, const QByteArray& bytes) {
        auto statement = database.statement(sql);
        if (statement.hasError())
            return;
        if (!bytes.isEmpty())
            statement.value().bind(QVariant(bytes));
        static_cast<void>(statement.value().run());
    };
    run(QStringLiteral("PRAGMA journal_mode = WAL"), {});
    run(QStringLiteral("CREATE TABLE IF NOT EXISTS day (id INTEGER PRIMARY KEY, packed BLOB)"), {});
    QByteArray bytes(720 * 40, 'x');
    return timed(options.isSmoke ? 20 : 500, [&](int i) {
        bytes[i % bytes.size()] = static_cast<char>(i);
        run(QStringLiteral("INSERT INTO day (id, packed) VALUES (1, ?) "
                           "ON CONFLICT (id) DO UPDATE SET packed = excluded.packed"),
            bytes);
    });
}

/// One minute more, durable when the call returns; the disk's own sync in the same folder beside it.
void benchAppend(const QString& folder, Durability durability, double goal, const Options& options,
                 Report& report)
{
    const SystemClock clock;
    auto opened = Store::open(folder, clock, durability);
    const QString name = durability == Durability::Full
                             ? QStringLiteral("append a minute, durable in a power cut")
                             : QStringLiteral("append a minute, durable in a crash");
    if (opened.hasError())
        return report.skip(name, opened.error().message);
    Store& store = *opened.value();
    const qint64 series =
        store.ensureSeries(priceKey(), SeriesKind::Candles, QStringLiteral("USDT")).value().id;
    const auto extent = store.extent(series);
    UtcTime next = extent.value().range.to;
    Candle candle{.openTime = next,
                  .open = Price::whole(60'000),
                  .high = Price::whole(60'100),
                  .low = Price::whole(59'900),
                  .close = Price::whole(60'050),
                  .volume = Amount::fromDouble(3),
                  .quoteVolume = {},
                  .takerBuyQuote = {},
                  .trades = {}};
    bool hasFailed = false;
    const auto samples = timed(options.isSmoke ? 20 : 500, [&](int) {
        candle.openTime = next;
        next += oneMinute.length;
        hasFailed = store.mergeCandles(series, oneMinute, std::span(&candle, 1)).hasError() || hasFailed;
    });
    if (hasFailed)
        return report.skip(name, QStringLiteral("a merge failed"));
    report.add({.name = name,
                .measured = samples,
                .goal = goal,
                .referenceName = QStringLiteral("a row of one day's bytes rewritten"),
                .reference = rowRewritten(folder, durability, options).median()});
}

} // namespace

void benchStorage(const Options& options, Report& report)
{
    const QTemporaryDir folder;
    const qint64 minutes = options.isSmoke ? 20'000 : minutesOfFiveYears;
    const double begin = nowMs();
    const auto filled = fillStore(folder.path(), minutes);
    if (filled.hasError())
        return report.skip(QStringLiteral("storage"), filled.error().message);
    report.add({.name = QStringLiteral("merge minutes into an empty store"),
                .n = minutes,
                .measured = {{nowMs() - begin}}});
    benchOpen(folder.path(), minutes, options, report);
    benchAppend(folder.path(), Durability::Full, 0.300, options, report);
    benchAppend(folder.path(), Durability::Normal, 0.060, options, report);
}

} // namespace holdline::bench

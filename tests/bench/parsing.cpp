// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "models/history/feedhistory.h"
#include "models/imports/bytesource.h"
#include "models/imports/importcatalog.h"
#include "tests/bench/candlefile.h"
#include "tests/bench/families.h"

#include <QJsonDocument>
#include <QJsonObject>

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

QByteArray aggTrade(int i)
{
    const QByteArray id = QByteArray::number(3512000001 + i);
    return R"({"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1763773190125,"s":"BTCUSDT","a":)" +
           id + R"(,"p":"86455.)" + QByteArray::number(10 + i % 90) + R"(000000","q":"0.0)" +
           QByteArray::number(1000 + i) + R"(000","f":4700000010,"l":4700000012,"T":17637731)" +
           QByteArray::number(90123 + i % 9000) + R"(,"m":)" + (i % 2 ? "true" : "false") + R"(,"M":true}})";
}

QByteArray forceOrder(int i)
{
    const QByteArray size = QByteArray::number(100 + i);
    return R"({"stream":"!forceOrder@arr","data":{"e":"forceOrder","E":1763773191002,"o":{"s":"BTCUSDT","S":")" +
           QByteArray(i % 2 ? "SELL" : "BUY") + R"(","o":"LIMIT","f":"IOC","q":"0.)" + size +
           R"(","p":"85990.10","ap":"86021.40","X":"FILLED","l":"0.050","z":"0.)" + size +
           R"(","T":17637731)" + QByteArray::number(90123 + i % 9000) + R"(},"ps":"BTCUSDT","st":1}})";
}

QByteArray kline(int i)
{
    return R"({"stream":"btcusdt@kline_1m","data":{"e":"kline","E":17637731)" +
           QByteArray::number(90123 + i) +
           R"(,"s":"BTCUSDT","k":{"t":1763773140000,"T":1763773199999,"s":"BTCUSDT","i":"1m",)"
           R"("f":5500000000,"L":5500000999,"o":"86455.10000000","c":"86460.)" +
           QByteArray::number(10 + i % 90) +
           R"(000000","h":"86499.99000000","l":"86400.01000000","v":"12.3)" + QByteArray::number(1000 + i) +
           R"(","n":1000,"x":false,"q":"1064000.12345678","V":"6.12345000","Q":"532000.12345678","B":"0"}}})";
}

std::vector<QByteArray> messages(QByteArray (*make)(int))
{
    std::vector<QByteArray> messages;
    for (int i = 0; i < 1000; ++i)
        messages.push_back(make(i));
    return messages;
}

/// The numbers of a record, as one takes them out of Qt's tree.
using TakeFromTree = double (*)(const QJsonObject& data);

double numbersOf(const QJsonObject& object, std::initializer_list<QLatin1StringView> texts)
{
    double sum = 0;
    for (const QLatin1StringView key : texts)
        sum += object[key].toString().toDouble();
    return sum;
}

double tradeFromTree(const QJsonObject& data)
{
    return numbersOf(data, {QLatin1StringView("p"), QLatin1StringView("q")}) +
           static_cast<double>(data[QLatin1StringView("T")].toInteger() +
                               data[QLatin1StringView("a")].toInteger()) +
           data[QLatin1StringView("m")].toBool() +
           static_cast<double>(data[QLatin1StringView("s")].toString().size());
}

double candleFromTree(const QJsonObject& data)
{
    const QJsonObject candle = data[QLatin1StringView("k")].toObject();
    return numbersOf(candle, {QLatin1StringView("o"), QLatin1StringView("h"), QLatin1StringView("l"),
                              QLatin1StringView("c"), QLatin1StringView("v"), QLatin1StringView("q"),
                              QLatin1StringView("Q")}) +
           static_cast<double>(candle[QLatin1StringView("t")].toInteger() +
                               candle[QLatin1StringView("n")].toInteger() +
                               data[QLatin1StringView("E")].toInteger()) +
           candle[QLatin1StringView("x")].toBool() +
           static_cast<double>(candle[QLatin1StringView("s")].toString().size() +
                               candle[QLatin1StringView("i")].toString().size());
}

double orderFromTree(const QJsonObject& data)
{
    const QJsonObject order = data[QLatin1StringView("o")].toObject();
    return numbersOf(order, {QLatin1StringView("z"), QLatin1StringView("ap")}) +
           static_cast<double>(order[QLatin1StringView("T")].toInteger()) +
           static_cast<double>(order[QLatin1StringView("s")].toString().size()) +
           (order[QLatin1StringView("S")].toString() == QLatin1StringView("SELL"));
}

/// A message read to its record, compared with the same numbers by way of Qt's tree.
void benchFeed(const QString& provider, const QString& event, const std::vector<QByteArray>& messages,
               TakeFromTree take, const Options& options, Report& report)
{
    const int rounds = options.isSmoke ? 5 : 1000;
    const auto total = static_cast<qint64>(messages.size()) * rounds;
    const auto feed = findFeed(provider)->make(followedAssets());
    FeedRecords records;
    std::size_t count = 0;
    auto measured = timed(options.isSmoke ? 2 : 9, [&](int) {
        count = 0;
        for (int round = 0; round < rounds; ++round) {
            for (const QByteArray& message : messages) {
                static_cast<void>(feed->readMessage(0, message, {}, records));
                count += records.trades.size() + records.liquidations.size() + records.candles.size();
            }
        }
    });
    const QString name = QStringLiteral("%1 messages read, millions a second").arg(event);
    if (static_cast<qint64>(count) != total)
        return report.skip(name, QStringLiteral("%1 of %2 gave a record").arg(count).arg(total));
    double sum = 0;
    const auto reference = timed(options.isSmoke ? 2 : 9, [&](int) {
        for (const QByteArray& message : messages)
            sum += take(QJsonDocument::fromJson(message).object()[QLatin1StringView("data")].toObject());
    });
    if (sum == 0)
        return report.skip(name, QStringLiteral("Qt's tree gave no numbers"));
    for (double& value : measured.values)
        value = static_cast<double>(total) / value / 1000;
    report.add({.name = name,
                .n = total,
                .measured = measured,
                .unit = QStringLiteral("M/s"),
                .goal = 3,
                .goalRatio = 10,
                .isMoreBetter = true,
                .referenceName = QStringLiteral("QJsonDocument"),
                .reference = static_cast<double>(messages.size()) / reference.median() / 1000});
}

/// From bytes to the bar that is shown, by the way that live messages take.
void benchHistory(const std::vector<QByteArray>& messages, const Options& options, Report& report)
{
    const int rounds = options.isSmoke ? 5 : 1000;
    const auto total = static_cast<qint64>(messages.size()) * rounds;
    const UtcTime now = fromMsecs(1763773199000);
    const auto feed = findFeed(QStringLiteral("binance"))->make(followedAssets());
    FeedHistory history(*feed, {}, {});
    LiveNews news;
    auto measured = timed(options.isSmoke ? 2 : 9, [&](int) {
        for (int round = 0; round < rounds; ++round) {
            for (const QByteArray& message : messages)
                static_cast<void>(history.message(0, message, now));
        }
    });
    history.takeNews(news, now);
    const QString name = QStringLiteral("aggTrade messages applied, millions a second");
    if (news.candles.size() != 1 || history.status().rejected != 0)
        return report.skip(name, QStringLiteral("they moved no candle, or some were rejected"));
    for (double& value : measured.values)
        value = static_cast<double>(total) / value / 1000;
    report.add({.name = name,
                .n = total,
                .measured = measured,
                .unit = QStringLiteral("M/s"),
                .goal = 3,
                .isMoreBetter = true});
}

void benchFeeds(const Options& options, Report& report)
{
    benchFeed(QStringLiteral("binance"), QStringLiteral("aggTrade"), messages(aggTrade), tradeFromTree,
              options, report);
    benchFeed(QStringLiteral("binance"), QStringLiteral("kline"), messages(kline), candleFromTree, options,
              report);
    benchHistory(messages(aggTrade), options, report);
    benchFeed(QStringLiteral("binance-futures"), QStringLiteral("forceOrder"), messages(forceOrder),
              orderFromTree, options, report);
}

} // namespace

void benchParsing(const Options& options, Report& report)
{
    benchFeeds(options, report);
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

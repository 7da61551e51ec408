// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockscanner.h"
#include "models/cohorts/cohortsums.h"
#include "models/cohorts/daysback.h"
#include "models/cohorts/sha256.h"
#include "models/cohorts/statefile.h"
#include "models/cohorts/undofolder.h"
#include "tests/bench/families.h"
#include "tests/support/cohorts/blockfolder.h"
#include "tests/support/cohorts/blockjson.h"
#include "tests/support/cohorts/snapshotwriter.h"
#include "tests/support/cohorts/syntheticcoins.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <random>

namespace holdline::bench {

namespace {

constexpr qsizetype pieceBytes = 1 << 20;
constexpr quint32 tip = 959'999;

/// Figures in the kernel's own words; absent elsewhere than on Linux.
std::optional<double> mebibytesOf(QByteArrayView name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').at(0).toDouble() / 1024;
    }
    return std::nullopt;
}

/// The largest size so far is counted anew from now on.
bool forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

/// The same coins are read several times over, so that a large snapshot needs little memory.
std::optional<Snapshot> readCoins(const QByteArray& body, quint64 coins, quint64 times)
{
    SnapshotReader reader({BitcoinNetwork::Main, 944'999});
    bool isRead =
        reader.feed(testing::snapshotHeader(BitcoinNetwork::Main, QByteArray(32, 'b'), coins * times))
            .hasValue();
    for (quint64 i = 0; i < times; ++i) {
        for (qsizetype at = 0; at < body.size() && isRead; at += pieceBytes)
            isRead = reader.feed(QByteArrayView(body).sliced(at, std::min(pieceBytes, body.size() - at)))
                         .hasValue();
    }
    auto snapshot = reader.finish();
    return snapshot.hasValue() ? std::optional(std::move(snapshot).value()) : std::nullopt;
}

void benchSnapshot(const Options& options, Report& report)
{
    const quint64 coins = options.isSmoke ? 50'000 : 4'000'000;
    const quint64 times = options.isSmoke ? 1 : 5;
    const QByteArray body = testing::syntheticCoins(coins);
    const QString name = QStringLiteral("coins of a snapshot read, millions a second");
    std::optional<Snapshot> snapshot;
    const auto before = mebibytesOf("VmRSS:");
    const bool measuresPeak = before && forgetPeak();
    snapshot = readCoins(body, coins, times);
    const auto peak = mebibytesOf("VmHWM:");
    auto samples = timed(options.isSmoke ? 2 : 7, [&](int) { snapshot = readCoins(body, coins, times); });
    if (!snapshot)
        return report.skip(name, QStringLiteral("it was not read"));
    for (double& value : samples.values)
        value = static_cast<double>(coins * times) / value / 1000;
    report.add({.name = name,
                .n = static_cast<qint64>(coins * times),
                .measured = samples,
                .unit = QStringLiteral("M/s"),
                .goal = options.isSmoke ? std::nullopt : std::optional(13.0),
                .isMoreBetter = true,
                .note = QStringLiteral("%1 bytes a coin")
                            .arg(static_cast<double>(body.size()) / static_cast<double>(coins))});
    const double table = static_cast<double>(snapshot->table.heights()) * 20 / (1 << 20);
    if (measuresPeak && peak)
        report.add({.name = QStringLiteral("memory of reading a snapshot above its table of heights"),
                    .measured = {{*peak - *before - table}},
                    .unit = QStringLiteral("MiB"),
                    .goal = 60});
}

/// A chain with more at each height than any block of the benchmark spends.
ChainState richState(const BlockChange& next)
{
    const std::size_t heights = next.height;
    std::vector<qint64> values(heights, 1'000'000'000'000);
    std::vector<qint64> coinbaseValues(heights, 500'000'000'000);
    // A third of what is spent is a block old.
    values.back() *= 10'000;
    coinbaseValues.back() *= 10'000;
    Snapshot snapshot{
        next.previous, next.height - 1, false,
        HeightTable(std::move(values), std::vector<quint32>(heights, 10'000), std::move(coinbaseValues))};
    auto state = ChainState::fromSnapshot(std::move(snapshot), BitcoinNetwork::Main,
                                          std::vector<quint32>(heights, 1'700'000'000));
    return std::move(state).value();
}

void benchBlock(const Options& options, Report& report)
{
    const QByteArray answer = testing::blockAnswer({.transactions = options.isSmoke ? 50 : 3350});
    const QString name = QStringLiteral("answer to getblock scanned and its block connected");
    const auto block = scanBlock(answer);
    if (block.hasError())
        return report.skip(name, block.error().message);
    ChainState state = richState(block.value());
    Samples samples;
    bool isConnected = true;
    for (int i = 0; i < (options.isSmoke ? 4 : 40); ++i) {
        const double begin = nowMs();
        auto scanned = scanBlock(answer);
        isConnected =
            isConnected && scanned.hasValue() && state.connect(std::move(scanned).value()).hasValue();
        if (i >= 2)
            samples.values.push_back(nowMs() - begin);
        isConnected = isConnected && state.disconnect().hasValue();
    }
    if (!isConnected)
        return report.skip(name, QStringLiteral("it was not connected"));
    qint64 trees = 0;
    const auto tree =
        timed(options.isSmoke ? 2 : 9, [&](int) { trees += QJsonDocument::fromJson(answer).isObject(); });
    report.add({.name = name,
                .n = answer.size(),
                .measured = samples,
                .goal = 5,
                .goalRatio = options.isSmoke ? std::nullopt : std::optional(1.0 / 8),
                .referenceName = QStringLiteral("QJsonDocument"),
                .reference = tree.median()});
}

struct Chain {
    HeightTable table;
    BlockTimes times;
    HeightPrices prices;
};

/// Ten minutes a block, a price that wanders in six digits.
Chain syntheticChain(const Options& options)
{
    const std::size_t heights = options.isSmoke ? 20'000 : tip + 1;
    std::mt19937 random(8);
    std::vector<qint64> values(heights);
    std::vector<quint32> counts(heights, 100);
    std::vector<qint64> coinbaseValues(heights);
    std::vector<quint32> times(heights);
    HeightPrices prices{std::vector<quint32>(heights),
                        std::vector<PriceSource>(heights, PriceSource::Minute)};
    double cents = 5;
    for (std::size_t h = 0; h < heights; ++h) {
        values[h] = static_cast<qint64>(random()) % 4'000'000'000;
        coinbaseValues[h] = values[h] / 3;
        times[h] = static_cast<quint32>(1'231'006'505 + 560 * h + random() % 1200);
        cents *=
            1 + (static_cast<double>(random() % 2001) - 1000) / 150'000 + 15.0 / static_cast<double>(heights);
        cents = std::clamp(cents, 5.0, 15'000'000.0);
        prices.cents[h] = static_cast<quint32>(cents);
    }
    return {HeightTable(std::move(values), std::move(counts), std::move(coinbaseValues)),
            BlockTimes(std::move(times)), std::move(prices)};
}

void benchSums(const Options& options, Report& report)
{
    const Chain chain = syntheticChain(options);
    const auto heights = static_cast<qint64>(chain.table.heights());
    std::optional<CohortSums> sums(std::in_place, chain.table, chain.times, chain.prices);
    const auto rebuilt =
        timed(options.isSmoke ? 2 : 21, [&](int) { sums->rebuild(chain.table, chain.times, chain.prices); });
    report.add({.name = QStringLiteral("sums of all heights built anew"),
                .n = heights,
                .measured = rebuilt,
                .goal = 10});

    const qint64 now = chain.times.monotone().back();
    constexpr int questions = 2000;
    qint64 supply = 0;
    auto bands = timed(options.isSmoke ? 2 : 21, [&](int) {
        for (int i = 0; i < questions; ++i)
            supply += sums->sums(now - i, HolderThreshold{})[i % cohortCount].supply;
    });
    for (double& value : bands.values)
        value *= 1000.0 / questions;
    report.add({.name = QStringLiteral("supply and cost of thirteen bands, sth, lth and all"),
                .n = heights,
                .measured = bands,
                .unit = QStringLiteral("us"),
                .goal = 1,
                .note = QStringLiteral("sum %1").arg(supply)});

    std::vector<quint32> edges;
    for (quint32 i = 0; i <= 100; ++i)
        edges.push_back(i * 126'000);
    qint64 found = 0;
    const auto byCost = timed(options.isSmoke ? 2 : 21, [&](int) {
        found += sums->supplyByCost(sums->allHeights(), edges)[50];
        found += sums->supplyInLoss(sums->allHeights(), 8'994'100);
    });
    report.add({.name = QStringLiteral("supply by cost in 100 buckets, with the share in loss"),
                .n = heights,
                .measured = byCost,
                .goal = 2,
                .note = QStringLiteral("sum %1").arg(found)});

    const auto losses = timed(options.isSmoke ? 2 : 21, [&](int) {
        found += sums->lossSums(now, HolderThreshold{}, 8'994'100)[allCohort].inLoss.supply;
    });
    report.add({.name = QStringLiteral("loss and profit of all cohorts, with their cost"),
                .n = heights,
                .measured = losses,
                .goal = 5});
}

void benchState(const Options& options, Report& report)
{
    BlockChange next;
    next.height = options.isSmoke ? 20'000 : tip + 1;
    const QByteArray bytes = encodeState(richState(next));
    bool isRead = true;
    const auto samples = timed(options.isSmoke ? 2 : 11, [&](int) {
        isRead = isRead && decodeState(bytes, BitcoinNetwork::Main).hasValue();
    });
    const QString name = QStringLiteral("state of a chain loaded");
    if (!isRead)
        return report.skip(name, QStringLiteral("it was not read"));
    report.add({.name = name,
                .n = bytes.size(),
                .measured = samples,
                .goal = 200,
                .referenceName = QStringLiteral("bytes copied"),
                .reference = referenceCopy(bytes.size(), 9).median()});
}

/// Three days of blocks as large as those of today, at the end of a long chain, and their files.
struct RecentBlocks {
    explicit RecentBlocks(const Options& options)
    {
        const std::size_t heights = options.isSmoke ? 5'000 : tip + 1;
        blocks = options.isSmoke ? 20 : 432;
        headers.hashes.resize(heights);
        headers.times.assign(heights, 1'700'000'000);
        const int transactions = options.isSmoke ? 30 : 3200;
        for (std::size_t height = heights - blocks; height < heights; ++height) {
            const auto time = static_cast<quint32>(1'700'000'000 + 600 * (height + blocks - heights));
            const testing::FiledBlock block{testing::headerText(headers.hashes[height - 1], time, 1),
                                            spent(transactions, static_cast<quint32>(height))};
            headers.hashes[height] = doubleSha256(block.header);
            headers.times[height] = time;
            folder.add(static_cast<int>((height + blocks - heights) / 100), block,
                       static_cast<quint32>(height));
        }
    }
    /// Two inputs each; every other coin is younger than a week.
    std::vector<QByteArrayList> spent(int transactions, quint32 height)
    {
        std::vector<QByteArrayList> made(static_cast<std::size_t>(transactions));
        for (QByteArrayList& inputs : made) {
            for (const quint32 span : {1000U, height - 1})
                inputs.append(testing::undoSpend(height - 1 - random() % std::min(span, height - 1), false,
                                                 random() % 100'000'000,
                                                 testing::plainScript(QByteArray(22, 's'))));
        }
        return made;
    }
    [[nodiscard]] ChainState state() const
    {
        const std::size_t heights = headers.hashes.size();
        Snapshot snapshot{headers.hashes.back(), static_cast<quint32>(heights - 1), false,
                          HeightTable(std::vector<qint64>(heights, 1'000'000'000),
                                      std::vector<quint32>(heights, 10'000),
                                      std::vector<qint64>(heights, 500'000'000))};
        return ChainState::fromSnapshot(std::move(snapshot), BitcoinNetwork::Regtest, headers.times).value();
    }

    std::mt19937 random{5};
    std::size_t blocks = 0;
    HeaderChain headers;
    testing::BlockFolder folder;
};

/// All of those blocks, with the sums of each day.
std::optional<Error> takeBack(const RecentBlocks& recent, const QString& path, const ChainState& state)
{
    const Progress progress;
    auto folder = UndoFolder::open(path, BitcoinNetwork::Regtest, recent.headers);
    if (folder.hasError())
        return folder.error();
    const std::size_t heights = state.table().heights();
    DaysBack back(state,
                  {std::vector<quint32>(heights, 100), std::vector<PriceSource>(heights, PriceSource::Day)},
                  {}, [&](quint32 height) { return folder.value().blockChange(height, progress); });
    while (back.lastHeight() + recent.blocks >= heights) {
        const auto sums = back.sums().sums(1'700'000'000, HolderThreshold{});
        const auto spent = back.takeDayBack();
        if (spent.hasError() && back.lastHeight() + recent.blocks >= heights)
            return spent.error();
        if (sums[allCohort].supply < 0)
            return malformed(QStringLiteral("less than nothing"));
    }
    return std::nullopt;
}

void benchHistory(const Options& options, Report& report)
{
    const QString name = QStringLiteral("blocks taken back by undo files, a second");
    const QTemporaryDir folder;
    const RecentBlocks recent(options);
    const ChainState state = recent.state();
    if (!recent.folder.write(folder.path()))
        return report.skip(name, QStringLiteral("no files could be written"));
    std::optional<Error> error;
    const auto before = mebibytesOf("VmRSS:");
    const bool measuresPeak = before && forgetPeak();
    auto samples =
        timed(options.isSmoke ? 2 : 7, [&](int) { error = takeBack(recent, folder.path(), state); });
    const auto peak = mebibytesOf("VmHWM:");
    if (error)
        return report.skip(name, error->message);
    for (double& value : samples.values)
        value = static_cast<double>(recent.blocks) / value * 1000;
    report.add({.name = name,
                .n = static_cast<qint64>(recent.blocks),
                .measured = samples,
                .unit = QStringLiteral("1/s"),
                .isMoreBetter = true,
                .note = QStringLiteral("6,400 inputs each")});
    if (measuresPeak && peak)
        report.add({.name = QStringLiteral("memory of taking blocks back"),
                    .measured = {{*peak - *before}},
                    .unit = QStringLiteral("MiB")});
}

} // namespace

void benchCohorts(const Options& options, Report& report)
{
    benchSnapshot(options, report);
    benchBlock(options, report);
    benchSums(options, report);
    benchState(options, report);
    benchHistory(options, report);
}

} // namespace holdline::bench

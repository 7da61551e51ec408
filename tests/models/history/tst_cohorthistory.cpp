// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/history/cohorthistory.h"
#include "models/history/cohortrecord.h"
#include "tests/support/cohorts/blockfolder.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

#include <map>
#include <set>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QString series = u"price/test:BTCUSD"_s;

UtcTime timeAt(qint64 seconds)
{
    return fromMsecs(seconds * 1000);
}

/// A store with the closes of a naive chain.
struct Book {
    explicit Book(const NaiveChain& chain) : store(std::move(Store::openInMemory(clock)).value())
    {
        const auto stored =
            store->ensureSeries({series, u"value"_s, u"test"_s, {}}, SeriesKind::Candles, u"USD"_s);
        const auto add = [&](Interval interval, const std::vector<PriceClose>& closes) {
            std::map<qint64, Candle> candles; // the last one of a time holds
            for (const PriceClose& close : closes) {
                Candle& candle = candles[close.openTime];
                candle.openTime = timeAt(close.openTime);
                candle.open = candle.high = candle.low = candle.close =
                    Price{qint64{close.cents} * (decimalUnits / 100)};
            }
            std::vector<Candle> list;
            for (const auto& [time, candle] : candles)
                list.push_back(candle);
            QVERIFY(store->mergeCandles(stored.value().id, interval, list).hasValue());
        };
        add(oneMinute, chain.minutes);
        add(oneHour, chain.hours);
        add(oneDay, chain.days);
    }
    [[nodiscard]] CohortPrices prices(const CohortDefinition& definition) const
    {
        return {*store, series, definition.priceMode};
    }
    /// Each row of the own node, with when it was known.
    [[nodiscard]] QStringList rows() const
    {
        QStringList rows;
        for (const StoredSeries& one : store->list().value()) {
            if (one.key.source != ownNodeSource())
                continue;
            for (const Sample& sample : store->samples(one.id, {earliestTime, latestTime}).value())
                rows.append(u"%1 %2 %3 %4 %5 %6"_s.arg(one.key.name, one.key.column, one.key.definition)
                                .arg(toMsecs(sample.from))
                                .arg(toMsecs(sample.knownAt))
                                .arg(QString::fromLatin1(sample.value.toText())));
        }
        rows.sort();
        return rows;
    }

    FakeClock clock{timeAt(2'000'000'000)};
    std::unique_ptr<Store> store;
};

ChainState genesisOf(const FiledChain& chain)
{
    return ChainState::atGenesis(BitcoinNetwork::Regtest, chain.headers.hashes[0], chain.headers.times[0]);
}

/// Follows the chain block by block and stores the days that end.
ChainState followed(const FiledChain& chain, Book& book, const CohortDefinition& definition)
{
    ChainState state = genesisOf(chain);
    auto prices = book.prices(definition);
    std::vector<BlockChange> before;
    for (const BlockChange& block : chain.changes()) {
        if (const auto day = dayEndedBy(state, block.time)) {
            const CohortSums sums(state.table(), state.times(), prices.of(state.times()).value(),
                                  definition.selection);
            std::optional<SpendSums> spent;
            for (const SpendDay& one : spendDays(before, state.times(), sums.prices(), definition.threshold,
                                                 definition.selection.masks)) {
                if (one.day == *day)
                    spent = one.sums;
            }
            const auto close = prices.dayClose(*day);
            if (storeWholeDay(*book.store, *day, sums, close.value(), spent, definition).hasError())
                qFatal("a day of the test was not stored");
        }
        if (state.connect(block).hasError())
            qFatal("a block of the test does not fit");
        before.push_back(block);
    }
    return state;
}

DaysBack::Spent spentIn(const FiledChain& chain)
{
    return [&chain](quint32 height) { return Result<BlockChange>(chain.expected(height)); };
}

/// Of so many days at least.
FiledChain chainOf(int days)
{
    for (quint32 seed = 1;; ++seed) {
        FiledChain chain(seed);
        std::set<qint64> seen;
        for (quint32 height = 1; height < chain.filed.size(); ++height)
            seen.insert(chain.naive.latestTime(height) / 86'400);
        if (int(seen.size()) > days && !chain.naive.days.empty())
            return chain;
    }
}

CohortHistoryOptions toGenesis()
{
    return {.firstDay = 0};
}

} // namespace

class TestCohortHistory final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void rowsAreThoseOfTheOtherDirection()
    {
        int days = 0;
        for (quint32 seed = 1; seed < 60; ++seed) {
            const FiledChain chain(seed);
            CohortDefinition definition;
            definition.selection.masks = chain.naive.masks;
            definition.priceMode = seed % 2 == 0 ? PriceMode::DailyClose : PriceMode::FinestCandle;
            if (seed % 3 == 0)
                definition.threshold.rule = HolderThreshold::Rule::Logistic;
            Book forwards(chain.naive);
            Book backwards(chain.naive);
            const ChainState state = followed(chain, forwards, definition);
            auto prices = backwards.prices(definition);
            const auto history =
                storeDaysBack(*backwards.store, prices, state, definition, spentIn(chain), toGenesis());
            if (chain.naive.minutes.empty() && chain.naive.hours.empty() && chain.naive.days.empty())
                continue;
            QVERIFY2(!history.end, history.end ? qPrintable(history.end->message) : "");
            QCOMPARE(backwards.rows(), forwards.rows());
            days += history.days;
        }
        QVERIFY(days > 200);
    }

    void onceMoreAddsNothing()
    {
        const FiledChain chain = chainOf(8);
        Book book(chain.naive);
        const ChainState state = followed(chain, book, {});
        const QStringList before = book.rows();
        auto prices = book.prices({});
        book.clock.advance(std::chrono::hours{1});
        const auto history = storeDaysBack(*book.store, prices, state, {}, spentIn(chain), toGenesis());
        QVERIFY(history.days >= 8);
        QCOMPARE(book.rows(), before); // a revision would be known since now
    }

    void itGoesBackToTheDayAskedFor()
    {
        const FiledChain chain = chainOf(8);
        Book book(chain.naive);
        const ChainState state = stateAfter(chain);
        std::vector<qint64> days; // that are over, the last first
        const auto tip = quint32(chain.filed.size()) - 1;
        for (quint32 height = tip; height > 0; --height) {
            const qint64 day = chain.naive.latestTime(height) / 86'400;
            if (day != chain.naive.latestTime(tip) / 86'400 && (days.empty() || days.back() != day))
                days.push_back(day);
        }
        std::vector<qint64> told;
        auto prices = book.prices({});
        const auto history =
            storeDaysBack(*book.store, prices, state, {}, spentIn(chain),
                          {.firstDay = days[2], .stored = [&](qint64 day) { told.push_back(day); }});
        QVERIFY(!history.end);
        QCOMPARE(history.days, 3);
        QCOMPARE(history.last, days[0]);
        QCOMPARE(history.first, days[2]);
        days.resize(3);
        QCOMPARE(told, days);
    }

    void withoutADayItGoesAsFarAsPrices()
    {
        const FiledChain chain = chainOf(8);
        NaiveChain priced = chain.naive;
        const qint64 from = priced.latestTime(quint32(chain.filed.size()) / 2) / 86'400 * 86'400;
        priced.minutes.clear();
        priced.hours.clear();
        priced.days = {{from, 100}};
        Book book(priced);
        auto prices = book.prices({});
        const auto history = storeDaysBack(*book.store, prices, stateAfter(chain), {}, spentIn(chain), {});
        QVERIFY(!history.end);
        QCOMPARE(history.first, from / 86'400);
    }

    void aDayWhoseSpendsEndIsTheLast()
    {
        const FiledChain chain = chainOf(8);
        Book forwards(chain.naive);
        Book book(chain.naive);
        const ChainState state = followed(chain, forwards, {});
        // The block that is not found is in the second day that is over.
        const auto tip = quint32(chain.filed.size()) - 1;
        quint32 height = tip;
        int changes = 0;
        while (changes < 2 && --height > 0)
            changes += chain.naive.latestTime(height) / 86'400 != chain.naive.latestTime(height + 1) / 86'400;
        auto prices = book.prices({});
        const auto history = storeDaysBack(
            *book.store, prices, state, {},
            [&](quint32 asked) {
                return asked == height ? cohortError(CohortFault::UndoAbsent, u"pruned"_s)
                                       : Result<BlockChange>(chain.expected(asked));
            },
            toGenesis());
        QVERIFY(history.end);
        QCOMPARE(history.end->message, u"pruned"_s);
        QCOMPARE(history.days, 2);
        for (const QString& row : book.rows()) {
            QVERIFY2(forwards.rows().contains(row), qPrintable(row));
            QVERIFY(!row.startsWith(u"sopr/"_s) || row.contains(u" %1 "_s.arg(history.last * 86'400'000)));
        }
    }

    void whatIsStoppedStaysStored()
    {
        const FiledChain chain = chainOf(8);
        Book book(chain.naive);
        bool isStopped = false;
        auto prices = book.prices({});
        const auto history =
            storeDaysBack(*book.store, prices, stateAfter(chain), {},
                          [&](quint32 height) {
                              return isStopped
                                         ? Result<BlockChange>(Error{Error::Kind::Cancelled, u"Stopped."_s})
                                         : Result<BlockChange>(chain.expected(height));
                          },
                          {.firstDay = 0, .stored = [&](qint64) { isStopped = true; }});
        QCOMPARE(history.days, 1);
        QCOMPARE(history.end->kind, Error::Kind::Cancelled);
    }

    void genesisAloneHasNoDays()
    {
        const FiledChain chain = chainOf(8);
        Book book(chain.naive);
        auto prices = book.prices({});
        const auto history =
            storeDaysBack(*book.store, prices, genesisOf(chain), {}, spentIn(chain), toGenesis());
        QVERIFY(!history.end);
        QCOMPARE(history.days, 0);
        QVERIFY(book.rows().empty());
    }

private:
    static ChainState stateAfter(const FiledChain& chain)
    {
        ChainState state = genesisOf(chain);
        for (const BlockChange& block : chain.changes()) {
            if (state.connect(block).hasError())
                qFatal("a block of the test does not fit");
        }
        return state;
    }
};

QTEST_GUILESS_MAIN(TestCohortHistory)
#include "tst_cohorthistory.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/localmoment.h"
#include "models/history/replay.h"
#include "models/market/periods.h"
#include "models/market/tradingcalendar.h"
#include "tests/support/dailyrun.h"
#include "tests/support/failonwarning.h"
#include "tests/support/foldersearch.h"
#include "tests/support/standin/alternativevenue.h"
#include "tests/support/standin/coinmetricsvenue.h"
#include "tests/support/standin/fredvenue.h"
#include "tests/support/standin/mofvenue.h"
#include "tests/support/standin/treasuryvenue.h"

using namespace holdline;
using namespace holdline::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// Of the economy and of exchanges: series of one column.
class MacroRun final {
public:
    explicit MacroRun(const QString& provider) : daily(provider) {}

    [[nodiscard]] std::vector<Sample> samples(const QString& name) { return daily.samples(name, u"value"_s); }
    [[nodiscard]] bool has(const QString& name) { return !samples(name).empty(); }
    [[nodiscard]] UtcTime now() { return run.server().now(); }
    /// Paths that were asked for since question `first`.
    [[nodiscard]] QStringList paths(std::size_t first = 0)
    {
        QStringList paths;
        for (const auto& question : run.server().log().questions()) {
            if (first > 0)
                --first;
            else
                paths.append(QString::fromUtf8(question.path));
        }
        return paths;
    }

    DailyRun daily;
    LiveRun& run = daily.run;
};

/// Each value stands over its date's period and was known at its end, or when it came.
void checkPeriods(const std::vector<Sample>& samples, Period (*periodOf)(UtcTime), UtcTime now)
{
    for (const Sample& sample : samples) {
        const Period period = periodOf(dayStart(sample.from));
        QCOMPARE(sample.from, period.from);
        QCOMPARE(sample.to, period.to);
        QVERIFY(sample.knownAt == period.knownAt ||
                (sample.knownAt < period.knownAt && sample.knownAt <= now));
    }
}

const Sample* sampleOn(const std::vector<Sample>& samples, UtcTime date)
{
    const auto found = std::find_if(samples.begin(), samples.end(),
                                    [&](const Sample& sample) { return dayStart(sample.from) == date; });
    return found == samples.end() ? nullptr : &*found;
}

UtcTime sessionBefore(UtcTime date, bool (*isSession)(UtcTime))
{
    do
        date -= oneDayLong;
    while (!isSession(date));
    return date;
}

} // namespace

class TestMacroCollector : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void flowsOfExchanges()
    {
        MacroRun play(u"coinmetrics"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(
            play.has(u"whales/coinmetrics"_s) && play.has(u"onchain/coinmetrics/FlowOutExUSD"_s), patience);
        QCOMPARE(play.run.status().problem, QString());
        QCOMPARE(play.run.status().rejected, 0);
        play.run.finish();
        const auto inflow = play.samples(u"whales/coinmetrics"_s);
        const UtcTime last = dayStart(play.now()) - 2 * oneDayLong;
        QCOMPARE(inflow.back().from, last);
        QCOMPARE(inflow.back().value, coinmetricsValue("FlowInExUSD", last));
        checkPeriods(inflow, utcDay, play.now());
        QCOMPARE(play.samples(u"onchain/coinmetrics/FlowOutExUSD"_s).back().value,
                 coinmetricsValue("FlowOutExUSD", last));

        const auto series = play.run.store()->find(u"whales/coinmetrics"_s).value();
        QCOMPARE(series.front().key.source, u"coinmetrics"_s);
        QVERIFY(series.front().key.definition.contains(u"total"_s));
        QCOMPARE(series.front().unit, u"USD"_s);
    }

    /// Pages of a thousand days are joined, and asked for once each.
    void flowsInPages()
    {
        MacroRun play(u"coinmetrics"_s);
        play.run.server().play(u"short-pages"_s, 0, {{u"rows"_s, 1000}});
        play.run.start();
        const UtcTime last = dayStart(play.now()) - 2 * oneDayLong;
        const UtcTime first{std::chrono::sys_days{std::chrono::year{2010} / 7 / 18}};
        const auto days = static_cast<std::size_t>((last - first) / oneDayLong) + 1;
        QTRY_COMPARE_WITH_TIMEOUT(play.samples(u"whales/coinmetrics"_s).size(), days, patience);
        QTRY_COMPARE_WITH_TIMEOUT(play.samples(u"onchain/coinmetrics/FlowOutExUSD"_s).size(), days, patience);
        QTest::qWait(500);
        play.run.finish();
        QCOMPARE(play.paths().size(), static_cast<qsizetype>(2 * ((days + 999) / 1000)));
    }

    void yieldsOfJapan()
    {
        MacroRun play(u"mof"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/jgb40y_yield"_s), patience);
        play.run.finish();
        const UtcTime today = localDate(play.now(), tokyo());
        const UtcTime last = sessionBefore(today, isTokyoSession);
        const auto ten = play.samples(u"macro/jgb10y_yield"_s);
        QCOMPARE(dayStart(ten.front().from), UtcTime(std::chrono::sys_days{std::chrono::year{2015} / 1 / 5}));
        QCOMPARE(dayStart(ten.back().from), last);
        QCOMPARE(ten.back().value, mofYield(10, last));
        checkPeriods(ten, tokyoYields, play.now());
        std::size_t sessions = 0;
        for (UtcTime date = dayStart(ten.front().from); date <= last; date += oneDayLong)
            sessions += isTokyoSession(date) ? 1 : 0;
        QCOMPARE(ten.size(), sessions); // both files, no day twice and none passed over
        // A dash is no value.
        QVERIFY(dayStart(play.samples(u"macro/jgb40y_yield"_s).front().from) >=
                UtcTime(std::chrono::sys_days{std::chrono::year{2016} / 1 / 1}));
    }

    /// One page after the other, from sixty days ago on; those that are not there are no failure.
    void auctionsOfJapan()
    {
        MacroRun play(u"mof"_s);
        play.run.settings().captureFile = QDir(play.run.folder()).filePath(u"capture.jsonl"_s);
        play.run.start();
        const UtcTime now = play.now();
        const auto pageOf = [](UtcTime date) {
            return u"eresul/eresul"_s + toIso(date).left(10).remove(u'-') + u".htm"_s;
        };
        UtcTime last = dayStart(now);
        while (!isTokyoSession(last))
            last -= oneDayLong;
        QTRY_VERIFY_WITH_TIMEOUT(play.paths().join(u' ').contains(pageOf(last)), patience);
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/jgb10y_yield"_s) && play.run.status().rejected == 0,
                                 patience);
        QTest::qWait(300);
        QCOMPARE(play.run.status().problem, QString());
        play.run.finish();

        QStringList wanted;
        std::vector<UtcTime> held;
        for (UtcTime date = dayStart(now) - 60 * oneDayLong; date <= last; date += oneDayLong) {
            if (isTokyoSession(date))
                wanted.append(pageOf(date));
            if (isMofAuction(date) && tokyoAuction(date).knownAt <= now)
                held.push_back(date);
        }
        QStringList asked;
        for (const QString& path : play.paths()) {
            if (path.contains(u"eresul/"_s))
                asked.append(path.mid(path.indexOf(u"eresul/"_s)));
        }
        QCOMPARE(asked, wanted);
        const auto covers = play.samples(u"macro/jgb20_bid_to_cover"_s);
        const auto tails = play.samples(u"macro/jgb20_auction_tail"_s);
        QCOMPARE(covers.size(), held.size());
        QCOMPARE(tails.size(), held.size());
        for (std::size_t i = 0; i < held.size(); ++i) {
            QCOMPARE(dayStart(covers[i].from), held[i]);
            QCOMPARE(covers[i].value.units, mofBids(held[i]).units / 800); // without a remainder
            QCOMPARE(covers[i].knownAt, held[i] + 3h + 35min);             // 12:35 in Tokyo
            QCOMPARE(tails[i].value, Amount{decimalUnits});                // 2.441 % less 2.431 %
        }

        const QTemporaryDir other;
        const auto report = replayCapture(play.run.settings().captureFile,
                                          {.dataDir = other.filePath(u"replayed"_s)}, Progress{});
        QVERIFY(report.hasValue());
        const SystemClock clock;
        const auto replayed = Store::open(other.filePath(u"replayed"_s), clock).value();
        for (const QString& name : {u"macro/jgb20_bid_to_cover"_s, u"macro/jgb10y_yield"_s}) {
            const auto found = replayed->find(name).value();
            QCOMPARE(found.size(), std::size_t{1});
            QCOMPARE(replayed->samples(found.front().id, {earliestTime, latestTime}).value(),
                     play.samples(name));
        }
    }

    void auctionsOfTheTreasury()
    {
        MacroRun play(u"treasury"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/us30y_bid_to_cover"_s), patience);
        QCOMPARE(play.run.status().rejected, 0); // nor for those announced
        play.run.finish();
        for (const int years : {10, 30}) {
            const auto covers = play.samples(u"macro/us%1y_bid_to_cover"_s.arg(years));
            checkPeriods(covers, newYorkClose, play.now());
            std::size_t count = 0;
            for (std::chrono::year_month month = std::chrono::year{2015} / 1;
                 treasuryAuction(month, years) + oneDayLong <= play.now(); month += std::chrono::months{1}) {
                const Sample* sample = sampleOn(covers, treasuryAuction(month, years));
                QVERIFY(sample);
                QCOMPARE(sample->value, treasuryCover(years, treasuryAuction(month, years)));
                ++count;
            }
            QCOMPARE(covers.size(), count); // no other term, and none that follows prices
        }
    }

    void seriesOfFred()
    {
        MacroRun play(u"fred"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/sp500"_s) && play.has(u"macro/dtwexbgs"_s) &&
                                     play.has(u"macro/dgs10"_s),
                                 patience);
        QCOMPARE(play.run.status().rejected, 0);
        play.run.finish();
        const auto index = play.samples(u"macro/sp500"_s);
        checkPeriods(index, newYorkClose, play.now());
        const UtcTime last = sessionBefore(dayStart(play.now()), isNewYorkSession);
        QCOMPARE(dayStart(index.back().from), last);
        QCOMPARE(index.back().value, fredValue("SP500", last));
        QVERIFY(!sampleOn(index, std::chrono::sys_days{std::chrono::year{2024} / 12 / 25}));
        const auto store = play.run.store();
        QCOMPARE(store->find(u"macro/dgs10"_s).value().front().unit, u"%"_s);
    }

    void fearAndGreedOfAllTime()
    {
        MacroRun play(u"alternative"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/fear_greed"_s), patience);
        play.run.finish();
        const auto index = play.samples(u"macro/fear_greed"_s);
        const UtcTime first{std::chrono::sys_days{std::chrono::year{2018} / 2 / 1}};
        QCOMPARE(index.front().from, first);
        QCOMPARE(index.front().value, fearAndGreed(first));
        QCOMPARE(index.front().knownAt, first + oneDayLong);
        QCOMPARE(index.back().from, dayStart(index.back().knownAt)); // today's, known when it came
        QCOMPARE(play.paths().size(), qsizetype{2});                 // a month, then all
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("words");  // of the problem or of a reject
        QTest::addColumn<QString>("stored"); // a series that is there all the same; or none
        const auto row = [](const QString& provider, const char* name, const QString& fault,
                            const QJsonObject& options, const QString& words, const QString& stored = {}) {
            QTest::addRow("%s: %s", qPrintable(provider), name)
                << provider << fault << options << words << stored;
        };
        for (const QString& provider :
             {u"coinmetrics"_s, u"mof"_s, u"treasury"_s, u"fred"_s, u"alternative"_s}) {
            row(provider, "a web page", u"html"_s, {}, u"web page"_s);
            row(provider, "cut short", u"truncate"_s, {}, u"cut short"_s);
            row(provider, "out of order", u"status"_s, {{u"code"_s, 500}}, u"HTTP 500"_s);
            row(provider, "too often, for a time", u"status"_s, {{u"code"_s, 429}, {u"retry-after"_s, 600}},
                u"HTTP 429"_s);
            row(provider, "too often", u"status"_s, {{u"code"_s, 429}}, u"HTTP 429"_s);
            row(provider, "refused", u"status"_s, {{u"code"_s, 403}}, u"HTTP 403"_s);
        }
        for (const QString& provider : {u"coinmetrics"_s, u"treasury"_s, u"fred"_s, u"alternative"_s})
            row(provider, "an error within", u"error-body"_s, {}, u"Something is wrong"_s);
        row(u"fred"_s, "a key that is refused", u"bad-key"_s, {}, u"The key is not accepted"_s);

        const QString inflow = u"whales/coinmetrics"_s;
        const QString outflow = u"onchain/coinmetrics/FlowOutExUSD"_s;
        row(u"coinmetrics"_s, "a metric that is not free", u"missing-series"_s, {{u"names"_s, u"Flow"_s}},
            u"HTTP 403"_s);
        row(u"coinmetrics"_s, "pages that lead nowhere", u"same-page"_s, {}, {}, inflow);
        row(u"coinmetrics"_s, "numbers", u"text-numbers"_s, {}, {}, outflow);
        row(u"coinmetrics"_s, "nulls", u"odd-values"_s, {}, {}, inflow);
        row(u"coinmetrics"_s, "a byte order mark", u"bom"_s, {}, {}, inflow);
        const QString yields = u"macro/jgb10y_yield"_s;
        row(u"mof"_s, "another heading", u"renamed"_s, {}, u"not the English table"_s);
        row(u"mof"_s, "in Japanese", u"japanese"_s, {}, u"not the English table"_s);
        row(u"mof"_s, "a column more", u"new-column"_s, {}, u"no maturity: Note"_s, yields);
        row(u"mof"_s, "words", u"odd-values"_s, {{u"value"_s, u"n/a"_s}}, u"no yield"_s, yields);
        row(u"mof"_s, "a byte order mark", u"bom"_s, {}, {}, yields);
        row(u"mof"_s, "packed", u"gzip"_s, {}, {}, yields);
        const QString covers = u"macro/us10y_bid_to_cover"_s;
        row(u"treasury"_s, "another heading", u"renamed"_s, {}, u"what was auctioned"_s);
        row(u"treasury"_s, "words", u"odd-values"_s, {{u"value"_s, u"\"n/a\""_s}}, u"cannot be"_s);
        row(u"treasury"_s, "a byte order mark", u"bom"_s, {}, {}, covers);
        row(u"fred"_s, "NaN", u"odd-values"_s, {{u"value"_s, u"\"NaN\""_s}}, u"no number"_s,
            u"macro/dgs10"_s);
        row(u"alternative"_s, "more than the most", u"odd-values"_s, {{u"value"_s, u"\"105\""_s}},
            u"from 0 to 100"_s, u"macro/fear_greed"_s);
    }
    void whatIsWrongIsTold()
    {
        QFETCH(QString, provider);
        QFETCH(QString, fault);
        QFETCH(QJsonObject, options);
        QFETCH(QString, words);
        QFETCH(QString, stored);
        MacroRun play(provider);
        play.run.server().play(fault, 0, options);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.daily.isTold(words), patience);
        if (!stored.isEmpty())
            QTRY_VERIFY_WITH_TIMEOUT(play.has(stored), patience);
        play.run.finish();
        if (stored.isEmpty())
            QVERIFY(play.run.store()->list().value().empty());
    }

    void onePageOverAndOverIsTold()
    {
        MacroRun play(u"coinmetrics"_s);
        play.run.server().play(u"short-pages"_s, 0, {{u"rows"_s, 1000}});
        play.run.server().play(u"same-page"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.daily.isTold(u"leads no further"_s), patience);
        QTest::qWait(500);
        play.run.finish();
        QVERIFY(play.paths().size() <= 4); // a page and once more, of each metric
    }

    /// This month is not stored with a hole before it.
    void thePastOfYieldsIsWaitedFor()
    {
        MacroRun play(u"mof"_s);
        play.run.server().play(u"status"_s, 0, {{u"code"_s, 503}, {u"path"_s, u"jgbcme_all"_s}});
        play.run.start();
        // The sentence about it stands only until another question is answered.
        QTRY_VERIFY_WITH_TIMEOUT(play.paths().join(u' ').contains(u"jgbcme_all"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/jgb20_bid_to_cover"_s), patience);
        play.run.finish();
        QVERIFY(!play.has(u"macro/jgb10y_yield"_s));
    }

    void theNextRunAsksForTheTail()
    {
        MacroRun play(u"treasury"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/us30y_bid_to_cover"_s), patience);
        play.run.finish();
        const auto before = play.paths().size();
        // Within an hour of the last answer nothing is asked again.
        play.run.start();
        QTest::qWait(1200);
        play.run.finish();
        QCOMPARE(play.paths().size(), before);
    }

    void theKeyStaysHidden_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("all well") << QString();
        QTest::newRow("refused") << u"bad-key"_s;
        QTest::newRow("too often") << u"status"_s;
        QTest::newRow("cut short") << u"truncate"_s;
        QTest::newRow("elsewhere") << u"redirect"_s;
    }
    /// In no file of the data folder, no capture and no sentence, though it stands in each address.
    void theKeyStaysHidden()
    {
        QFETCH(QString, fault);
        MacroRun play(u"fred"_s);
        if (!fault.isEmpty())
            play.run.server().play(fault, 0, {{u"code"_s, 429}});
        play.run.settings().captureFile = QDir(play.run.folder()).filePath(u"capture.jsonl"_s);
        play.run.start();
        if (fault.isEmpty())
            QTRY_VERIFY_WITH_TIMEOUT(play.has(u"macro/sp500"_s), patience);
        else
            QTRY_VERIFY_WITH_TIMEOUT(!play.run.status().problem.isEmpty(), patience);
        QVERIFY(!play.daily.isTold(QLatin1String(standInKey)));
        play.run.finish();
        QCOMPARE(fileThatHolds(play.run.folder(), standInKey), QString());
    }

    void withoutAKeyFredIsNotAsked()
    {
        DailyRun play(u"fred"_s, {});
        play.run.start();
        QTest::qWait(300);
        QVERIFY(play.isTold(u"--set-key fred"_s));
        QVERIFY(play.run.server().log().questions().empty());
        play.run.finish();
    }
};

QTEST_GUILESS_MAIN(TestMacroCollector)
#include "tst_macrocollector.moc"

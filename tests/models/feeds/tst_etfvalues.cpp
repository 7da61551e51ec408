// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/etfvalues.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

/// `0 1 3`: days after the first on which a fund reported, one dollar each.
std::vector<DayValue> onDays(const char* days)
{
    std::vector<DayValue> values;
    for (const QByteArray& day : QByteArray(days).split(' ')) {
        if (!day.isEmpty())
            values.push_back({firstDay + day.toInt() * std::chrono::days{1}, {decimalUnits}});
    }
    return values;
}

} // namespace

class TestEtfValues : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void tickers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("fund");
        QTest::newRow("a known one") << QByteArray(R"("IBIT")") << u"IBIT"_s;
        QTest::newRow("in small letters") << QByteArray(R"("fbtc")") << u"FBTC"_s;
        QTest::newRow("a new one") << QByteArray(R"("XYZ9")") << u"XYZ9"_s;
        QTest::newRow("the total is none") << QByteArray(R"("Total")") << QString();
        QTest::newRow("too long") << QByteArray(R"("BITCOINS")") << QString();
        QTest::newRow("a path") << QByteArray(R"("A/B")") << QString();
        QTest::newRow("a number") << QByteArray("12") << QString();
        QTest::newRow("null") << QByteArray("null") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void tickers()
    {
        QFETCH(QByteArray, raw);
        QTEST(fundOf(JsonToken(std::string_view(raw.constData(), std::size_t(raw.size())))), "fund");
    }

    void flows_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("flow"); // empty: none
        QTest::addColumn<bool>("isNotReported");
        QTest::newRow("out") << QByteArray("-151200000.5") << QByteArray("-151200000.5") << false;
        QTest::newRow("a text") << QByteArray(R"("12.25")") << QByteArray("12.25") << false;
        QTest::newRow("a reported zero") << QByteArray("0") << QByteArray("0") << false;
        QTest::newRow("null") << QByteArray("null") << QByteArray() << true;
        QTest::newRow("an empty text") << QByteArray(R"("")") << QByteArray() << true;
        QTest::newRow("a dash") << QByteArray(R"("-")") << QByteArray() << true;
        QTest::newRow("a longer dash") << QByteArray(R"("–")") << QByteArray() << true;
        QTest::newRow("the same escaped") << QByteArray(R"("\u2013")") << QByteArray() << true;
        QTest::newRow("not there") << QByteArray() << QByteArray() << true;
        QTest::newRow("NaN") << QByteArray(R"("NaN")") << QByteArray() << false;
        QTest::newRow("a trillion") << QByteArray("1e12") << QByteArray() << false;
        QTest::newRow("a trillion out") << QByteArray("-1e12") << QByteArray() << false;
    }
    void flows()
    {
        QFETCH(QByteArray, raw);
        const JsonToken token(std::string_view(raw.constData(), std::size_t(raw.size())));
        const auto flow = flowOf(token);
        QTEST(flow ? flow->toText() : QByteArray(), "flow");
        QTEST(holdline::isNotReported(token), "isNotReported");
    }

    void completeness_data()
    {
        QTest::addColumn<QByteArray>("first"); // days on which the fund reported
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("day");
        QTest::addColumn<bool>("isWhole");
        const auto row = [](const char* name, const char* first, const char* second, int day, bool isWhole) {
            QTest::newRow(name) << QByteArray(first) << QByteArray(second) << day << isWhole;
        };
        row("both", "0 1 2", "0 1 2", 2, true);
        row("one is missing", "0 1 2", "0 1", 2, false);
        row("one has gone", "0 1 2 3 4 5 6 7 8 9 10 11", "0", 11, true);
        row("one is missing for the tenth time", "0 1 2 3 4 5 6 7 8 9 10", "0", 10, false);
        row("one is new", "0 1 2", "2", 2, true);
        row("one has never reported", "0 1 2", "", 2, true);
        row("an earlier day", "0 1 2", "0 1", 1, true);
        row("days between sessions do not count", "0 30", "0", 30, false);
        row("no fund at all", "", "", 2, false);
        row("none on that day", "0 1", "0 1", 2, false);
        row("the first day of all", "0", "0", 0, true);
    }
    void completeness()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(int, day);
        const FundValues funds{{u"IBIT"_s, onDays(first)}, {u"FBTC"_s, onDays(second)}};
        QTEST(haveAllReported(funds, firstDay + day * std::chrono::days{1}), "isWhole");
    }

    void theNewestIsHeldBackAlone()
    {
        const FundValues funds{{u"IBIT"_s, onDays("0 2 3")}, {u"FBTC"_s, onDays("0 2")}};
        std::vector<DayValue> total = onDays("0 2 3");
        std::vector<QString> rejects;
        holdBackNewest(total, funds, rejects);
        QCOMPARE(textOf(total), QByteArray("0:1 2:1"));
        QCOMPARE(rejects, std::vector<QString>{
                              u"the total of 2026-01-23 is held back until all funds have reported"_s});
        holdBackNewest(total, funds, rejects);
        QCOMPARE(textOf(total), QByteArray("0:1 2:1"));
        total.clear();
        holdBackNewest(total, funds, rejects);
        QCOMPARE(rejects.size(), std::size_t{1});
    }

    /// As files bring them: a session of New York, known at the midnight after it, in plain dollars.
    void recordsAreOfSessions()
    {
        const DailyRecord record = etfFlowRecord(etfFlowKey(u"IBIT"_s, u"coinglass"_s), onDays("0"));
        QCOMPARE(record.key, (SeriesKey{u"etf/btc/IBIT"_s, u"value"_s, u"coinglass"_s, {}}));
        QCOMPARE(record.unit, u"USD"_s);
        const Period session = record.period(firstDay);
        QCOMPARE(toIso(session.from), u"2026-01-20T14:30:00Z"_s);
        QCOMPARE(toIso(session.to), u"2026-01-20T21:00:00Z"_s);
        QCOMPARE(toIso(session.knownAt), u"2026-01-21T05:00:00Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestEtfValues)
#include "tst_etfvalues.moc"

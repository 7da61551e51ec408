// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/cohortvalues.h"
#include "models/feeds/daycolumns.h"
#include "tests/support/failonwarning.h"

#include <array>

using namespace holdline;

namespace {

constexpr UtcTime first{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

UtcTime day(int number)
{
    return first + std::chrono::days{number};
}

Amount amount(const char* text)
{
    return *Amount::parse(text);
}

} // namespace

class TestCohortValues : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void costs_data()
    {
        QTest::addColumn<QByteArray>("money");
        QTest::addColumn<QByteArray>("supply");
        QTest::addColumn<QByteArray>("cost"); // by hand; empty: none
        QTest::newRow("as it is") << QByteArray("300000") << QByteArray("3") << QByteArray("100000");
        QTest::newRow("a third is rounded down")
            << QByteArray("100000") << QByteArray("3") << QByteArray("33333.33333333");
        QTest::newRow("two thirds are rounded up")
            << QByteArray("200000") << QByteArray("3") << QByteArray("66666.66666667");
        QTest::newRow("half a unit is rounded away from zero")
            << QByteArray("0.00000001") << QByteArray("2") << QByteArray("0.00000001");
        QTest::newRow("all money and all coins")
            << QByteArray("2000000000000") << QByteArray("20000000") << QByteArray("100000");
        QTest::newRow("no coin") << QByteArray("5") << QByteArray("0") << QByteArray();
        QTest::newRow("no money") << QByteArray("0") << QByteArray("5") << QByteArray();
        QTest::newRow("dearer than can be") << QByteArray("100000000") << QByteArray("1") << QByteArray();
    }
    void costs()
    {
        QFETCH(QByteArray, money);
        QFETCH(QByteArray, supply);
        QFETCH(QByteArray, cost);
        const auto made = costOf(*Amount::parse(money), *Amount::parse(supply));
        QCOMPARE(made ? made->toText() : QByteArray(), cost);
    }

    void daysOfTexts()
    {
        QCOMPARE(dayOf(JsonToken("\"2026-01-20\"")), std::optional(first));
        QCOMPARE(dayOf(JsonToken("\"2026-01-20 13:00:00\"")), std::optional(first));
        QVERIFY(!dayOf(JsonToken("\"20260120\"")));
        QVERIFY(!dayOf(JsonToken("\"2026-02-30\"")));
        QVERIFY(!dayOf(JsonToken("\"\"")));
        QVERIFY(!dayOf(JsonToken("20260120")));
    }

    void ofOneDayTheLastHolds()
    {
        std::vector<DayValue> values{
            {day(2), amount("2")}, {day(0), amount("1")}, {day(2), amount("3")}, {day(1), amount("4")}};
        putInOrder(values);
        const std::vector<DayValue> wanted{
            {day(0), amount("1")}, {day(1), amount("4")}, {day(2), amount("3")}};
        QCOMPARE(values, wanted);
    }

    /// Only days that all have, and only when all were told anew.
    void columnsAreJoined()
    {
        DayColumns columns(3);
        const std::array<std::size_t, 2> both{0, 2};
        columns.take(0, {{day(0), amount("1")}, {day(1), amount("2")}, {day(3), amount("4")}});
        QVERIFY(!columns.areNew(both));
        columns.take(2, {{day(1), amount("20")}, {day(2), amount("30")}, {day(3), amount("40")}});
        QVERIFY(columns.areNew(both));
        std::vector<std::pair<UtcTime, Amount>> sums;
        const auto add = [&](UtcTime at, std::span<const Amount> row) {
            sums.emplace_back(at, row[0] + row[1]);
        };
        columns.eachDay(both, add);
        const std::vector<std::pair<UtcTime, Amount>> wanted{{day(1), amount("22")}, {day(3), amount("44")}};
        QCOMPARE(sums, wanted);
        columns.wereJoined(both, std::chrono::days{1});
        QVERIFY(!columns.areNew(both));

        // A later answer replaces its days, what it leaves out included; older ones were forgotten.
        columns.take(0, {{day(2), amount("5")}, {day(4), amount("6")}});
        columns.take(2, {{day(4), amount("60")}});
        sums.clear();
        columns.eachDay(both, add);
        const std::vector<std::pair<UtcTime, Amount>> later{{day(2), amount("35")}, {day(4), amount("66")}};
        QCOMPARE(sums, later);
    }
};

QTEST_GUILESS_MAIN(TestCohortValues)
#include "tst_cohortvalues.moc"

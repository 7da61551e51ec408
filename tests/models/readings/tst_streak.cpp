// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/record.h"
#include "models/readings/streak.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

namespace {

constexpr Span oneMonth = std::chrono::hours{24} * 30;

std::vector<Sample> monthly(const std::vector<int>& values, int missingAfter = -1)
{
    std::vector<Sample> samples;
    UtcTime from{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        samples.push_back({from, from + oneMonth, from + oneMonth, Amount{Int128{values[i]} * decimalUnits}});
        from += oneMonth * (static_cast<int>(i) == missingAfter ? 3 : 1);
    }
    return samples;
}

} // namespace

class TestStreak : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void valuesOfOneSign_data()
    {
        QTest::addColumn<QList<int>>("values");
        QTest::addColumn<int>("missingAfter");
        QTest::addColumn<qint64>("streak");
        QTest::newRow("five months of selling")
            << QList<int>{3, 6, -4, -7, -10, -14, -52} << -1 << qint64{-5};
        QTest::newRow("buying again") << QList<int>{-3, 6} << -1 << qint64{1};
        QTest::newRow("a zero ends it") << QList<int>{-3, 0, -6} << -1 << qint64{-1};
        QTest::newRow("the last is zero") << QList<int>{-3, 0} << -1 << qint64{0};
        QTest::newRow("a month that is not stored ends it") << QList<int>{-1, -2, -3, -4} << 1 << qint64{-2};
        QTest::newRow("nothing") << QList<int>{} << -1 << qint64{0};
    }
    void valuesOfOneSign()
    {
        QFETCH(QList<int>, values);
        QFETCH(int, missingAfter);
        const auto samples = monthly({values.begin(), values.end()}, missingAfter);
        QTEST(signStreak(samples, oneMonth * 2), "streak");
    }

    void risesAndFalls_data()
    {
        QTest::addColumn<QList<int>>("values");
        QTest::addColumn<qint64>("streak");
        QTest::newRow("rising") << QList<int>{5, 1, 2, 3} << qint64{2};
        QTest::newRow("falling") << QList<int>{5, 4, 3, 2} << qint64{-3};
        QTest::newRow("no change ends it") << QList<int>{5, 4, 4} << qint64{0};
        QTest::newRow("one value") << QList<int>{5} << qint64{0};
    }
    void risesAndFalls()
    {
        QFETCH(QList<int>, values);
        QTEST(changeStreak(monthly({values.begin(), values.end()}), oneMonth * 2), "streak");
    }

    void aLongRunIsUnusual()
    {
        QCOMPARE(runUnusualness(1), 0.0);
        QCOMPARE(runUnusualness(-2), 0.5);
        QCOMPARE(runUnusualness(-5), 1 - 1 / 16.0);
    }

    void theUsualStepIsTwiceTheMedian()
    {
        QCOMPARE(usualStep(monthly({1, 2, 3, 4}, 1)), Span(oneMonth * 2));
        QCOMPARE(usualStep(monthly({1})), Span(std::chrono::hours{24 * 12}));
    }

    void records_data()
    {
        QTest::addColumn<QList<int>>("values");
        QTest::addColumn<int>("since"); // index, -1: no record
        QTest::addColumn<bool>("isOfAll");
        QTest::addColumn<bool>("isLargest");
        QTest::newRow("largest sale of all") << QList<int>{4, 3, -4, -52} << 0 << true << false;
        QTest::newRow("since a larger sale") << QList<int>{4, -60, 3, -4, -52} << 1 << false << false;
        QTest::newRow("as large a sale counts") << QList<int>{4, -52, 3, -4, -52} << 1 << false << false;
        QTest::newRow("a buy among sales") << QList<int>{9, -4, 2, 7} << 0 << false << true;
        QTest::newRow("lowest of positive values") << QList<int>{30, 41, 35, 32} << 0 << false << false;
        QTest::newRow("highest of positive values") << QList<int>{30, 41, 35, 36} << 1 << false << true;
        QTest::newRow("the one before was as extreme") << QList<int>{1, -9, -8} << -1 << false << false;
        QTest::newRow("two values alone") << QList<int>{1, -9} << -1 << false << false;
    }
    void records()
    {
        QFETCH(QList<int>, values);
        QFETCH(int, since);
        QFETCH(bool, isOfAll);
        QFETCH(bool, isLargest);
        const auto samples = monthly({values.begin(), values.end()});
        const auto record = recordOf(samples, takesBothSigns(samples));
        if (since < 0) {
            QVERIFY(!record);
            return;
        }
        QVERIFY(record);
        QCOMPARE(*record, (Record{samples[static_cast<std::size_t>(since)].from, isOfAll, isLargest}));
    }
};

QTEST_GUILESS_MAIN(TestStreak)
#include "tst_streak.moc"

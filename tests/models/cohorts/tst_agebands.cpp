// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/agebands.h"
#include "models/cohorts/blocktimes.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

class TestAgeBands final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void names()
    {
        QStringList names;
        for (std::size_t cohort = 0; cohort < cohortCount; ++cohort)
            names.append(cohortName(cohort));
        QCOMPARE(names.join(u' '),
                 QStringLiteral(
                     "0-1d 1d-1w 1w-1m 1m-3m 3m-6m 6m-12m 12m-18m 18m-24m 2y-3y 3y-5y 5y-7y 7y-10y 10y+ "
                     "sth lth all"));
    }

    void bandsCoverEveryAge()
    {
        QCOMPARE(ageBands.front().from, 0);
        for (std::size_t band = 1; band < ageBands.size(); ++band)
            QCOMPARE(ageBands[band].from, ageBands[band - 1].to);
    }

    void bandsBeginAt_data()
    {
        QTest::addColumn<qint64>("days");
        QTest::addColumn<QString>("name");
        const auto row = [](qint64 days, const char* name) {
            QTest::newRow(name) << days << QString::fromLatin1(name);
        };
        row(1, "1d-1w");
        row(7, "1w-1m");
        row(30, "1m-3m");
        row(90, "3m-6m");
        row(180, "6m-12m");
        row(360, "12m-18m");
        row(540, "18m-24m");
        row(730, "2y-3y");
        row(3 * 365, "3y-5y");
        row(5 * 365, "5y-7y");
        row(7 * 365, "7y-10y");
        row(10 * 365, "10y+");
    }
    void bandsBeginAt()
    {
        QFETCH(qint64, days);
        QTEST(cohortName(bandOfAge(days * 86'400)), "name");
        QVERIFY(bandOfAge(days * 86'400 - 1) + 1 == bandOfAge(days * 86'400));
        QCOMPARE(cohortName(bandOfAge(-5)), QStringLiteral("0-1d"));
    }

    void thresholds()
    {
        const HolderThreshold hard;
        QCOMPARE(hard.seconds(), 13'392'000);
        QCOMPARE(longTermWeight(hard, 13'391'999), 0);
        QCOMPARE(longTermWeight(hard, 13'392'000), wholeWeight);
        QCOMPARE(hard.toText(), QStringLiteral("< 155 d"));
        QCOMPARE((HolderThreshold{HolderThreshold::Rule::Hard, 150}.toText()), QStringLiteral("< 150 d"));
    }

    void logisticWeights_data()
    {
        QTest::addColumn<qint64>("days");
        QTest::addColumn<double>("weight");
        QTest::newRow("133 days") << qint64{133} << 0.0998;
        QTest::newRow("155 days") << qint64{155} << 0.5;
        QTest::newRow("165 days") << qint64{165} << 0.7311;
        QTest::newRow("177 days") << qint64{177} << 0.9002;
        QTest::newRow("100 days") << qint64{100} << 0.0;
        QTest::newRow("210 days") << qint64{210} << 1.0;
    }
    void logisticWeights()
    {
        QFETCH(qint64, days);
        QFETCH(double, weight);
        const HolderThreshold logistic{HolderThreshold::Rule::Logistic, 155};
        const double found = static_cast<double>(longTermWeight(logistic, days * 86'400)) / wholeWeight;
        QVERIFY(std::abs(found - weight) < 0.00005);
    }

    void agesCountFromTheLatestTimeSoFar()
    {
        BlockTimes times({100, 300, 200, 250, 400});
        QCOMPARE(std::vector(times.monotone().begin(), times.monotone().end()),
                 (std::vector<quint32>{100, 300, 300, 300, 400}));
        QCOMPARE(times.firstAfter(299), 1U);
        QCOMPARE(times.firstAfter(300), 4U);
        QCOMPARE(times.firstAfter(400), 5U);
        QCOMPARE(times.firstAfter(-1), 0U);
        // Of an age of [0, 100) at 350: the three whose latest time is 300.
        QVERIFY(times.withAge(0, 100, 350) == (HeightRange{1, 4}));
        // An age of exactly 50 is in [50, 100) and not in [0, 50).
        QVERIFY(times.withAge(0, 50, 350) == (HeightRange{4, 4}));
        times.dropLast();
        times.append(90);
        QCOMPARE(times.monotone()[4], 300U);
    }
};

QTEST_GUILESS_MAIN(TestAgeBands)
#include "tst_agebands.moc"

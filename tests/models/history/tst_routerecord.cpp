// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/routerecord.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

UtcTime at(int seconds)
{
    return UtcTime{std::chrono::seconds{1'700'000'000 + seconds}};
}

Coverage known(int from, int to)
{
    return {{at(from), at(to)}, CoverageState::Known, QString()};
}

Coverage missing(int from, int to, const char* why)
{
    return {{at(from), at(to)}, CoverageState::Missing, QString::fromLatin1(why)};
}

} // namespace

/// Bounds by the rule: from the last message before to the first after.
class TestRouteRecord : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void anOutageLiesBetweenTwoMessages()
    {
        RouteRecord record(QString(), std::nullopt);
        record.message(at(0));
        record.message(at(5));
        record.broke(at(6), QStringLiteral("cut"));
        QCOMPARE(*record.openOutage(at(8)), missing(5, 8, "cut"));
        record.message(at(9));
        record.message(at(12));
        QVERIFY(!record.openOutage(at(20)));
        QCOMPARE(record.take(), (std::vector{known(0, 5), missing(5, 9, "cut"), known(9, 12)}));
        QVERIFY(record.take().empty());
    }

    void aStretchGrowsFromItsBeginning()
    {
        RouteRecord record(QString(), std::nullopt);
        record.message(at(0));
        record.message(at(5));
        QCOMPARE(record.take(), (std::vector{known(0, 5)}));
        record.message(at(7));
        QCOMPARE(record.take(), (std::vector{known(0, 7)}));
    }

    void theTimeSinceAnEarlierRunIsAnOutage()
    {
        RouteRecord record(QString(), at(-60));
        QVERIFY(record.take().empty());
        record.message(at(0));
        QCOMPARE(record.take(), (std::vector{missing(-60, 0, "Holdline was not recording")}));
    }

    void aConnectionThatTellsNothingIsNoStretch()
    {
        RouteRecord record(QString(), std::nullopt);
        record.message(at(0));
        record.message(at(1));
        record.broke(at(2), QStringLiteral("first"));
        record.broke(at(3), QStringLiteral("second"));
        record.message(at(30));
        QCOMPARE(record.take(), (std::vector{known(0, 1), missing(1, 30, "first")}));
    }

    void anOutageAtTheEndIsTold()
    {
        RouteRecord record(QString(), std::nullopt);
        record.message(at(0));
        record.message(at(5));
        record.broke(at(6), QStringLiteral("cut"));
        QVERIFY(!record.outageAtEnd()); // it ended there
        record.broke(at(20), QStringLiteral("Holdline ended"));
        QCOMPARE(*record.outageAtEnd(), missing(5, 20, "cut"));
        record.message(at(30));
        QVERIFY(!record.outageAtEnd());
    }

    void anotherRunBeginsWithWhatWasNotRecorded()
    {
        RouteRecord record(QString(), std::nullopt);
        record.message(at(0));
        record.message(at(5));
        record.broke(at(6), QStringLiteral("cut"));
        record.broke(at(20), QStringLiteral("Holdline ended"));
        record.beginAnotherRun();
        record.message(at(60));
        QCOMPARE(record.take(), (std::vector{known(0, 5), missing(20, 60, "Holdline was not recording")}));
        RouteRecord killed(QString(), std::nullopt);
        killed.message(at(0));
        killed.message(at(5));
        killed.beginAnotherRun();
        killed.message(at(60));
        QCOMPARE(killed.take(), (std::vector{known(0, 5), missing(5, 60, "Holdline was not recording")}));
    }

    void aSampledStretchSaysItsRule()
    {
        RouteRecord record(QStringLiteral("one a second"), std::nullopt);
        record.message(at(0));
        record.message(at(2));
        const Coverage entry{{at(0), at(2)}, CoverageState::Sampled, QStringLiteral("one a second")};
        QCOMPARE(record.take(), (std::vector{entry}));
    }

    void timeThatGoesBackEndsNothing()
    {
        RouteRecord record(QString(), std::nullopt);
        record.message(at(10));
        record.message(at(4));
        record.message(at(12));
        QCOMPARE(record.take(), (std::vector{known(10, 12)}));
    }
};

QTEST_GUILESS_MAIN(TestRouteRecord)
#include "tst_routerecord.moc"

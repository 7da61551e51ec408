// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/history/cohortstatefile.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using holdline::testing::FakeClock;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UtcTime start{Span{1767225600000}}; // 2026-01-01

ChainState state(quint32 time)
{
    return ChainState::atGenesis(BitcoinNetwork::Signet, {}, time);
}

} // namespace

class TestCohortStateFile final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aStateIsKeptAtMostOnceAMinute()
    {
        const QTemporaryDir folder;
        FakeClock clock(start);
        CohortStateKeeper keeper(folder.path(), BitcoinNetwork::Signet, clock);
        const auto kept = [&] { return loadCohortState(folder.path(), BitcoinNetwork::Signet, clock); };
        QVERIFY(keeper.keepIfDue(state(1)).hasValue());
        clock.advance(59s);
        QVERIFY(keeper.keepIfDue(state(2)).hasValue());
        QCOMPARE(kept().error().kind, Error::Kind::Unavailable);
        clock.advance(1s);
        QVERIFY(keeper.keepIfDue(state(3)).hasValue());
        QCOMPARE(kept().value(), state(3));
        clock.advance(59s);
        QVERIFY(keeper.keepIfDue(state(4)).hasValue());
        QCOMPARE(kept().value(), state(3));
        QVERIFY(keeper.keep(state(5)).hasValue()); // at the end
        QCOMPARE(kept().value(), state(5));
        QCOMPARE(networksWithState(folder.path()), std::vector{BitcoinNetwork::Signet});
    }

    void aDamagedFileIsSetAside()
    {
        const QTemporaryDir folder;
        FakeClock clock(start);
        CohortStateKeeper keeper(folder.path(), BitcoinNetwork::Signet, clock);
        QVERIFY(keeper.keep(state(1)).hasValue());
        QFile file(cohortStatePath(folder.path(), BitcoinNetwork::Signet));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.write("x") == 1);
        file.close();
        const auto damaged = loadCohortState(folder.path(), BitcoinNetwork::Signet, clock);
        QVERIFY(damaged.hasError());
        QVERIFY(isFault(damaged.error(), CohortFault::StateBad));
        const QStringList left = QDir(folder.path() + u"/cohorts"_s).entryList(QDir::Files);
        QCOMPARE(left, QStringList{u"state-signet.bin.bad-1767225600000"_s});
        QVERIFY(damaged.error().message.contains(left.first()));
        QCOMPARE(loadCohortState(folder.path(), BitcoinNetwork::Signet, clock).error().kind,
                 Error::Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestCohortStateFile)
#include "tst_cohortstatefile.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodedump.h"
#include "models/cohorts/cohorterror.h"
#include "tests/support/failonwarning.h"

#include <QStorageInfo>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

/// Nobody answers there: what is refused here is refused before the node is asked.
NodeAccess nowhere()
{
    return {parseNodeAddress(u"http://127.0.0.1:1"_s).value(), NodeCredentials(u"me"_s, u"secret"_s)};
}

} // namespace

class TestNodeDump final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void needsByHand()
    {
        // 165.4 million coins: 57 bytes each in the file; 64 and 1 GB on the disk.
        QCOMPARE(dumpNeed(BitcoinNetwork::Main).fileBytes, 9'427'800'000);
        QCOMPARE(dumpNeed(BitcoinNetwork::Main).freeBytes, 11'585'600'000);
        QCOMPARE(dumpNeed(BitcoinNetwork::Regtest).freeBytes, 1'000'000'000);
    }

    void theNameTellsHeightAndTime()
    {
        NodeGreeting node;
        node.chain.blocks = 945'486;
        QCOMPARE(dumpPath(u"/data"_s, node, fromMsecs(1'775'044'805'000)),
                 u"/data/utxo-main-945486-20260401-120005.dat"_s);
    }

    void aFileThatIsThereStays()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"utxo.dat.incomplete"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        NodeRun run(nowhere(), {}, false);
        const auto done = dumpSnapshot(run, {}, folder.filePath(u"utxo.dat"_s));
        QVERIFY(done.hasError() && isFault(done.error(), CohortFault::SnapExists));
        QVERIFY(file.exists());
    }

    void aDiskWithoutRoomIsRefusedWithBothFigures()
    {
        const QString full = u"/sys"_s;
        if (!QStorageInfo(full).isValid() || QStorageInfo(full).bytesAvailable() > 0)
            QSKIP("this system has no folder without room");
        NodeRun run(nowhere(), {}, false);
        const auto done = dumpSnapshot(run, {}, full + u"/utxo.dat"_s);
        QVERIFY(done.hasError() && isFault(done.error(), CohortFault::SnapSpace));
        QCOMPARE(done.error().message, u"11.6 GB must be free in /sys; 0.0 GB are."_s);
    }
};

QTEST_GUILESS_MAIN(TestNodeDump)
#include "tst_nodedump.moc"

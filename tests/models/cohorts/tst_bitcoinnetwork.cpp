// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/bitcoinnetwork.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

class TestBitcoinNetwork final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void namesAndMarksGoBothWays()
    {
        for (const BitcoinNetwork network : bitcoinNetworks) {
            QVERIFY(networkOfMagic(networkMagic(network)) == network);
            QVERIFY(networkOfChain(chainName(network)) == network);
        }
        QVERIFY(!networkOfMagic({1, 2, 3, 4}));
        QVERIFY(!networkOfChain(QStringLiteral("mainnet")));
    }

    void issued_data()
    {
        QTest::addColumn<quint32>("height");
        QTest::addColumn<qint64>("satoshi");
        QTest::newRow("genesis") << 0U << qint64{5'000'000'000};
        QTest::newRow("840,000") << 840'000U << qint64{1'968'750'312'500'000};
        QTest::newRow("880,000") << 880'000U << qint64{1'981'250'312'500'000};
        QTest::newRow("910,000") << 910'000U << qint64{1'990'625'312'500'000};
        QTest::newRow("935,000") << 935'000U << qint64{1'998'437'812'500'000};
        QTest::newRow("945,486") << 945'486U << qint64{2'001'714'687'500'000};
        QTest::newRow("all, 21 million less what halves away")
            << 10'000'000U << qint64{2'099'999'997'690'000};
    }
    void issued()
    {
        QFETCH(quint32, height);
        QTEST(issuedSatoshi(BitcoinNetwork::Main, height), "satoshi");
    }

    void hashesAreWrittenTurnedRound()
    {
        const QByteArray text = "00000000000000000000e2f73f0a96a7097cb9f558e8f6ec94b706e14e76c397";
        const auto hash = BlockHash::fromRpc(text);
        QVERIFY(hash);
        QCOMPARE(hash->bytes[0], 0x97);
        QCOMPARE(hash->bytes[31], 0x00);
        QCOMPARE(hash->toRpc(), text);
        QVERIFY(!BlockHash::fromRpc(text.chopped(1)));
        QVERIFY(!BlockHash::fromRpc(text.chopped(1) + 'g'));
    }
};

QTEST_GUILESS_MAIN(TestBitcoinNetwork)
#include "tst_bitcoinnetwork.moc"

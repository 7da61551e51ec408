// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/headersfile.h"
#include "tests/support/cohorts/snapshotvectors.h"
#include "tests/support/failonwarning.h"

#include <QTemporaryDir>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray joined(const std::vector<QByteArray>& headers)
{
    QByteArray bytes;
    for (const QByteArray& header : headers)
        bytes += header;
    return bytes;
}

} // namespace

class TestHeadersFile final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void theFirstBlockOfMain()
    {
        // Version 1, no block before, the Merkle root that everybody knows, 2009-01-03T18:15:05Z.
        const QByteArray header =
            QByteArray::fromHex("0100000000000000000000000000000000000000000000000000000000000000000000003ba3"
                                "edfd7a7b12b27ac72c3e67768f617f"
                                "c81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c");
        HeaderChain chain;
        QVERIFY(appendHeaders(chain, header).hasValue());
        QVERIFY(chain.hashes[0] == genesisHash(BitcoinNetwork::Main));
        QCOMPARE(chain.times[0], 1'231'006'505U);
    }

    void aChainIsReadFromAFile()
    {
        const DeterministicChain made = chainOfFuzzing();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"headers"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(joined(made.headers));
        file.close();
        const auto chain = readHeaders(path, Progress());
        QVERIFY2(chain.hasValue(), qPrintable(chain.hasError() ? chain.error().message : QString()));
        QCOMPARE(chain.value().hashes.size(), 201U);
        QVERIFY(chain.value().hashes[0] == genesisHash(BitcoinNetwork::Regtest));
        for (quint32 h = 0; h <= 200; ++h)
            QCOMPARE(chain.value().times[h], 1'296'688'602 + h);
        QCOMPARE(chain.value().hashes[200].toRpc(),
                 QByteArray("385901ccbd69dff6bbd00065d01fb8a9e464dede7cfe0372443884f9b1dcf6b9"));
        QCOMPARE(chain.value().heightOf(chain.value().hashes[77]), std::optional(77U));
        QCOMPARE(chain.value().heightOf(BlockHash{}), std::nullopt);
    }

    void whatIsNoChainIsRefusedAtItsHeight()
    {
        std::vector<QByteArray> headers = chainOfFuzzing().headers;
        headers.erase(headers.begin() + 50);
        HeaderChain chain;
        const auto result = appendHeaders(chain, joined(headers));
        QVERIFY(result.hasError());
        QVERIFY(isFault(result.error(), CohortFault::Headers));
        QVERIFY(result.error().message.contains(QStringLiteral("height 50")));
        QCOMPARE(chain.hashes.size(), 50U);

        HeaderChain late;
        QVERIFY(appendHeaders(late, headers[1]).hasError());
        HeaderChain cut;
        QVERIFY(appendHeaders(cut, joined(headers).first(2 * 80 + 79)).hasError());
        QCOMPARE(cut.hashes.size(), 2U);
    }

    void genesisTellsTheNetwork()
    {
        HeaderChain chain;
        QVERIFY(!networkOf(chain));
        chain.hashes = {
            *BlockHash::fromRpc("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206")};
        QCOMPARE(networkOf(chain), std::optional(BitcoinNetwork::Regtest));
        chain.hashes.front().bytes[0] ^= 1;
        QVERIFY(!networkOf(chain));
    }

    void aFileThatCannotBeReadOrIsEmpty()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"empty"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(readHeaders(file.fileName(), Progress()).hasError());
        const auto absent = readHeaders(folder.filePath(u"absent"_s), Progress());
        QVERIFY(absent.hasError());
        QCOMPARE(absent.error().kind, Error::Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestHeadersFile)
#include "tst_headersfile.moc"

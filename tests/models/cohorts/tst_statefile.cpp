// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/statefile.h"
#include "tests/support/cohorts/coinencoding.h"
#include "tests/support/cohorts/naivechain.h"
#include "tests/support/failonwarning.h"

#include <QTemporaryDir>

#include <random>

using namespace holdline;
using testing::NaiveChain;
using namespace Qt::StringLiterals;

namespace {

ChainState someState()
{
    const NaiveChain chain(4);
    ChainState state = ChainState::atGenesis(BitcoinNetwork::Signet, chain.blocks[0].hash, chain.times[0]);
    for (std::size_t h = 1; h < chain.blocks.size(); ++h) {
        if (state.connect(chain.blocks[h]).hasError())
            qFatal("not connected");
    }
    return state;
}

bool isBad(const QByteArray& bytes, BitcoinNetwork network = BitcoinNetwork::Signet)
{
    const auto state = decodeState(bytes, network);
    return state.hasError() && isFault(state.error(), CohortFault::StateBad);
}

/// With a right checksum.
QByteArray sealed(const QByteArray& bytes)
{
    const QByteArray body = bytes.chopped(32);
    return body + testing::sha256Of(body);
}

} // namespace

class TestStateFile final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void whatIsWrittenIsReadAgain()
    {
        const ChainState state = someState();
        QVERIFY(state.journal().size() > 5);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"state"_s);
        QVERIFY(saveState(path, state).hasValue());
        const auto again = loadState(path, BitcoinNetwork::Signet);
        QVERIFY2(again.hasValue(), qPrintable(again.hasError() ? again.error().message : QString()));
        QVERIFY(again.value() == state);
        QVERIFY(again.value().table().totals() == state.table().totals());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"state"_s});
    }

    void everyByteIsGuarded()
    {
        const QByteArray good = encodeState(someState());
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bytes = good;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            QVERIFY(isBad(bytes));
            QVERIFY(isBad(good.first(at)));
        }
        QVERIFY(isBad(good + '\0'));
    }

    void anotherNetworkOrVersionIsRefused()
    {
        const QByteArray good = encodeState(someState());
        QVERIFY(isBad(good, BitcoinNetwork::Main));
        QByteArray newer = good;
        newer[8] = 2;
        QVERIFY(isBad(sealed(newer)));
    }

    void rightlySealedNonsenseIsReadOrRefused()
    {
        const QByteArray good = encodeState(someState());
        std::mt19937 random(9);
        for (int run = 0; run < 5000; ++run) {
            QByteArray bytes = good;
            for (int i = 0; i < 3; ++i)
                bytes[static_cast<qsizetype>(random() % static_cast<quint32>(bytes.size()))] =
                    static_cast<char>(random());
            auto state = decodeState(sealed(bytes), BitcoinNetwork::Signet);
            if (state.hasValue())
                static_cast<void>(state.value().disconnect());
            else
                QVERIFY(isFault(state.error(), CohortFault::StateBad));
        }
    }

    void aFileThatIsNotThere()
    {
        const auto state = loadState(u"/nowhere/state"_s, BitcoinNetwork::Main);
        QVERIFY(state.hasError());
        QCOMPARE(state.error().kind, Error::Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestStateFile)
#include "tst_statefile.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/sha256.h"
#include "tests/support/cohorts/coinencoding.h"
#include "tests/support/failonwarning.h"

#include <random>

using namespace holdline;

namespace {

QByteArray bytesOf(const Sha256::Digest& digest)
{
    return {reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(digest.size())};
}

} // namespace

class TestSha256 final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void examplesOfTheStandard()
    {
        QCOMPARE(bytesOf(sha256("abc")).toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(bytesOf(sha256("")).toHex(),
                 QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void anyLengthIsAsQtHasIt()
    {
        QByteArray bytes;
        for (int size = 0; size < 300; ++size) {
            QCOMPARE(bytesOf(sha256(bytes)), testing::sha256Of(bytes));
            const BlockHash twice = doubleSha256(bytes);
            QCOMPARE(QByteArray(reinterpret_cast<const char*>(twice.bytes.data()), 32),
                     testing::doubleSha256Of(bytes));
            bytes.append(static_cast<char>(size * 7));
        }
    }

    void piecesAreAsTheWhole()
    {
        const QByteArray bytes(1000, 'x');
        for (const qsizetype size : {1, 3, 63, 64, 65, 127, 500}) {
            Sha256 hash;
            for (qsizetype at = 0; at < bytes.size(); at += size)
                hash.add(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
            QCOMPARE(bytesOf(hash.finish()), testing::sha256Of(bytes));
        }
    }

    void bothWaysAreTheSame()
    {
        if (!detail::hasShaInstructions())
            QSKIP("this processor has no instructions for SHA-256");
        std::mt19937 random(3);
        std::array<uchar, 192> blocks{};
        std::array<quint32, 8> plain{};
        std::array<quint32, 8> fast{};
        for (int run = 0; run < 100; ++run) {
            for (uchar& byte : blocks)
                byte = static_cast<uchar>(random());
            for (std::size_t i = 0; i < 8; ++i)
                plain[i] = fast[i] = random();
            detail::compressPlainly(plain, blocks.data(), 3);
            detail::compressByInstructions(fast, blocks.data(), 3);
            QVERIFY(plain == fast);
        }
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/undofolder.h"
#include "tests/support/cohorts/blockfolder.h"
#include "tests/support/cohorts/snapshotwriter.h"
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray someKey = QByteArray::fromHex("0123456789abcdef");

/// Of a naive chain that has at least so many blocks.
FiledChain chainOf(std::size_t blocks)
{
    for (quint32 seed = 1;; ++seed) {
        if (FiledChain chain(seed); chain.filed.size() >= blocks)
            return chain;
    }
}

/// Blocks in files of five, in the order of heights.
BlockFolder folderOf(const FiledChain& chain)
{
    BlockFolder folder;
    for (quint32 height = 0; height < chain.filed.size(); ++height)
        folder.add(int(height / 5), chain.filed[height], height);
    return folder;
}

quint32 tipOf(const FiledChain& chain)
{
    return quint32(chain.filed.size()) - 1;
}

/// As they come to a node: some too early, in files that end anywhere; branches that were left, headers of
/// blocks that were never connected, zeros and what a crash left.
BlockFolder shuffledFolder(FiledChain& chain)
{
    std::vector<std::pair<quint32, quint32>> order; // by what came when
    for (quint32 height = 0; height < chain.filed.size(); ++height)
        order.push_back({height + chain.naive.chance(8), height});
    std::sort(order.begin(), order.end());
    std::map<int, std::vector<quint32>> files;
    int number = 0;
    BlockFolder folder;
    for (const auto& [when, height] : order) {
        files[number].push_back(height);
        folder.blocks[number] += chain.filed[height].record();
        if (chain.naive.chance(5) == 0)
            folder.blocks[number] += blockRecord(headerText(chain.headers.hashes[height], 5, 77), 2);
        if (chain.naive.chance(9) == 0)
            folder.blocks[number] += QByteArray(int(chain.naive.chance(40)), '\xfa');
        if (chain.naive.chance(4) == 0)
            ++number;
    }
    for (auto& [file, heights] : files) {
        std::sort(heights.begin(), heights.end());
        for (const quint32 height : heights) {
            if (height == 0)
                continue;
            const FiledBlock& block = chain.filed[height];
            std::vector<QByteArrayList> other = block.spent;
            other.push_back({undoSpend(0, false, 3, plainScript("z"))});
            if (chain.naive.chance(4) == 0)
                folder.undo[file] += undoRecord(undoText(other), chain.headers.hashes[height - 1]);
            folder.undo[file] += undoRecord(undoText(block.spent), chain.headers.hashes[height - 1]);
        }
        folder.blocks[file] += QByteArray(300, '\0');
        folder.undo[file] += QByteArray(300, '\0');
    }
    return folder;
}

} // namespace

class TestUndoFolder final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void eachBlockIsFoundWhereverItIs()
    {
        for (quint32 seed = 1; seed < 120; ++seed) {
            FiledChain chain(seed);
            BlockFolder written = shuffledFolder(chain);
            written.key = seed % 2 == 0 ? someKey : QByteArray();
            const QString path = m_folder->filePath(QString::number(seed));
            QVERIFY(written.write(path));
            auto folder = UndoFolder::open(path, BitcoinNetwork::Regtest, chain.headers);
            QVERIFY2(folder.hasValue(), qPrintable(folder.hasError() ? folder.error().message : QString()));
            for (quint32 height = tipOf(chain); height > 0; --height) {
                const auto block = folder.value().blockChange(height, m_progress);
                QVERIFY2(block.hasValue(), qPrintable(block.hasError() ? block.error().message : QString()));
                QVERIFY(block.value() == chain.expected(height));
            }
        }
    }

    void blocksBeyondTheHeadersAreNotLookedFor()
    {
        const FiledChain chain = chainOf(20);
        HeaderChain headers = chain.headers;
        headers.hashes.resize(12);
        headers.times.resize(12);
        const auto error = ask(folderOf(chain), headers, {11, 10});
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<quint32>("lastFound");
        QTest::addColumn<QString>("sentence");
        // Files of five blocks: the last whole one holds 15 to 19.
        QTest::newRow("pruned") << u"pruned"_s << 15U << u"holds block 14: the node has pruned it"_s;
        QTest::newRow("a hole in the middle") << u"hole"_s << 15U << u"holds block 14: "_s;
        QTest::newRow("no undo file") << u"norev"_s << 15U << u"rev00002.dat is missing or cannot be read"_s;
        QTest::newRow("an undo file that is a folder")
            << u"dirrev"_s << 15U << u"rev00002.dat is missing or cannot be read"_s;
        QTest::newRow("an empty undo file")
            << u"emptyrev"_s << 15U << u"rev00002.dat does not say what block 14 spent"_s;
        QTest::newRow("an undo file that is cut")
            << u"cutrev"_s << 15U << u"rev00002.dat does not say what block 14 spent"_s;
        QTest::newRow("a bit of a record")
            << u"bit"_s << 11U << u"rev00002.dat does not say what block 10 spent"_s;
        QTest::newRow("a block file of something else") << u"garbage"_s << 15U << u"holds block 14: "_s;
        QTest::newRow("an empty block file") << u"emptyblk"_s << 15U << u"holds block 14: "_s;
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(QString, damage);
        QFETCH(quint32, lastFound);
        QFETCH(QString, sentence);
        const FiledChain chain = chainOf(20);
        BlockFolder written = folderOf(chain);
        written.key = someKey;
        if (damage == u"pruned"_s) {
            for (int number = 0; number < 3; ++number) {
                written.blocks.erase(number);
                written.undo.erase(number);
            }
        } else if (damage == u"hole"_s) {
            written.blocks.erase(2);
            written.undo.erase(2);
        } else if (damage == u"norev"_s || damage == u"dirrev"_s) {
            written.undo.erase(2);
        } else if (damage == u"emptyrev"_s) {
            written.undo[2].clear();
        } else if (damage == u"cutrev"_s) {
            written.undo[2].chop(1);
        } else if (damage == u"bit"_s) {
            written.undo[2][10] = char(written.undo[2][10] ^ 4);
        } else if (damage == u"garbage"_s) {
            written.blocks[2] = QByteArray(5'000'000, '\xfa');
        } else {
            written.blocks[2].clear();
        }
        if (damage == u"dirrev"_s)
            QVERIFY(QDir().mkpath(m_folder->filePath(u"blocks/rev00002.dat"_s)));
        quint32 last = 0;
        const auto error = ask(written, chain.headers, descending(chain), &last);
        QVERIFY(error);
        QVERIFY2(error->message.contains(sentence), qPrintable(error->message));
        QVERIFY(isFault(*error, CohortFault::UndoAbsent));
        QCOMPARE(last, lastFound);
    }

    void theTipMayNotBeWrittenYet()
    {
        const FiledChain chain = chainOf(20);
        BlockFolder written = folderOf(chain);
        const quint32 tip = tipOf(chain);
        written.undo[int(tip / 5)].chop(30);
        const auto error = ask(written, chain.headers, {tip});
        QVERIFY(error);
        QVERIFY2(
            error->message.contains(u"does not say what block %1 spent: it is not written yet"_s.arg(tip)),
            qPrintable(error->message));
    }

    void anotherNetworkAndAnotherKey()
    {
        const FiledChain chain = chainOf(20);
        QVERIFY(folderOf(chain).write(path()));
        auto main = UndoFolder::open(path(), BitcoinNetwork::Main, chain.headers);
        const auto none = main.value().blockChange(3, m_progress);
        QVERIFY2(none.error().message.contains(u"holds no block of this chain (network “main”)"_s),
                 qPrintable(none.error().message));
        QFile key(QDir(path()).filePath(u"xor.dat"_s));
        QVERIFY(key.open(QIODevice::WriteOnly) && key.write(someKey) == 8);
        key.close();
        auto hiddenTwice = UndoFolder::open(path(), BitcoinNetwork::Regtest, chain.headers);
        QVERIFY(hiddenTwice.value().blockChange(3, m_progress).hasError());
        QVERIFY(key.open(QIODevice::WriteOnly) && key.write("short") == 5);
        key.close();
        const auto refused = UndoFolder::open(path(), BitcoinNetwork::Regtest, chain.headers);
        QVERIFY(isFault(refused.error(), CohortFault::UndoFile));
    }

    void noSuchFolder()
    {
        const auto open = [](const QString& path) {
            return UndoFolder::open(path, BitcoinNetwork::Main, {});
        };
        QVERIFY(open(m_folder->filePath(u"absent"_s)).error().message.contains(u"is no folder"_s));
        QVERIFY(open(m_folder->path()).error().message.contains(u"holds no blk*.dat"_s));
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(open(file.fileName()).error().message.contains(u"is no folder"_s));
    }

    void itCanBeStopped()
    {
        const FiledChain chain = chainOf(20);
        QVERIFY(folderOf(chain).write(path()));
        auto folder = UndoFolder::open(path(), BitcoinNetwork::Regtest, chain.headers);
        Progress progress;
        progress.cancelled = true;
        QCOMPARE(folder.value().blockChange(3, progress).error().kind, Error::Kind::Cancelled);
    }

    void anyByteMayBeAnother()
    {
        FiledChain chain = chainOf(30);
        const BlockFolder good = shuffledFolder(chain);
        for (int run = 0; run < 150; ++run) {
            BlockFolder bad = good;
            for (auto* files : {&bad.blocks, &bad.undo}) {
                for (auto& [number, bytes] : *files) {
                    const auto at = chain.naive.chance(quint32(bytes.size()));
                    bytes[qsizetype(at)] = char(chain.naive.chance(256));
                }
            }
            QVERIFY(bad.write(path()));
            auto folder = UndoFolder::open(path(), BitcoinNetwork::Regtest, chain.headers);
            for (quint32 height = tipOf(chain); height > 0; --height) {
                const auto block = folder.value().blockChange(height, m_progress);
                QVERIFY(block.hasError() || block.value() == chain.expected(height));
            }
        }
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"blocks"_s); }
    [[nodiscard]] static std::vector<quint32> descending(const FiledChain& chain)
    {
        std::vector<quint32> heights;
        for (quint32 height = tipOf(chain); height > 0; --height)
            heights.push_back(height);
        return heights;
    }
    /// Asks until something is not found; what was found is right.
    std::optional<Error> ask(const BlockFolder& written, const HeaderChain& headers,
                             const std::vector<quint32>& heights, quint32* last = nullptr)
    {
        const FiledChain chain = chainOf(20);
        if (!written.write(path()))
            return Error{Error::Kind::Storage, u"the folder was not written"_s};
        auto folder = UndoFolder::open(path(), BitcoinNetwork::Regtest, headers);
        if (folder.hasError())
            return folder.error();
        for (const quint32 height : heights) {
            const auto block = folder.value().blockChange(height, m_progress);
            if (block.hasError())
                return block.error();
            if (block.value() != chain.expected(height))
                return Error{Error::Kind::Malformed, u"another block"_s};
            if (last)
                *last = height;
        }
        return std::nullopt;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Progress m_progress;
};

QTEST_GUILESS_MAIN(TestUndoFolder)
#include "tst_undofolder.moc"

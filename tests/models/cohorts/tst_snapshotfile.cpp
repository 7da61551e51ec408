// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/snapshotfile.h"
#include "tests/support/cohorts/snapshotvectors.h"
#include "tests/support/failonwarning.h"

#include <QTemporaryDir>

#include <sys/stat.h>
#include <thread>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const SnapshotOptions onMain{BitcoinNetwork::Main, {}};

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestSnapshotFile final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aFileIsReadWithItsProgress()
    {
        const QByteArray bytes = variedSnapshot().toVersion2();
        write(m_folder.filePath(u"varied"_s), bytes);
        std::pair<qint64, qint64> last;
        const Progress progress{[&last](qint64 done, qint64 total) { last = {done, total}; }};
        const auto result = readSnapshot(m_folder.filePath(u"varied"_s), onMain, progress);
        QVERIFY(result.hasValue());
        QCOMPARE(result.value().table.totals().value, 6'825'370'416);
        QCOMPARE(last, (std::pair<qint64, qint64>{bytes.size(), bytes.size()}));
    }

    void aPipeIsReadWhileItIsWritten()
    {
        const QString path = m_folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const QByteArray bytes = variedSnapshot().toVersion2();
        std::thread writer([&] {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                return;
            for (qsizetype at = 0; at < bytes.size(); at += 1000)
                file.write(bytes.mid(at, 1000));
        });
        qint64 total = -1;
        const Progress progress{[&total](qint64, qint64 all) { total = all; }};
        const auto result = readSnapshot(path, onMain, progress);
        writer.join();
        QVERIFY2(result.hasValue(), qPrintable(result.hasError() ? result.error().message : QString()));
        QCOMPARE(result.value().table.totals(), (CoinTotals{6'825'370'416, 311, 5'625'012'345}));
        QCOMPARE(total, 0);
    }

    void waitingForAPipeCanBeStopped()
    {
        const QString path = m_folder.filePath(u"silent"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        Progress progress;
        std::thread user([&progress] { progress.cancelled = true; });
        const auto result = readSnapshot(path, onMain, progress);
        user.join();
        QVERIFY(result.hasError());
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    }

    void readingCanBeStopped()
    {
        Progress progress;
        int reports = 0;
        QByteArray header = snapshotHeader(BitcoinNetwork::Main, QByteArray(32, 'b'), 1'000'000);
        for (int i = 0; i < 40'000; ++i)
            header +=
                QByteArray(32, 't') + '\1' + writtenCoin({0, 5, false, 1, plainScript(QByteArray(34, 's'))});
        write(m_folder.filePath(u"many"_s), header);
        progress.report = [&](qint64, qint64) {
            ++reports;
            progress.cancelled = true;
        };
        const auto result = readSnapshot(m_folder.filePath(u"many"_s), onMain, progress);
        QVERIFY(result.hasError());
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        QCOMPARE(reports, 1);
    }

    void whatCannotBeOpenedSaysWhy()
    {
        for (const QString& name : {u"absent"_s, u""_s}) {
            const auto result = readSnapshot(m_folder.filePath(name), onMain, Progress());
            QVERIFY(result.hasError());
            QVERIFY(isFault(result.error(), CohortFault::SnapAccess));
            QVERIFY(result.error().message.contains(m_folder.path()));
        }
    }

    void nothingIsKeptOfAFileThatFails()
    {
        write(m_folder.filePath(u"cut"_s), variedSnapshot().toVersion2().chopped(1));
        const auto result = readSnapshot(m_folder.filePath(u"cut"_s), onMain, Progress());
        QVERIFY(result.hasError());
        QVERIFY(isFault(result.error(), CohortFault::SnapShort));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSnapshotFile)
#include "tst_snapshotfile.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/postreceiver.h"
#include "tests/support/run.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using holdline::testing::httpAnswer;
using holdline::testing::PostReceiver;
using holdline::testing::Received;
using holdline::testing::Run;

namespace {

QByteArray fileAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArrayList dispositions(const QList<Received>& posts)
{
    QByteArrayList list;
    for (const Received& post : posts)
        list.append(post.header("Content-Disposition"));
    return list;
}

} // namespace

/// Files that are sent on when they are written, as a script asks for it.
class TestExportWebhook final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        holdline::testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void eachFileIsSentAsItIsWritten()
    {
        PostReceiver desk;
        PostReceiver archive;
        const QList<QPair<QString, QByteArray>> files{{u"a.png"_s, "image/png"},
                                                      {u"a.svg"_s, "image/svg+xml"},
                                                      {u"a.pdf"_s, "application/pdf"},
                                                      {u"a.csv"_s, "text/csv; charset=utf-8"},
                                                      {u"a.json"_s, "application/json"}};
        QStringList arguments{u"--webhook"_s, desk.address(u"/hook?key=secret"_s), u"--webhook"_s,
                              archive.address(u"/"_s), u"-o"_s};
        for (const auto& [name, type] : files)
            arguments << path(name);
        const Run ended = exported(arguments);
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QVERIFY(!ended.words.contains("secret"));
        for (const PostReceiver* server : {&desk, &archive}) {
            QCOMPARE(server->received().size(), files.size());
            for (qsizetype i = 0; i < files.size(); ++i) {
                const Received& post = server->received()[i];
                const QByteArray bytes = fileAt(path(files[i].first));
                QVERIFY(!bytes.isEmpty());
                QVERIFY2(post.body == bytes, qPrintable(files[i].first));
                QCOMPARE(post.header("Content-Type"), files[i].second);
                QCOMPARE(post.header("Content-Disposition"),
                         "attachment; filename=\"" + files[i].first.toUtf8() + '"');
                QCOMPARE(post.header("X-Holdline-Digest"),
                         "sha256=" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
            }
        }
    }
    void aFolderOfViewsIsSentToo()
    {
        PostReceiver server;
        QDir(m_folder->path()).mkpath(u"in"_s);
        for (const auto& name : {u"in/eins.json"_s, u"in/zwei ü.json"_s}) {
            QFile view(path(name));
            QVERIFY(view.open(QIODevice::WriteOnly));
            view.write(R"({"version":1,"size":[400,300]})");
        }
        const Run ended = exported({u"--views"_s, path(u"in"_s), u"--format"_s, u"csv"_s, u"--webhook"_s,
                                    server.address(u"/"_s), u"-o"_s, path(u"out"_s)});
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QCOMPARE(dispositions(server.received()),
                 (QByteArrayList{"attachment; filename=\"eins.csv\"",
                                 "attachment; filename=\"zwei _.csv\"; filename*=UTF-8''zwei%20%C3%BC.csv"}));
        QCOMPARE(server.received().last().body, fileAt(path(u"out/zwei ü.csv"_s)));
    }
    void theStepsOfARangeAreSentAndWhatFailsIsNot()
    {
        PostReceiver server({httpAnswer("410 Gone", {}, {"Connection: close"})});
        const Run ended = exported({u"--every"_s, u"1d"_s, u"--from"_s, u"2026-01-20"_s, u"--to"_s,
                                    u"2026-01-22"_s, u"--format"_s, u"csv"_s, u"--webhook"_s,
                                    server.address(u"/hook?key=secret"_s), u"-o"_s, path(u"out"_s)});
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(server.received().size(), 2); // a refusal is not asked again, and the next file is sent
        QVERIFY2(ended.words.contains(
                     "2026-01-20T00-00-00Z.csv is written but was not sent: 127.0.0.1 answered 410"),
                 ended.words.constData());
        QVERIFY(!ended.words.contains("secret") && !ended.words.contains("/hook"));
        QVERIFY(QFile::exists(path(u"out/2026-01-20T00-00-00Z.csv"_s)));
        QVERIFY(QFile::exists(path(u"out/2026-01-21T00-00-00Z.csv"_s)));
    }
    void aServerInTroubleIsAskedTwiceAndTheFileStays()
    {
        const QByteArray trouble = httpAnswer("500 Oops", {}, {"Connection: close"});
        PostReceiver server({trouble, trouble});
        const Run ended = exported(
            {u"--webhook"_s, server.address(u"/secret/path?key=secret"_s), u"-o"_s, path(u"a.csv"_s)});
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(server.received().size(), 2);
        QCOMPARE(ended.words, "holdline: " + path(u"a.csv"_s).toUtf8() +
                                  " is written but was not sent: 127.0.0.1 answered 500\n");
        QVERIFY(!fileAt(path(u"a.csv"_s)).isEmpty());
    }
    void whatIsNoAddressIsAUsageErrorAndNothingIsWritten_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("plain http elsewhere") << u"http://example.org/secret?key=secret"_s;
        QTest::newRow("another scheme") << u"ftp://example.org/secret"_s;
        QTest::newRow("no host") << u"secret"_s;
    }
    void whatIsNoAddressIsAUsageErrorAndNothingIsWritten()
    {
        QFETCH(QString, address);
        const Run ended = exported({u"--webhook"_s, address, u"-o"_s, path(u"a.csv"_s)});
        QCOMPARE(ended.exitCode, 2);
        QVERIFY2(ended.words.startsWith("holdline: --webhook: the web address"), ended.words.constData());
        QVERIFY(!ended.words.contains("secret"));
        QVERIFY(!QFile::exists(path(u"a.csv"_s)));
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    /// Servers of this thread answer meanwhile.
    Run exported(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(HOLDLINE_PROGRAM),
                      QStringList{u"--quiet"_s, u"--data-dir"_s, m_folder->path(), u"export"_s,
                                  u"--episode"_s, u"january-2026"_s, u"--size"_s, u"400x300"_s} +
                          arguments);
        const bool isOver = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
        return {isOver ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestExportWebhook)
#include "tst_exportwebhook.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/foldersearch.h"
#include "tests/support/run.h"
#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standinthread.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasCostBasis(const QString& folder)
{
    const SystemClock clock;
    const auto store = Store::open(folder, clock);
    if (store.hasError())
        return false;
    const auto found = store.value()->find(u"cohort/sth"_s);
    return found.hasValue() && !found.value().empty();
}

} // namespace

/// A run with a key, after which everything that the program left is searched for it.
class TestKeySearch final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void theKeyIsNowhereButWhereItWasGiven()
    {
        const QByteArray key = standInKey;
        StandInThread venue({.provider = u"glassnode"_s});
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        QStringList arguments{u"--data-dir"_s,
                              data,
                              u"record"_s,
                              u"--sources"_s,
                              u"glassnode"_s,
                              u"--capture"_s,
                              folder.filePath(u"capture.jsonl"_s)};
        for (const QString& endpoint : venue.endpoints(u"glassnode"_s))
            arguments += {u"--endpoint"_s, endpoint};
        QProcess recorder;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOLDLINE_GLASSNODE_KEY"_s, QString::fromLatin1(key));
        recorder.setProcessEnvironment(environment);
        recorder.start(QStringLiteral(HOLDLINE_PROGRAM), arguments);
        QTRY_VERIFY_WITH_TIMEOUT(hasCostBasis(data), 60'000);

        const QString process = u"/proc/%1/"_s.arg(recorder.processId());
        QVERIFY(readAll(process + u"cmdline"_s).contains("record"));
        QVERIFY(!readAll(process + u"cmdline"_s).contains(key));
        static const QRegularExpression noCore(u"Max core file size +0 +0 "_s);
        QVERIFY2(QString::fromUtf8(readAll(process + u"limits"_s)).contains(noCore),
                 readAll(process + u"limits"_s).constData());

        recorder.terminate();
        QVERIFY(recorder.waitForFinished());
        QVERIFY(!recorder.readAllStandardError().contains(key));
        QVERIFY(!recorder.readAllStandardOutput().contains(key));

        for (const QString& ending : {u"png"_s, u"svg"_s, u"csv"_s, u"json"_s}) {
            const Run exported = run(QStringLiteral(HOLDLINE_PROGRAM),
                                     {u"--data-dir"_s, data, u"export"_s, u"--episode"_s, u"january-2026"_s,
                                      u"-o"_s, folder.filePath(u"picture."_s + ending)});
            QVERIFY2(exported.exitCode == 0, exported.words.constData());
        }
        const Run asked = run(QStringLiteral(HOLDLINE_PROGRAM),
                              {u"--data-dir"_s, data, u"query"_s, u"cohort/sth"_s, u"--format"_s, u"json"_s});
        QVERIFY(!asked.output.isEmpty() && !asked.output.contains(key));
        QVERIFY(QFileInfo::exists(folder.filePath(u"capture.jsonl"_s)));
        QCOMPARE(fileThatHolds(folder.path(), key), QString());
    }
};

QTEST_MAIN(TestKeySearch)
#include "tst_keysearch.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

class AlertsCommandTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    testing::Run alerts(const QStringList& arguments)
    {
        return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                            QStringList{u"alerts"_s, u"--data-dir"_s, m_folder->path()} + arguments);
    }
    testing::Run alerts(const char* words) { return alerts(QString::fromLatin1(words).split(u' ')); }
    static QJsonArray listed(const QByteArray& output)
    {
        return QJsonDocument::fromJson(output).object().value(u"alerts").toArray();
    }
    QString written(const QByteArray& content)
    {
        QFile file(m_folder->filePath(u"alerts.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void theyAreAddedListedAndRemoved()
    {
        QCOMPARE(alerts("list").output, QByteArray("{\"alerts\":[]}\n"));
        const auto added =
            alerts("add --id orders --on value --series liquidations/all --column long_usd --over "
                   "1h --at-or-above 100000000 --once --no-desktop --cooldown 4h");
        QCOMPARE(added.words, QByteArray());
        QCOMPARE(added.exitCode, 0);
        const QJsonArray all = listed(alerts("list").output);
        QCOMPARE(all.size(), 1);
        const QJsonObject alert = all.first().toObject();
        QCOMPARE(alert.value(u"id").toString(), u"orders"_s);
        QCOMPARE(alert.value(u"name").toString(),
                 u"long liquidations, all venues, over 1h: at or above $100 M"_s);
        QCOMPARE(alert.value(u"once").toBool(), true);
        QCOMPARE(alert.value(u"desktop").toBool(true), false);
        QCOMPARE(alert.value(u"cooldown").toString(), u"4h"_s);
        QVERIFY(parseIso(alert.value(u"armedAt").toString().toLatin1()).hasValue());
        QCOMPARE(alert.value(u"conditions").toArray().first().toObject(),
                 (QJsonObject{{u"on"_s, u"value"_s},
                              {u"series"_s, u"liquidations/all"_s},
                              {u"column"_s, u"long_usd"_s},
                              {u"over"_s, u"1h"_s},
                              {u"is"_s, u"at or above"_s},
                              {u"value"_s, 100'000'000}}));
        QCOMPARE(alerts("off --id orders").exitCode, 0);
        QCOMPARE(listed(alerts("list").output).first().toObject().value(u"on").toBool(true), false);
        const QJsonObject again = listed(alerts("arm --id orders").output).first().toObject();
        QVERIFY(!again.contains(u"on"));
        QVERIFY(again.value(u"armedAt").toString() > alert.value(u"armedAt").toString());
        QVERIFY(alerts("add --id orders --on touch --level x").words.contains("is replaced"));
        QCOMPARE(alerts("remove --id orders").exitCode, 0);
        QCOMPARE(alerts("list").output, QByteArray("{\"alerts\":[]}\n"));
    }

    void aFileIsReadAsFarAsItMakesSenseAndItsCommandsAreNot()
    {
        const QString file = written(R"({"alerts":[
            {"name":"both","within":"30m","command":"rm -rf /","conditions":[{"on":"touch","level":"band"},
             {"on":"state","level":"band","states":["lost"],"judging":"4h"}],"colour":7},
            {"name":"none","conditions":[]}, 5]})");
        const auto read = alerts({u"import"_s, file});
        QCOMPARE(read.exitCode, 0);
        QVERIFY(read.words.contains("its command, web address and sound file are left out"));
        QVERIFY(read.words.contains("Alert 2 of"));
        QVERIFY(read.words.contains("Alert 3 of"));
        const QJsonArray all = listed(alerts("list").output);
        QCOMPARE(all.size(), 1);
        QVERIFY(!all.first().toObject().contains(u"command"));
        QCOMPARE(all.first().toObject().value(u"colour").toInt(), 7);
        QCOMPARE(all.first().toObject().value(u"conditions").toArray().size(), 2);
        // What list prints can be read again, into the same.
        const QByteArray before = alerts("list").output;
        QCOMPARE(alerts({u"import"_s, written(before)}).exitCode, 0);
        QCOMPARE(alerts("list").output, before);
    }

    void whatCallsElsewhereIsTakenOverWhenAPersonSaysSo()
    {
        const QString file = written(
            "[{\"name\":\"a\",\"id\":\"a\",\"webhook\":\"https://example.org/k\",\"sound\":\"/x.wav\","
            "\"command\":\"true\",\"conditions\":[{\"on\":\"touch\",\"level\":\"band\"}]}]");
        QCOMPARE(alerts({u"import"_s, file}).exitCode, 0);
        const QJsonObject plain = listed(alerts("list").output).first().toObject();
        for (const char* key : {"webhook", "sound", "command"})
            QVERIFY(!plain.contains(QLatin1StringView(key)));
        QCOMPARE(alerts({u"import"_s, file, u"--with-acts"_s}).exitCode, 0);
        const QJsonObject whole = listed(alerts("list").output).first().toObject();
        QCOMPARE(whole.value(u"webhook").toString(), u"https://example.org/k"_s);
        QCOMPARE(whole.value(u"sound").toString(), u"/x.wav"_s);
        // What is secret stands in no journal.
        const auto journal = testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                                          {u"levels"_s, u"--data-dir"_s, m_folder->path(), u"journal"_s});
        QVERIFY(journal.output.contains("\"a\""));
        QVERIFY(!journal.output.contains("example.org"));
    }

    void anAlertNamedAsALevelLeavesIt()
    {
        const auto levels = [&](const QString& words) {
            return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                                QStringList{u"levels"_s, u"--data-dir"_s, m_folder->path()} +
                                    words.split(u' '));
        };
        QCOMPARE(levels(u"add --name band --low 1"_s).exitCode, 0);
        QCOMPARE(alerts("add --id band --on touch --level band").exitCode, 0);
        QCOMPARE(alerts("remove --id band").exitCode, 0);
        QVERIFY(levels(u"list"_s).output.contains("\"band\""));
    }

    void theLogIsToldInBothForms()
    {
        const testing::FakeClock clock(parseIso("2026-01-20T12:00:05Z").value());
        {
            const auto store = std::move(Store::open(m_folder->path(), clock)).value();
            const AlertFiring firing{u"a"_s, parseIso("2026-01-20T12:00:00Z").value(), u"A, b"_s, u"It is"_s};
            QVERIFY(store->logFiring(firing).value());
            QVERIFY(!store->logFiring(firing).value());
            QVERIFY(store->setFiringOutcome(firing, u"No."_s).hasValue());
            QVERIFY(store->setFiringPicture(firing, "png").hasValue());
        }
        QCOMPARE(alerts("log --format csv").output,
                 QByteArray("at,toldAt,alert,name,words,outcome\n"
                            "2026-01-20T12:00:00Z,2026-01-20T12:00:05Z,a,\"A, b\",It is,No.\n"));
        QCOMPARE(alerts({u"log"_s, u"--pictures"_s, m_folder->path()}).exitCode, 0);
        QVERIFY(QFile::exists(m_folder->filePath(u"2026-01-20T12_00_00Z-a.png"_s)));
        QCOMPARE(QJsonDocument::fromJson(alerts("log").output).array().size(), 1);
        QCOMPARE(QJsonDocument::fromJson(alerts("log --from 2026-01-21").output).array().size(), 0);
        QCOMPARE(QJsonDocument::fromJson(alerts("log --id b").output).array().size(), 0);
    }

    void endsAsTheOthers_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char* words, int code) {
            QTest::newRow(words) << QString::fromLatin1(words) << code;
        };
        row("", 2);
        row("dance", 2);
        row("list more", 2);
        row("import", 2);
        row("remove", 2);
        row("import /nowhere", 1);
        row("remove --id none", 1);
        row("add --on touch", 2);
        row("add --on value --series price/x --at-or-above much", 2);
        row("add --on value --series price/x --at-or-above 1 --at-or-below 2", 2);
        row("arm", 2);
        row("off --id none", 1);
        row("log --format xml", 2);
        row("log --from soon", 2);
    }
    void endsAsTheOthers()
    {
        QFETCH(QString, words);
        QFETCH(int, exitCode);
        const auto run = alerts(words.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY(!run.words.isEmpty());
        QCOMPARE(run.output, QByteArray());
    }
};

QTEST_GUILESS_MAIN(AlertsCommandTest)
#include "tst_alertscommand.moc"

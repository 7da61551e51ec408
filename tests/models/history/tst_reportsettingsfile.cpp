// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/reportsettingsfile.h"
#include "tests/support/failonwarning.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestReportSettingsFile final : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray read(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        holdline::testing::failOnAnyWarning();
        QFile::remove(m_folder.filePath(u"report.json"_s));
    }

    void withoutAFileNothingIsSet()
    {
        const auto settings = loadReportSettings(m_folder.path());
        QVERIFY(settings.hasValue());
        QCOMPARE(settings.value(), ReportSettings{});
        QVERIFY(loadLogo(m_folder.path(), settings.value()).value().isEmpty());
    }
    void otherKeysAreKept()
    {
        write(u"report.json"_s, R"({"author":"A desk","logo":"desk.svg","paper":"a4"})");
        const auto settings = loadReportSettings(m_folder.path());
        QCOMPARE(settings.value(), (ReportSettings{u"A desk"_s, u"desk.svg"_s}));
        QVERIFY(saveReportSettings(m_folder.path(), {.author = {}, .logo = u"other.png"_s}).hasValue());
        const QJsonObject written = QJsonDocument::fromJson(read(u"report.json"_s)).object();
        QCOMPARE(written, (QJsonObject{{u"logo"_s, u"other.png"_s}, {u"paper"_s, u"a4"_s}}));
    }
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        QTest::newRow("no JSON") << QByteArray("author") << u"report.json"_s;
        QTest::newRow("an author that is a number") << QByteArray(R"({"author":3})") << u"author"_s;
        QTest::newRow("an endless author")
            << QByteArray(R"({"author":")" + QByteArray(201, 'a') + R"("})") << u"author"_s;
        QTest::newRow("a logo that is a list") << QByteArray(R"({"logo":[]})") << u"logo"_s;
        QTest::newRow("a logo of another kind") << QByteArray(R"({"logo":"a.exe"})") << u"logo"_s;
        QTest::newRow("a logo from elsewhere") << QByteArray(R"({"logo":"../a.png"})") << u"logo"_s;
        QTest::newRow("a logo from the root") << QByteArray(R"({"logo":"/a.png"})") << u"logo"_s;
    }
    void refusals()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        write(u"report.json"_s, json);
        const auto settings = loadReportSettings(m_folder.path());
        QVERIFY(settings.hasError());
        QCOMPARE(settings.error().kind, Error::Kind::Malformed);
        QVERIFY2(settings.error().message.contains(names), qPrintable(settings.error().message));
    }
    void whatCannotBeReadIsNotReplaced()
    {
        write(u"report.json"_s, "{");
        QVERIFY(saveReportSettings(m_folder.path(), {.author = u"A desk"_s, .logo = {}}).hasError());
        QCOMPARE(read(u"report.json"_s), QByteArray("{"));
        QVERIFY(saveReportSettings(m_folder.path(), {.author = {}, .logo = u"../a.png"_s}).hasError());
    }
    void logos()
    {
        const ReportSettings settings{.author = {}, .logo = u"logo.png"_s};
        const auto none = loadLogo(m_folder.path(), settings);
        QCOMPARE(none.error().kind, Error::Kind::Unavailable);
        QVERIFY(none.error().message.contains(u"logo.png"_s));
        write(u"logo.png"_s, "bytes");
        QCOMPARE(loadLogo(m_folder.path(), settings).value(), QByteArray("bytes"));
        write(u"logo.png"_s, QByteArray(mostLogoBytes + 1, 'a'));
        const auto large = loadLogo(m_folder.path(), settings);
        QCOMPARE(large.error().kind, Error::Kind::Malformed);
        QVERIFY(large.error().message.contains(u"4 MB"_s));
    }
};

QTEST_GUILESS_MAIN(TestReportSettingsFile)
#include "tst_reportsettingsfile.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/addressimport.h"
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"
#include "tests/support/importsamples.h"
#include "tests/support/rawhttpserver.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

class TestAddressImport : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void whatIsAnAddress();
    void everyDialect_data();
    void everyDialect();
    void theNameHoldsNoSecret();
    void refusals_data();
    void refusals();
    void addressesThatAreNotAsked_data();
    void addressesThatAreNotAsked();
};

void TestAddressImport::whatIsAnAddress()
{
    QVERIFY(isWebAddress(u"https://example.invalid/x.ics"_s));
    QVERIFY(isWebAddress(u"HTTP://127.0.0.1/x"_s));
    QVERIFY(!isWebAddress(u"https.csv"_s));
    QVERIFY(!isWebAddress(u"/tmp/https://x"_s));
}

void TestAddressImport::everyDialect_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(importSamples().size()); ++i)
        QTest::newRow(importSamples()[static_cast<std::size_t>(i)].name) << i;
}

void TestAddressImport::everyDialect()
{
    QFETCH(int, index);
    const ImportSample& sample = importSamples()[static_cast<std::size_t>(index)];
    RawHttpServer server;
    server.setAnswer(httpAnswer("200 OK", sample.text));
    Importing importing;
    importing.options.instrument = sample.instrument;
    const auto outcomes =
        importAddress(importing.store(), server.address() + u"/a/b"_s, importing.options, importing.progress);
    QCOMPARE(outcomes.size(), std::size_t{1});
    const auto& report = outcomes.front().report;
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().kind, QString::fromLatin1(sample.kind));
    QCOMPARE(report.value().rows, sample.rows);
    QCOMPARE(report.value().rejected, sample.rejected);
    QCOMPARE(report.value().file, server.address() + u"/a/b"_s);
}

void TestAddressImport::theNameHoldsNoSecret()
{
    RawHttpServer server;
    server.setAnswer(httpAnswer("200 OK", "observation_date,DGS10\n2026-01-20,4.30\n"));
    Importing importing;
    const QString address = server.address() + u"/graph/../%2e%2e%2fx y.csv"_s;
    const QString secret = QString(address).replace(u"://"_s, u"://me:word@"_s).replace(u" "_s, u"%20"_s) +
                           u"?token=word#word"_s;
    const auto outcomes = importAddress(importing.store(), secret, importing.options, importing.progress);
    QCOMPARE(outcomes.size(), std::size_t{1});
    QVERIFY(outcomes.front().report.hasValue());
    const QString file = outcomes.front().report.value().file;
    QCOMPARE(outcomes.front().file, file);
    QVERIFY2(file.startsWith(server.address() + u"/"_s) && !file.contains(u"word"_s), qPrintable(file));
}

void TestAddressImport::refusals_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("part");
    QTest::newRow("not there") << httpAnswer("404 Not Found", "observation_date,DGS10\n2026-01-20,4.30\n")
                               << u"HTTP 404"_s;
    QTest::newRow("a page that asks who is there")
        << httpAnswer("200 OK", "<!DOCTYPE html><html><title>Just a moment...</title></html>")
        << u"web page"_s;
    QTest::newRow("nothing") << httpAnswer("200 OK", {}) << u"the file is empty"_s;
    QTest::newRow("an archive that is cut off")
        << httpAnswer("200 OK", QByteArray("\x1F\x8B\x08\0\0\0\0", 7)) << u"damaged"_s;
    QTest::newRow("a redirect to a file")
        << httpAnswer("302 Found", {}, {"Location: file:///etc/passwd"}) << u"does not follow"_s;
}

void TestAddressImport::refusals()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, part);
    RawHttpServer server;
    server.setAnswer(answer);
    Importing importing;
    const auto outcomes =
        importAddress(importing.store(), server.address() + u"/x"_s, importing.options, importing.progress);
    QCOMPARE(outcomes.size(), std::size_t{1});
    QVERIFY(outcomes.front().report.hasError());
    QVERIFY2(outcomes.front().report.error().message.contains(part),
             qPrintable(outcomes.front().report.error().message));
    QVERIFY(importing.store().list().value().empty());
}

void TestAddressImport::addressesThatAreNotAsked_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("not encrypted") << u"http://example.invalid/x.csv"_s;
    QTest::newRow("no host") << u"https:///x.csv"_s;
    QTest::newRow("no address") << u"https://user:word@exa mple/x"_s;
}

void TestAddressImport::addressesThatAreNotAsked()
{
    QFETCH(QString, address);
    Importing importing;
    const auto outcomes = importAddress(importing.store(), address, importing.options, importing.progress);
    QCOMPARE(outcomes.size(), std::size_t{1});
    QVERIFY(outcomes.front().report.hasError());
    QVERIFY(!outcomes.front().file.contains(u"word"_s));
}

QTEST_GUILESS_MAIN(TestAddressImport)
#include "tst_addressimport.moc"

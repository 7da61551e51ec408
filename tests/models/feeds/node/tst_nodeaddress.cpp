// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodeaddress.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestNodeAddress final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void addressesAreTakenApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        const auto row = [](const char* name, const char* text, const char* place, const char* user = "",
                            const char* password = "") {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(place)
                                << QString::fromLatin1(user) << QString::fromLatin1(password);
        };
        row("all of it", "http://me:secret@127.0.0.1:18443", "127.0.0.1:18443", "me", "secret");
        row("a cookie is used", "http://localhost:8332/", "localhost:8332");
        row("the port is that of the main network", "http://127.0.0.1", "127.0.0.1:8332");
        row("the sixth version", "http://[::1]:8332", "[::1]:8332");
        row("escapes are undone", "http://me:a%3Ab%40c%2Fd@127.0.0.1:1", "127.0.0.1:1", "me", "a:b@c/d");
    }
    void addressesAreTakenApart()
    {
        QFETCH(QString, text);
        const auto address = parseNodeAddress(text);
        QVERIFY2(address.hasValue(), address.hasError() ? qPrintable(address.error().message) : "");
        QTEST(address.value().place(), "place");
        QTEST(address.value().user, "user");
        QTEST(address.value().password, "password");
        QVERIFY(!address.value().url.toString().contains(u"secret"_s));
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* text, const char* reason) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(reason);
        };
        row("another machine", "http://me:s3cr3t@192.168.1.2:8332",
            "credentials, and these can spend from loaded wallets");
        row("a name elsewhere", "http://me:s3cr3t@node.example:8332", "not on this machine");
        row("a name that only begins like this machine", "http://me:s3cr3t@localhost.example:8332",
            "not on this machine");
        row("encrypted", "https://me:s3cr3t@127.0.0.1:8332", "begins with http://");
        row("no scheme", "127.0.0.1:8332", "");
        row("nothing", "", "no address of a node");
        row("a path", "http://me:s3cr3t@127.0.0.1:8332/wallet", "more than user");
        row("a user without a password", "http://s3cr3t@127.0.0.1:8332", "only one of user and password");
        row("port 0", "http://me:s3cr3t@127.0.0.1:0", "no host and port");
        row("a port that is none", "http://me:s3cr3t@127.0.0.1:99999", "no address of a node");
    }
    void othersAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto address = parseNodeAddress(text);
        QVERIFY(address.hasError());
        QCOMPARE(address.error().kind, Error::Kind::Usage);
        QVERIFY2(address.error().message.contains(reason), qPrintable(address.error().message));
        QVERIFY(!address.error().message.contains(u"s3cr3t"_s));
    }

    void anotherMachineCanBeAccepted()
    {
        const auto address = parseNodeAddress(u"http://me:secret@192.168.1.2:8332"_s, RemoteNode::Accepted);
        QVERIFY(address.hasValue());
        QCOMPARE(address.value().place(), u"192.168.1.2:8332"_s);
    }
};

QTEST_GUILESS_MAIN(TestNodeAddress)
#include "tst_nodeaddress.moc"

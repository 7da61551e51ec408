// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodecredentials.h"
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestNodeCredentials final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void userAndPasswordAreShown()
    {
        NodeCredentials credentials(u"Aladdin"_s, u"open sesame"_s);
        // The example of RFC 7617, 2.
        QCOMPARE(credentials.header(), QByteArray("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        QVERIFY(!credentials.renew()); // there is nothing else to show
        QCOMPARE(credentials.words(), u"the user Aladdin"_s);
    }

    void theCookieIsTheWholeLine()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u".cookie"_s);
        write(path, "__cookie__:00ff\n");
        NodeCredentials credentials(path);
        QCOMPARE(credentials.header(), "Basic " + QByteArray("__cookie__:00ff").toBase64());
        write(path, "__cookie__:11ee");
        QCOMPARE(credentials.header(), "Basic " + QByteArray("__cookie__:00ff").toBase64());
        QVERIFY(credentials.renew());
        QCOMPARE(credentials.header(), "Basic " + QByteArray("__cookie__:11ee").toBase64());
        QCOMPARE(credentials.words(), u"the cookie file "_s + path);
    }

    void aCookieThatIsNotThereIsWaitedFor()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u".cookie"_s);
        NodeCredentials credentials(path);
        QCOMPARE(credentials.header(), QByteArray());
        QVERIFY(credentials.words().contains(u"it cannot be read"_s));
        QVERIFY(!credentials.renew());
        write(path, "no colon in it");
        QCOMPARE(credentials.header(), QByteArray());
        QVERIFY(credentials.words().contains(u"it holds no user and password"_s));
        write(path, "__cookie__:22dd");
        QCOMPARE(credentials.header(), "Basic " + QByteArray("__cookie__:22dd").toBase64());
    }

    void textsArePurged()
    {
        NodeCredentials credentials(u"me"_s, u"s3cr3t"_s);
        const QString header = QString::fromLatin1(credentials.header());
        const QString purged = credentials.purged(u"me, s3cr3t, "_s + header);
        QVERIFY(!purged.contains(u"s3cr3t"_s));
        QVERIFY(!purged.contains(header));
        QVERIFY(purged.startsWith(u"me, "_s));
    }

    void eachNetworkKeepsItsCookieElsewhere()
    {
        QVERIFY(usualCookieFile(8332).endsWith(u"itcoin/.cookie"_s));
        QVERIFY(usualCookieFile(18332).endsWith(u"/testnet3/.cookie"_s));
        QVERIFY(usualCookieFile(48332).endsWith(u"/testnet4/.cookie"_s));
        QVERIFY(usualCookieFile(38332).endsWith(u"/signet/.cookie"_s));
        QVERIFY(usualCookieFile(18443).endsWith(u"/regtest/.cookie"_s));
        QCOMPARE(usualCookieFile(9999), QString());
    }
};

QTEST_GUILESS_MAIN(TestNodeCredentials)
#include "tst_nodecredentials.moc"

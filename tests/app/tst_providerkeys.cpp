// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providerkeys.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakekeystore.h"
#include "tests/support/foldersearch.h"

#include <QTemporaryDir>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {
const QByteArray secret = "s3cret-Key.of/Tests==";
}

class TestProviderKeys : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnAnyWarning();
        qunsetenv("HOLDLINE_GLASSNODE_KEY");
    }

    void keptAndForgotten()
    {
        const QTemporaryDir folder;
        FakeKeyStore store;
        ProviderKeys keys(folder.path(), store);
        QCOMPARE(keys.key(u"glassnode"_s).value(), QByteArray());
        QVERIFY(keys.keep(u"glassnode"_s, secret).hasValue());
        QCOMPARE(keys.key(u"glassnode"_s).value(), secret);
        QVERIFY(keys.isKept(u"glassnode"_s));
        QVERIFY(!keys.isKept(u"cryptoquant"_s));
        QCOMPARE(fileThatHolds(folder.path(), secret), QString());
        // What another run of the program finds.
        QCOMPARE(ProviderKeys(folder.path(), store).key(u"glassnode"_s).value(), secret);
        QVERIFY(keys.forget(u"glassnode"_s).hasValue());
        QCOMPARE(keys.key(u"glassnode"_s).value(), QByteArray());
        QVERIFY(store.keys.empty());
    }

    /// Else a desktop might ask for a password at each start.
    void noKeychainIsOpenedForNothing()
    {
        const QTemporaryDir folder;
        FakeKeyStore store;
        QCOMPARE(ProviderKeys(folder.path(), store).key(u"glassnode"_s).value(), QByteArray());
        QCOMPARE(store.asked, 0);
    }

    void theEnvironmentGoesFirst()
    {
        const QTemporaryDir folder;
        FakeKeyStore store;
        ProviderKeys keys(folder.path(), store);
        QVERIFY(keys.keep(u"glassnode"_s, "another").hasValue());
        qputenv("HOLDLINE_GLASSNODE_KEY", ' ' + secret + '\n');
        QCOMPARE(keys.key(u"glassnode"_s).value(), secret);
        QCOMPARE(keyVariable(u"bitcoin-data"_s), QByteArray("HOLDLINE_BITCOIN_DATA_KEY"));
    }

    void withoutAKeychainNothingIsKept()
    {
        const QTemporaryDir folder;
        FakeKeyStore store;
        store.isThere = false;
        ProviderKeys keys(folder.path(), store);
        const auto done = keys.keep(u"glassnode"_s, secret);
        QVERIFY(done.hasError());
        QVERIFY(!done.error().message.contains(QString::fromLatin1(secret)));
        QVERIFY(!keys.isKept(u"glassnode"_s));
        QCOMPARE(fileThatHolds(folder.path(), secret), QString());
    }

    void whatCanBeNoKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("my key");
        QTest::newRow("an end of line, which would begin another header") << QByteArray("key\r\nX-Other: 1");
        QTest::newRow("a letter that no header holds") << QByteArray("k\xc3\xa9y");
        QTest::newRow("a whole file") << QByteArray(1001, 'k');
    }
    void whatCanBeNoKeyIsRefused()
    {
        QFETCH(QByteArray, given);
        const QTemporaryDir folder;
        FakeKeyStore store;
        const auto done = ProviderKeys(folder.path(), store).keep(u"glassnode"_s, given);
        QVERIFY(done.hasError());
        QCOMPARE(int(done.error().kind), int(Error::Kind::Usage));
        QVERIFY(given.isEmpty() || !done.error().message.contains(QString::fromUtf8(given)));
        QVERIFY(store.keys.empty());
    }

    void noImageOfMemoryIsLeft()
    {
        keepMemoryToOurselves();
        rlimit limit{1, 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }
};

QTEST_GUILESS_MAIN(TestProviderKeys)
#include "tst_providerkeys.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keycontroller.h"
#include "app/providerkeys.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakekeystore.h"
#include "tests/support/foldersearch.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

class TestKeyController final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void aKeyIsKeptAndForgotten()
    {
        const QTemporaryDir folder;
        auto owned = std::make_unique<FakeKeyStore>();
        FakeKeyStore& store = *owned;
        QWidget window;
        KeyController controller(folder.path(), std::move(owned), window);
        KeyDialog* dialog = controller.show();
        const auto label = [&](const char* name) {
            return dialog->findChild<QLabel*>(QString::fromLatin1(name))->text();
        };
        auto* line = dialog->findChild<QLineEdit*>(u"glassnodeKey"_s);
        auto* keep = dialog->findChild<QPushButton*>(u"glassnodeKeep"_s);
        auto* forget = dialog->findChild<QPushButton*>(u"glassnodeForget"_s);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QVERIFY(!keep->isEnabled() && !forget->isEnabled());
        QTest::keyClicks(line, u"k3y-0f.m1ne"_s);
        QTest::mouseClick(keep, Qt::LeftButton);
        QTRY_COMPARE(label("words"), u"It is in the keychain."_s);
        QCOMPARE(line->text(), QString());
        QCOMPARE(label("glassnodeState"), u"A key is in the keychain."_s);
        QCOMPARE(store.key(u"glassnode"_s).value(), QByteArray("k3y-0f.m1ne"));
        QCOMPARE(fileThatHolds(folder.path(), "k3y-0f.m1ne"), QString());
        QVERIFY(ProviderKeys(folder.path(), store).isKept(u"glassnode"_s));

        QTest::mouseClick(forget, Qt::LeftButton);
        QTRY_COMPARE(label("words"), u"It is no longer kept."_s);
        QVERIFY(!forget->isEnabled());
        QVERIFY(store.key(u"glassnode"_s).value().isEmpty());
    }

    void whatIsNoKeyIsSaidAndStays()
    {
        const QTemporaryDir folder;
        QWidget window;
        KeyController controller(folder.path(), std::make_unique<FakeKeyStore>(), window);
        KeyDialog* dialog = controller.show();
        auto* line = dialog->findChild<QLineEdit*>(u"cryptoquantKey"_s);
        QTest::keyClicks(line, u"two words"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(dialog->findChild<QLabel*>(u"words"_s)->text().contains(u"is no key"_s));
        QVERIFY(!dialog->findChild<QLabel*>(u"words"_s)->text().contains(u"two words"_s));
        QCOMPARE(line->text(), u"two words"_s);
        QVERIFY(dialog->isVisible());
    }
};

QTEST_MAIN(TestKeyController)
#include "tst_keycontroller.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodecontroller.h"
#include "models/history/cohortstatefile.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/nodepeer.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; ///< ms

/// A window's node and what its user sees.
class NodeWindow final {
public:
    NodeWindow(const QString& address, const QString& cookie, const QString& dataDir)
    {
        services.dataDir = dataDir;
        state.nodeAddress = address;
        state.nodeCookie = cookie;
        state.nodeFolder = dataDir;
    }
    /// As at the start of the program.
    void open()
    {
        window = std::make_unique<QWidget>();
        controller = new NodeController(services, state, *window);
        QObject::connect(controller, &NodeController::said, controller,
                         [this](const QString& words) { said.append(words); });
    }
    void close()
    {
        window.reset();
        controller = nullptr;
    }
    void press(const char* name) { click(dialog()->findChild<QPushButton*>(QString::fromLatin1(name))); }
    [[nodiscard]] QComboBox* sources() { return dialog()->findChild<QComboBox*>(u"source"_s); }
    [[nodiscard]] QString text(const char* name)
    {
        const auto* label = dialog()->findChild<QLabel*>(QString::fromLatin1(name));
        return label->isHidden() ? QString() : label->text();
    }
    [[nodiscard]] NodeDialog* dialog()
    {
        auto* shown = window->findChild<NodeDialog*>();
        return shown ? shown : controller->show();
    }

    SystemClock clock;
    WindowServices services{.clock = clock,
                            .dataDir = {},
                            .load = {},
                            .loadCards = {},
                            .picture = {},
                            .save = {},
                            .importFile = {}};
    WindowState state;
    std::unique_ptr<QWidget> window;
    QPointer<NodeController> controller; ///< the window's
    QStringList said;

private:
    static void click(QPushButton* button) { QTest::mouseClick(button, Qt::LeftButton); }
};

} // namespace

class TestNodeController final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void aWrongAddressIsSaid_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("words");
        QTest::newRow("elsewhere") << u"http://192.0.2.1:8332"_s << u"not on this machine"_s;
        QTest::newRow("no address") << u"localhost:x"_s << QString();
        QTest::newRow("a port of no network") << u"http://127.0.0.1:4"_s << u"cookie"_s;
    }
    void aWrongAddressIsSaid()
    {
        QFETCH(QString, address);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        NodeWindow node(address, {}, folder.path());
        node.open();
        node.press("look");
        QVERIFY2(!node.text("words").isEmpty() && node.text("words").contains(words, Qt::CaseInsensitive),
                 qPrintable(node.text("words")));
        QVERIFY(!node.controller->isWorking());
    }

    void aNodeThatIsNotThereIsSaid()
    {
        QTcpServer taken; // a port that nobody listens on, once this is closed
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const QString address = u"http://127.0.0.1:%1"_s.arg(taken.serverPort());
        taken.close();
        const QTemporaryDir folder;
        QFile cookie(folder.filePath(u".cookie"_s));
        QVERIFY(cookie.open(QIODevice::WriteOnly) && cookie.write("__cookie__:secret-of-the-node") > 0);
        cookie.close();
        NodeWindow node(address, cookie.fileName(), folder.path());
        node.open();
        node.press("look");
        QVERIFY(node.controller->isWorking());
        QTRY_VERIFY_WITH_TIMEOUT(!node.controller->isWorking(), patience);
        QVERIFY2(node.text("words").startsWith(u"No node answers at 127.0.0.1"_s),
                 qPrintable(node.text("words")));
        QVERIFY(!node.text("words").contains(u"secret"_s));
    }

    void fromTheFirstQuestionToEachBlock()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(110, 600);
        peer.mine(10, 86'400, 3);
        const QTemporaryDir folder;
        NodeWindow node(peer.address(), peer.cookieFile(), folder.path());
        node.open();

        node.press("look");
        QTRY_VERIFY_WITH_TIMEOUT(!node.text("facts").isEmpty(), patience);
        QTRY_VERIFY(!node.controller->isWorking());
        QVERIFY2(node.text("facts").contains(u"regtest · block 120"_s), qPrintable(node.text("facts")));
        QVERIFY(node.text("facts").contains(u"No candles of bitcoin"_s));
        QVERIFY2(node.text("demand").contains(u"1.0 GB must be free"_s), qPrintable(node.text("demand")));
        QVERIFY(node.text("demand").contains(u"dumptxoutset"_s));
        QCOMPARE(node.sources()->count(), 2); // nothing is kept yet

        node.press("start");
        QTRY_COMPARE_WITH_TIMEOUT(node.controller->height().value_or(0), 120U, patience);
        QVERIFY(node.controller->isWorking());
        QCOMPARE(QDir(folder.path()).entryList({u"utxo-*"_s}).size(), 0); // deleted, now that all is kept
        auto kept = loadCohortState(folder.path(), BitcoinNetwork::Regtest, node.clock);
        QVERIFY(kept.hasValue());
        QCOMPARE(kept.value().tipHeight(), 120U);

        peer.mine(2, 600, 1);
        QTRY_COMPARE_WITH_TIMEOUT(node.controller->height().value_or(0), 122U, patience);

        // Closed and opened again, it follows by itself.
        node.close();
        QVERIFY(node.state.followsNode);
        peer.mine(1, 600, 1);
        node.open();
        node.controller->resume();
        QTRY_COMPARE_WITH_TIMEOUT(node.controller->height().value_or(0), 123U, patience);

        // Stopped by hand, it does not.
        node.press("stop");
        QTRY_VERIFY_WITH_TIMEOUT(!node.controller->isWorking(), patience);
        QVERIFY(!node.state.followsNode);
        kept = loadCohortState(folder.path(), BitcoinNetwork::Regtest, node.clock);
        QCOMPARE(kept.value().tipHeight(), 123U);

        node.press("look");
        QTRY_VERIFY_WITH_TIMEOUT(node.text("demand").contains(u"Block 123 is kept here"_s), patience);
        node.close();
    }

    void aSnapshotOfAnotherNetworkIsRefusedAndStays()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(3, 600);
        const QTemporaryDir folder;
        QFile snapshot(folder.filePath(u"other.dat"_s));
        QVERIFY(snapshot.open(QIODevice::WriteOnly));
        snapshot.write(QByteArray("utxo\xff\x02\x00\xf9\xbe\xb4\xd9", 11) + QByteArray(60, '\0'));
        snapshot.close();
        NodeWindow node(peer.address(), peer.cookieFile(), folder.path());
        node.open();
        node.press("look");
        QTRY_VERIFY_WITH_TIMEOUT(!node.text("facts").isEmpty() && !node.controller->isWorking(), patience);
        node.sources()->setCurrentIndex(1);
        QVERIFY(!node.dialog()->findChild<QPushButton*>(u"start"_s)->isEnabled());
        node.dialog()->findChild<QLineEdit*>(u"fileName"_s)->setText(snapshot.fileName());
        QVERIFY(node.dialog()->findChild<QPushButton*>(u"start"_s)->isEnabled());
        node.press("start");
        QTRY_VERIFY_WITH_TIMEOUT(!node.controller->isWorking(), patience);
        QVERIFY2(node.text("words").contains(u"network"_s), qPrintable(node.text("words")));
        QVERIFY(QFileInfo::exists(snapshot.fileName()));
        QVERIFY(networksWithState(folder.path()).empty());
        QVERIFY(!node.state.followsNode); // what never was followed is not taken up again
    }
};

QTEST_MAIN(TestNodeController)
#include "tst_nodecontroller.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertactions.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QDBusConnection>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

/// Answers each POST with the next of its statuses and keeps what was sent.
class WebServer final : public QTcpServer {
public:
    explicit WebServer(QList<QByteArray> answers) : m_answers(std::move(answers))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
        });
    }
    [[nodiscard]] QString address(const QString& path) const
    {
        return u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path);
    }
    QList<QByteArray> bodies;

private:
    void take(QTcpSocket& socket)
    {
        QByteArray& text = m_texts[&socket];
        text += socket.readAll();
        const qsizetype end = text.indexOf("\r\n\r\n");
        const qsizetype length = text.toLower().indexOf("content-length: ");
        if (end < 0 || length < 0)
            return;
        const QByteArray body = text.mid(end + 4);
        if (body.size() < text.mid(length + 16, text.indexOf("\r\n", length) - length - 16).toInt())
            return;
        bodies.append(body);
        socket.write("HTTP/1.1 " + (m_answers.isEmpty() ? "200 OK" : m_answers.takeFirst()) +
                     "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket.disconnectFromHost();
    }

    QList<QByteArray> m_answers;
    std::map<QTcpSocket*, QByteArray> m_texts;
};

/// The desktop's side of a notification.
class Desktop final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList seen;

public slots:
    uint Notify(const QString& /*program*/, uint /*replaces*/, const QString& /*icon*/, const QString& title,
                const QString& words, const QStringList& /*actions*/, const QVariantMap& /*hints*/,
                int /*timeout*/)
    {
        seen.append(title + u'|' + words);
        return 1;
    }
};

AlertFiring firing()
{
    return {u"alert-1"_s, start, u"Band <touched>"_s, u"$(touch /tmp/x); \"quoted\" & more"_s};
}

Alert quiet()
{
    Alert alert;
    alert.id = u"alert-1"_s;
    alert.onDesktop = false;
    return alert;
}

} // namespace

class TestAlertActions final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{start + 1min};
    QProcess m_bus;

    /// What could not be done.
    QString outcomeOf(const Alert& alert,
                      const std::function<bool(const QString&, const QString&)>& fallback = {})
    {
        AlertActions actions(m_clock);
        actions.setFallback(fallback);
        QString outcome = u"not finished"_s;
        connect(&actions, &AlertActions::finished, this,
                [&](const AlertFiring&, const QString& sentence) { outcome = sentence; });
        actions.act(alert, firing());
        static_cast<void>(QTest::qWaitFor([&] { return !actions.isBusy(); }, 30'000));
        return outcome;
    }

private slots:
    void initTestCase()
    {
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead(10'000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readAllStandardOutput().trimmed());
    }
    void cleanupTestCase()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }
    void init() { testing::failOnAnyWarning(); }

    void aCommandIsRunWithoutAShell()
    {
        const QTemporaryDir folder;
        QFile script(folder.filePath(u"say it.sh"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(
            "#!/bin/sh\nprintf '%s\\n' \"$1\" \"$HOLDLINE_ALERT_WORDS\" \"$HOLDLINE_ALERT_AT\" > \"$2\"\n"
            "cat >> \"$2\"\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        Alert alert = quiet();
        const QString told = folder.filePath(u"told"_s);
        alert.command = u"\"%1\" \"$HOME; *\" %2"_s.arg(script.fileName(), told);
        QCOMPARE(outcomeOf(alert), QString());
        QFile file(told);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readLine(), "$HOME; *\n");
        QCOMPARE(file.readLine(), "$(touch /tmp/x); \"quoted\" & more\n");
        QCOMPARE(file.readLine(), "2026-01-20T00:00:00Z\n");
        QCOMPARE(file.readAll(), firingMessage(firing(), m_clock.now()));
    }

    void aCommandThatFailsIsSaid()
    {
        Alert alert = quiet();
        alert.command = u"false"_s;
        QCOMPARE(outcomeOf(alert), u"The command ended with 1."_s);
        alert.command = u"/nowhere/at-all --secret=1"_s;
        QCOMPARE(outcomeOf(alert), u"The command could not be started."_s);
    }

    void aWebAddressIsSentTheFiring()
    {
        WebServer server({});
        Alert alert = quiet();
        alert.webhook = server.address(u"/hook"_s);
        QCOMPARE(outcomeOf(alert), QString());
        QCOMPARE(server.bodies.size(), 1);
        const QJsonObject sent = QJsonDocument::fromJson(server.bodies.first()).object();
        QCOMPARE(sent.value(u"alert").toString(), u"alert-1"_s);
        QCOMPARE(sent.value(u"at").toString(), u"2026-01-20T00:00:00Z"_s);
        QCOMPARE(sent.value(u"toldAt").toString(), u"2026-01-20T00:01:00Z"_s);
        QCOMPARE(sent.value(u"text").toString(), firing().name + u": "_s + firing().words);
    }

    void aServerInTroubleIsAskedAgainAndItsKeyIsNotTold()
    {
        WebServer server({"500 Oops", "200 OK"});
        Alert alert = quiet();
        alert.webhook = server.address(u"/hook?key=secret"_s);
        QCOMPARE(outcomeOf(alert), QString());
        QCOMPARE(server.bodies.size(), 2);
        WebServer refusing({"403 No"});
        alert.webhook = refusing.address(u"/hook?key=secret"_s);
        QCOMPARE(outcomeOf(alert), u"127.0.0.1 answered 403."_s);
        QCOMPARE(refusing.bodies.size(), 1);
    }

    void nobodyIsSentElsewhere()
    {
        WebServer other({});
        WebServer server({"307 There\r\nLocation: " + other.address(u"/"_s).toLatin1()});
        Alert alert = quiet();
        alert.webhook = server.address(u"/"_s);
        QCOMPARE(outcomeOf(alert), u"127.0.0.1 answered 307."_s);
        QVERIFY(other.bodies.isEmpty());
        alert.webhook = u"http://example.org/"_s;
        QVERIFY(outcomeOf(alert).startsWith(u"Nothing was sent"_s));
    }

    void theDesktopShowsIt()
    {
        Alert alert = quiet();
        alert.onDesktop = true;
        QVERIFY(outcomeOf(alert).startsWith(u"The desktop took no notification"_s));
        QStringList tray;
        QCOMPARE(outcomeOf(alert,
                           [&](const QString& title, const QString&) {
                               tray.append(title);
                               return true;
                           }),
                 QString());
        QCOMPARE(tray, QStringList{u"Band <touched>"_s});
        Desktop desktop;
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                                   QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
        QCOMPARE(outcomeOf(alert), QString());
        QCOMPARE(desktop.seen,
                 QStringList{u"Band <touched>|$(touch /tmp/x); &quot;quoted&quot; &amp; more"_s});
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }
};

QTEST_GUILESS_MAIN(TestAlertActions)
#include "tst_alertactions.moc"

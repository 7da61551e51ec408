// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/streamlink.h"
#include "tests/support/failonwarning.h"
#include "tests/support/rawhttpserver.h"
#include "tests/support/selfsigned.h"
#include "tests/support/streamplay.h"

#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestStreamLink final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void opensGreetsAndDelivers()
    {
        Route route = plainRoute();
        route.greetings = {"{\"op\":\"subscribe\"}", "{\"op\":\"more \xc3\xa9\"}"};
        Play play(route);
        QVERIFY(!play.link->isOpen());
        QVERIFY(!play.link->nextAttempt());
        QVERIFY(open(play));
        QTRY_COMPARE_WITH_TIMEOUT(play.server.client(0).texts.size(), size_t(2), patience);
        QCOMPARE(play.server.client(0).texts, route.greetings);
        QVERIFY(play.server.client(0).request.startsWith(
            "GET /stream?streams=btcusdt@kline_1m/!forceOrder@arr HTTP/1.1"));
        QVERIFY(play.server.client(0).request.contains("User-Agent: Holdline/" HOLDLINE_VERSION));
        play.server.sendText(0, "one \xe2\x82\xbf");
        play.server.send(0, frame(Opcode::Binary, QByteArray("\0\xff two", 6)));
        QVERIFY(wait([&] { return play.came.size() == 2; }));
        QCOMPARE(play.messages(), (QByteArrayList{"one \xe2\x82\xbf", QByteArray("\0\xff two", 6)}));
        QCOMPARE(play.opened.size(), 1);
        QCOMPARE(play.closed.size(), 0);
        QCOMPARE(play.failed.size(), 0);
        QVERIFY(!play.link->nextAttempt());
    }

    void joinsFragmentsAndFramesInOneSegment()
    {
        Play play;
        QVERIFY(open(play));
        play.server.send(0, frame(Opcode::Text, "ab", false) + frame(Opcode::Ping, "p") +
                                frame(Opcode::Continue, "cd", false) + frame(Opcode::Continue, "ef") +
                                frame(Opcode::Text, "second"));
        QVERIFY(wait([&] { return play.came.size() == 2; }));
        QCOMPARE(play.messages(), (QByteArrayList{"abcdef", "second"}));
    }

    void aHalfOpenConnectionIsNoticed() // F2
    {
        Route route = plainRoute();
        route.silence = 300ms;
        Play play(route);
        QVERIFY(open(play));
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QVERIFY2(play.why().contains("300 ms"_L1), qPrintable(play.why()));
        QVERIFY(wait([&] { return play.opened.size() == 2; }));
    }

    void aMessageIsLifeAndAPingIsNone()
    {
        Route route = plainRoute();
        route.silence = 1500ms;
        Play play(route);
        QVERIFY(open(play));
        QElapsedTimer sinceOpened;
        sinceOpened.start();
        QTimer messages;
        connect(&messages, &QTimer::timeout, this, [&] { play.server.sendText(0, "life"); });
        messages.start(50ms);
        QVERIFY(wait([&] { return sinceOpened.elapsed() > 3000; }));
        QCOMPARE(play.closed.size(), 0);
        messages.stop();
        QTimer pings;
        connect(&pings, &QTimer::timeout, this, [&] { play.server.send(0, frame(Opcode::Ping, "x")); });
        pings.start(50ms);
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
    }

    void anAbruptEndDropsTheHalfMessage() // F3
    {
        Play play;
        QVERIFY(open(play));
        play.server.send(0, frame(Opcode::Text, "whole") + frame(Opcode::Text, "{\"half\":", false) +
                                frame(Opcode::Continue, "1,", false));
        play.server.cut(0);
        QVERIFY(wait([&] { return play.server.clientCount() == 2 && play.server.client(1).isOpen; }));
        play.server.sendText(1, "next");
        QVERIFY(wait([&] { return play.came.size() == 2; }));
        QCOMPARE(play.messages(), (QByteArrayList{"whole", "next"}));
        QCOMPARE(play.closed.size(), 1);
        QCOMPARE(play.opened.size(), 2);
        QVERIFY2(play.why().contains("cut"_L1), qPrintable(play.why()));
    }

    void anEndWithinAFrameDropsIt() // F3
    {
        Play play;
        QVERIFY(open(play));
        play.server.send(0, frame(Opcode::Text, "only a part", true, 1000));
        play.server.cut(0);
        QVERIFY(wait([&] { return play.opened.size() == 2; }));
        QCOMPARE(play.came.size(), 0);
        QCOMPARE(play.closed.size(), 1);
    }

    void aClosingFrameIsToldInWords()
    {
        Play play;
        QVERIFY(open(play));
        play.server.send(0, frame(Opcode::Close, closePayload(1001, "service\nrestart.")));
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QCOMPARE(play.why(), u"The venue closed the connection (1001: service restart)."_s);
        QVERIFY(wait([&] { return play.opened.size() == 2; }));
        QCOMPARE(play.closed.size(), 1);
    }

    void aCodeThatQtDoesNotKnowIsNoFault()
    {
        Play play;
        QVERIFY(open(play));
        play.server.send(0, frame(Opcode::Close, closePayload(1012, "service restart")));
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QVERIFY2(play.why().startsWith("The venue closed the connection"_L1), qPrintable(play.why()));
    }

    void pingsAreAnswered() // F6
    {
        Play play;
        QVERIFY(open(play));
        play.server.send(0, frame(Opcode::Ping, "1700000000000") + frame(Opcode::Ping, ""));
        QVERIFY(wait([&] { return play.server.client(0).pongs.size() == 2; }));
        QCOMPARE(play.server.client(0).pongs.at(0), QByteArray("1700000000000"));
        QCOMPARE(play.server.client(0).pongs.at(1), QByteArray());
        QCOMPARE(play.came.size(), 0);
    }

    void heartbeatsAreSent() // F7
    {
        Route route = plainRoute();
        route.heartbeat = {100ms, "{\"op\":\"ping\"}"};
        Play play(route);
        QVERIFY(open(play));
        connect(&play.server, &RawStreamServer::textCame, this,
                [&](int client) { play.server.sendText(client, "pong"); });
        QVERIFY(wait([&] { return play.came.size() >= 3; }));
        QCOMPARE(play.server.client(0).texts.at(0), QByteArray("{\"op\":\"ping\"}"));
        QCOMPARE(play.messages().at(0), QByteArray("pong"));
    }

    void aHeartbeatForIdleLinksWaitsForQuiet()
    {
        Route route = plainRoute();
        route.heartbeat = {1500ms, "ping", true};
        Play play(route);
        QVERIFY(open(play));
        QElapsedTimer sinceOpened;
        sinceOpened.start();
        QTimer messages;
        connect(&messages, &QTimer::timeout, this, [&] { play.server.sendText(0, "tick"); });
        messages.start(50ms);
        QVERIFY(wait([&] { return sinceOpened.elapsed() > 3500; }));
        QCOMPARE(play.server.client(0).texts.size(), size_t(0));
        messages.stop();
        QVERIFY(wait([&] { return !play.server.client(0).texts.empty(); }));
        QCOMPARE(play.server.client(0).texts.front(), QByteArray("ping"));
    }

    void messagesOfOursKeepTheVenuesPace() // F8
    {
        Route route = plainRoute();
        route.messagesPerSecond = 5;
        for (int i = 0; i < 12; ++i)
            route.greetings.push_back(QByteArray::number(i));
        Play play(route);
        std::vector<qint64> arrivals;
        QElapsedTimer time;
        time.start();
        connect(&play.server, &RawStreamServer::textCame, this, [&] { arrivals.push_back(time.elapsed()); });
        QVERIFY(open(play));
        QVERIFY(wait([&] { return arrivals.size() == 12; }));
        QCOMPARE(play.server.client(0).texts, route.greetings);
        // 12 messages at 5 a second: the last cannot come before two whole seconds are over.
        QVERIFY2(arrivals.back() - arrivals.front() >= 2000,
                 qPrintable(QString::number(arrivals.back() - arrivals.front())));
    }

    void refusalsOfTheUpgradeAreToldWithTheirStatus_data() // F9, F10
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("leastPause"); // ms; -1: no other try
        const QByteArray html = "Content-Type: text/html\r\n\r\n<html><body>451 (x): no</body></html>\r\n";
        QTest::newRow("429") << QByteArray("HTTP/1.1 429 Too Many Requests\r\n\r\n") << 429 << 30000;
        QTest::newRow("418") << QByteArray("HTTP/1.1 418 I'm a teapot\r\nRetry-After: 120\r\n\r\n") << 418
                             << 60000;
        QTest::newRow("403 with a page") << QByteArray("HTTP/1.1 403 Forbidden\r\n") + html << 403 << 60000;
        QTest::newRow("451") << QByteArray("HTTP/1.1 451 Unavailable For Legal Reasons\r\n\r\n{}") << 451
                             << -1;
        QTest::newRow("502") << QByteArray("HTTP/1.1 502 Bad Gateway\r\n") + html << 502 << 0;
        QTest::newRow("200 with a page") << QByteArray("HTTP/1.1 200 OK\r\n") + html << 200 << 0;
        QTest::newRow("301") << QByteArray("HTTP/1.1 301 Moved\r\nLocation: ws://127.0.0.1:1/\r\n\r\n") << 301
                             << 0;
        QTest::newRow("a page and no HTTP")
            << QByteArray("<html><body>hello</body></html>\r\n\r\n") << 0 << 0;
        QTest::newRow("a wrong key")
            << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n")
            << 0 << 0;
    }
    void refusalsOfTheUpgradeAreToldWithTheirStatus()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        QFETCH(int, leastPause);
        LinkSettings settings = quickSettings();
        settings.backoff = {20s, 20s, 0, 60s};
        Play play(plainRoute(), settings);
        play.server.setAnswer(answer);
        const UtcTime before = play.clock.now();
        play.link->start();
        QVERIFY(wait([&] { return play.failed.size() == 1; }));
        QCOMPARE(play.failed.at(0).at(0).toInt(), status);
        QVERIFY(play.failed.at(0).at(1).toString().endsWith(u'.'));
        QVERIFY(!play.failed.at(0).at(1).toString().contains(u'\n'));
        QCOMPARE(play.opened.size() + play.closed.size() + play.came.size(), 0);
        QCOMPARE(play.link->nextAttempt().has_value(), leastPause >= 0);
        if (leastPause >= 0)
            QVERIFY(*play.link->nextAttempt() - before >= std::max(Span(leastPause), Span(20s)));
    }

    void anUnusualStatusLineIsTold()
    {
        Play play;
        play.server.setAnswer("HTTP/1.1 400 Bad Request\r\n\r\n");
        play.link->start();
        QVERIFY(wait([&] { return play.failed.size() >= 2; }));
        QCOMPARE(play.opened.size(), 0);
    }

    void aServerThatNeverAnswersIsLeft()
    {
        LinkSettings settings = quickSettings();
        settings.connectLimit = 200ms;
        Play play(plainRoute(), settings);
        play.server.setMute(true);
        play.link->start();
        QVERIFY(wait([&] { return play.failed.size() >= 2; }));
        QCOMPARE(play.failed.at(0).at(0).toInt(), 0);
        QCOMPARE(play.failed.at(0).at(1).toString(), u"The venue did not answer within 200 ms."_s);
        play.server.setMute(false);
        QVERIFY(wait([&] { return play.link->isOpen(); }));
    }

    void whereNoOneListensItTriesAgain()
    {
        Play play;
        play.server.close();
        play.link->start();
        QVERIFY(wait([&] { return play.failed.size() >= 4; }));
        QCOMPARE(play.opened.size(), 0);
        for (const auto& arguments : play.failed)
            QCOMPARE(arguments.at(0).toInt(), 0);
    }

    void aHostThatHasNoAddressIsToldAsSuch()
    {
        SystemClock clock;
        StreamLink link(plainRoute(), u"wss://stream.invalid"_s, quickSettings(), clock);
        QSignalSpy failed(&link, &StreamLink::failed);
        link.start();
        QVERIFY(wait([&] { return !failed.isEmpty(); }));
        QVERIFY(failed.at(0).at(1).toString().startsWith("No connection to the venue: "_L1));
    }

    void aCertificateThatNoOneSignedIsRefused() // F10
    {
        auto tls = selfSignedServer();
        QVERIFY(tls);
        const QSslCertificate certificate = tls->sslConfiguration().localCertificate();
        const RawHttpServer server(std::move(tls));
        SystemClock clock;
        {
            StreamLink link(plainRoute(), server.address(u"wss"_s), quickSettings(), clock);
            QSignalSpy failed(&link, &StreamLink::failed);
            link.start();
            QVERIFY(wait([&] { return failed.size() >= 2; }));
            QCOMPARE(failed.at(0).at(0).toInt(), 0);
            QVERIFY(!link.isOpen());
            QCOMPARE(server.requests().size(), 0);
        }
        // The same server is asked once someone vouches for it, so it was the certificate.
        const auto before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(certificate);
        QSslConfiguration::setDefaultConfiguration(trusting);
        StreamLink link(plainRoute(), server.address(u"wss"_s), quickSettings(), clock);
        link.start();
        const bool isAsked = wait([&] { return server.requests().size() == 1; });
        QSslConfiguration::setDefaultConfiguration(before);
        QVERIFY(isAsked);
    }

    void nextAttemptIsKnownWhileWaiting()
    {
        LinkSettings settings = quickSettings();
        settings.backoff = {10s, 60s, 0, 60s};
        Play play(plainRoute(), settings);
        QVERIFY(open(play));
        const UtcTime before = play.clock.now();
        play.server.cut(0);
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QVERIFY(play.link->nextAttempt());
        QVERIFY(*play.link->nextAttempt() - before >= Span(10s));
        QVERIFY(*play.link->nextAttempt() - play.clock.now() <= Span(10s));
    }

    void aMessageTooLongClosesBeforeItIsRead() // 50 MB
    {
        LinkSettings settings = quickSettings();
        settings.mostMessageBytes = 1024 * 1024;
        settings.backoff = {60s, 60s, 0, 60s};
        Play play(plainRoute(), settings);
        QVERIFY(open(play));
        qint64 unsent = 0;
        connect(play.link.get(), &StreamLink::closed, this,
                [&] { unsent = play.server.client(0).socket->bytesToWrite(); });
        play.server.send(0, frame(Opcode::Text, QByteArray(50 * 1024 * 1024, 'x')));
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QVERIFY2(unsent > 25 * 1024 * 1024, qPrintable(QString::number(unsent)));
        QCOMPARE(play.why(), u"A message was longer than 1048576 bytes."_s);
        QCOMPARE(play.came.size(), 0);
    }

    void aMessageTooLongInPiecesCloses()
    {
        LinkSettings settings = quickSettings();
        settings.mostMessageBytes = 1024 * 1024;
        settings.backoff = {60s, 60s, 0, 60s};
        Play play(plainRoute(), settings);
        QVERIFY(open(play));
        const QByteArray piece(512 * 1024, 'x');
        play.server.send(0, frame(Opcode::Text, piece, false));
        for (int i = 0; i < 4; ++i)
            play.server.send(0, frame(Opcode::Continue, piece, false));
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QCOMPARE(play.why(), u"A message was longer than 1048576 bytes."_s);
        QCOMPARE(play.came.size(), 0);
    }

    void aMessageOfTheGreatestLengthIsDelivered()
    {
        LinkSettings settings = quickSettings();
        settings.mostMessageBytes = 1024 * 1024;
        Play play(plainRoute(), settings);
        QVERIFY(open(play));
        const QByteArray most(1024 * 1024, 'y');
        play.server.sendText(0, most);
        QVERIFY(wait([&] { return play.came.size() == 1; }));
        QCOMPARE(play.messages().at(0).size(), most.size());
        QCOMPARE(play.closed.size(), 0);
    }

    void anEndlessAnswerToTheUpgradeIsNotKept()
    {
        LinkSettings settings = quickSettings();
        settings.mostMessageBytes = 1024 * 1024;
        settings.connectLimit = 2s;
        settings.backoff = {60s, 60s, 0, 60s};
        Play play(plainRoute(), settings);
        play.server.setAnswer(QByteArray(50 * 1024 * 1024, 'z'));
        qint64 unsent = 0;
        connect(play.link.get(), &StreamLink::failed, this,
                [&] { unsent = play.server.client(0).socket->bytesToWrite(); });
        play.link->start();
        QVERIFY(wait([&] { return play.failed.size() == 1; }));
        QVERIFY2(unsent > 25 * 1024 * 1024, qPrintable(QString::number(unsent)));
        QCOMPARE(play.opened.size(), 0);
    }

    void brokenBytesClose_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("invalid UTF-8")
            << frame(Opcode::Text, "a\xff\xfe z") << u"A message was not valid UTF-8."_s;
        QTest::newRow("a character cut at the end")
            << frame(Opcode::Text, "price \xe2\x82") << u"A message was not valid UTF-8."_s;
        QTest::newRow("a continuation of nothing") << frame(Opcode::Continue, "x") << u"The venue broke"_s;
        QTest::newRow("a reserved bit") << QByteArray("\xc1\x01x", 3) << u"The venue broke"_s;
        QTest::newRow("an unknown kind of frame") << frame(Opcode(3), "x") << u"The venue broke"_s;
        QTest::newRow("a new message within another")
            << frame(Opcode::Text, "x", false) + frame(Opcode::Text, "y") << u"The venue broke"_s;
    }
    void brokenBytesClose()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        Play play;
        QVERIFY(open(play));
        play.server.send(0, frame(Opcode::Text, "good") + bytes);
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QVERIFY2(play.why().startsWith(sentence), qPrintable(play.why()));
        QCOMPARE(play.messages(), QByteArrayList{"good"});
        QVERIFY(wait([&] { return play.opened.size() == 2; }));
    }

    void alternativesAreTriedInTurn()
    {
        Route route = plainRoute();
        route.path = u"/one"_s;
        route.alternatives = {u"/two"_s, u"/three"_s};
        Play play(route);
        QVERIFY(open(play));
        const QList<bool> byAlternative{true, true, false, true};
        for (int i = 0; i < byAlternative.size(); ++i) {
            play.link->reconnect(u"One stream is silent."_s, byAlternative[i]);
            QVERIFY(!play.link->isOpen());
            QCOMPARE(play.closed.size(), i + 1);
            QCOMPARE(play.why(), u"One stream is silent."_s);
            QVERIFY(wait([&] { return play.server.openCount() == 1 && play.opened.size() == i + 2; }));
        }
        const QByteArrayList paths{"/one", "/two", "/three", "/three", "/one"};
        QCOMPARE(play.server.clientCount(), 5);
        for (int i = 0; i < 5; ++i)
            QVERIFY2(play.server.client(i).request.startsWith("GET " + paths[i] + " "),
                     play.server.client(i).request.constData());
    }

    void stopsAndStartsAgain()
    {
        Play play;
        QVERIFY(open(play));
        play.link->stop();
        QCOMPARE(play.closed.size(), 1);
        QVERIFY(!play.why().isEmpty());
        QVERIFY(!play.link->isOpen());
        QVERIFY(!play.link->nextAttempt());
        QVERIFY(wait([&] { return play.server.client(0).isGone; }));
        QCOMPARE(play.server.client(0).closeCode, std::optional<int>(1001));
        play.link->stop();
        QCOMPARE(play.closed.size(), 1);
        play.link->reconnect(u"Nothing happens."_s, false);
        QVERIFY(!play.link->nextAttempt());
        play.link->start();
        QVERIFY(wait([&] { return play.opened.size() == 2; }));
    }

    void oneAttemptPerHostAtATime()
    {
        const LinkSettings settings = quickSettings();
        Play first(plainRoute(), settings);
        first.server.setMute(true);
        SystemClock clock;
        StreamLink second(plainRoute(), first.server.address(), settings, clock);
        StreamLink third(plainRoute(), first.server.address(), settings, clock);
        Play elsewhere(plainRoute(), settings);
        first.link->start();
        second.start();
        third.start();
        QVERIFY(open(elsewhere)); // by then the others would have come, too
        QCOMPARE(first.server.clientCount(), 1);
        third.stop(); // gives up its turn
        first.server.setMute(false);
        first.server.cut(0);
        QVERIFY(wait([&] { return second.isOpen() && first.link->isOpen(); }));
        QVERIFY(!third.isOpen());
        QCOMPARE(first.server.openCount(), 2);
    }

    void mayBeDestroyedInItsOwnSignals_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("opened") << 0;
        QTest::newRow("message") << 1;
        QTest::newRow("closed") << 2;
        QTest::newRow("failed") << 3;
        QTest::newRow("closed by itself") << 4;
        QTest::newRow("closed by stop") << 5;
    }
    void mayBeDestroyedInItsOwnSignals()
    {
        QFETCH(int, which);
        Play play;
        auto& link = play.link;
        const auto destroy = [&link] { link.reset(); };
        switch (which) {
        case 0:
            connect(link.get(), &StreamLink::opened, this, destroy);
            break;
        case 1:
            connect(link.get(), &StreamLink::messageCame, this, destroy);
            break;
        case 3:
            connect(link.get(), &StreamLink::failed, this, destroy);
            break;
        default:
            connect(link.get(), &StreamLink::closed, this, destroy);
            break;
        }
        if (which == 3)
            play.server.setAnswer("HTTP/1.1 500 Sorry\r\n\r\n");
        connect(&play.server, &RawStreamServer::clientOpened, this, [&](int client) {
            play.server.send(client, frame(Opcode::Text, "a") + frame(Opcode::Text, "b") +
                                         (which == 4 ? frame(Opcode::Text, "\xff") : QByteArray()) +
                                         frame(Opcode::Text, "c"));
            if (which == 2)
                play.server.cut(client);
        });
        if (which == 5) {
            connect(link.get(), &StreamLink::messageCame, this, [&link] {
                if (link)
                    link->stop();
            });
        }
        link->start();
        QVERIFY(wait([&] { return !link; }));
        QVERIFY(wait([&] { return play.server.openCount() == 0; }));
        const qsizetype most = which == 0 || which == 3 ? 0 : which == 1 || which == 5 ? 1 : 3;
        QVERIFY(play.came.size() <= most);
    }

    void mayBeDestroyedAtAnyTime()
    {
        Play play;
        play.link->start();
        play.link.reset();
        Play asking;
        asking.link->start();
        QVERIFY(wait([&] { return asking.server.clientCount() == 1; }));
        asking.link.reset();
        Play openOne;
        QVERIFY(open(openOne));
        openOne.link.reset();
        QVERIFY(wait([&] { return openOne.server.openCount() == 0; }));
    }
};

QTEST_GUILESS_MAIN(TestStreamLink)
#include "tst_streamlink.moc"

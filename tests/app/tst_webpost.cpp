// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webpost.h"
#include "tests/support/failonwarning.h"
#include "tests/support/postreceiver.h"
#include "tests/support/selfsigned.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdline::testing::httpAnswer;
using holdline::testing::PostReceiver;

namespace {

const PostedFile picture{.name = u"fall.png"_s, .bytes = QByteArray("\x89PNG\0\xff and more", 15)};

/// Why it was not sent, or empty.
QString outcomeOf(const QString& address, std::chrono::milliseconds limit = WebPost::usualLimit)
{
    WebPost post(limit);
    const auto done = post.send(picture, QUrl(address));
    return done.hasError() ? done.error().message : QString();
}

QByteArray trouble()
{
    return httpAnswer("500 Oops", {}, {"Connection: close"});
}

QByteArray sentOn(const QByteArray& status, const QString& to)
{
    return httpAnswer(status, {}, {"Connection: close", "Location: " + to.toLatin1()});
}

} // namespace

class TestWebPost final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void theBytesArriveWithWhatTheyAre()
    {
        PostReceiver server;
        QCOMPARE(outcomeOf(server.address(u"/hook?key=secret"_s)), QString());
        QCOMPARE(server.received().size(), 1);
        const auto& post = server.received().first();
        QVERIFY(post.head.startsWith("POST /hook?key=secret "));
        QCOMPARE(post.body, picture.bytes);
        QCOMPARE(post.header("Content-Type"), "image/png");
        QCOMPARE(post.header("Content-Disposition"), "attachment; filename=\"fall.png\"");
        QCOMPARE(post.header("X-Holdline-Digest"),
                 "sha256=" + QCryptographicHash::hash(picture.bytes, QCryptographicHash::Sha256).toHex());
    }

    void aServerInTroubleIsAskedOnceMore()
    {
        PostReceiver server({trouble()});
        QCOMPARE(outcomeOf(server.address(u"/"_s)), QString());
        QCOMPARE(server.received().size(), 2);
        PostReceiver twice({trouble(), trouble()});
        QCOMPARE(outcomeOf(twice.address(u"/secret"_s)), u"127.0.0.1 answered 500"_s);
        QCOMPARE(twice.received().size(), 2);
    }
    void aRefusalIsTakenAtItsWord()
    {
        PostReceiver server({httpAnswer("403 No", {}, {"Connection: close"})});
        QCOMPARE(outcomeOf(server.address(u"/secret"_s)), u"127.0.0.1 answered 403"_s);
        QCOMPARE(server.received().size(), 1);
    }
    void aLostConnectionIsTriedOnceMore()
    {
        // Qt itself begins a lost connection anew a few times: more hang-ups than that.
        PostReceiver server(QByteArrayList(40, QByteArray()));
        QCOMPARE(outcomeOf(server.address(u"/secret"_s)), u"127.0.0.1 could not be reached, or hung up"_s);
        QVERIFY(server.connectionCount() >= 2);
    }
    void noOneThereIsSaid()
    {
        QString address;
        {
            const PostReceiver gone;
            address = gone.address(u"/secret"_s);
        }
        QCOMPARE(outcomeOf(address), u"127.0.0.1 could not be reached, or hung up"_s);
    }
    void aServerThatSaysNothingIsLeft()
    {
        PostReceiver server({"-", "-"});
        QCOMPARE(outcomeOf(server.address(u"/secret"_s), 300ms), u"127.0.0.1 did not take it within 0.3 s"_s);
        QVERIFY(server.received().size() <= 1);
    }

    void theSameServerMaySendItOn()
    {
        for (const char* status : {"301 There", "302 There", "307 There", "308 There"}) {
            PostReceiver server;
            server.setAnswers({sentOn(status, u"/there"_s)});
            QCOMPARE(outcomeOf(server.address(u"/here"_s)), QString());
            QCOMPARE(server.received().size(), 2);
            QVERIFY(server.received().last().head.startsWith("POST /there "));
            QCOMPARE(server.received().last().body, picture.bytes);
        }
    }
    void nobodyIsSentElsewhere()
    {
        PostReceiver other;
        PostReceiver server({sentOn("307 There", other.address(u"/"_s))});
        QCOMPARE(outcomeOf(server.address(u"/secret"_s)),
                 u"127.0.0.1 answered 307 and wants it sent elsewhere"_s);
        QVERIFY(other.received().isEmpty());
    }
    void whoSendsInCirclesIsLeft()
    {
        PostReceiver server(QByteArrayList(40, sentOn("307 There", u"/"_s)));
        QCOMPARE(outcomeOf(server.address(u"/"_s)), u"127.0.0.1 answered 307 and wants it sent elsewhere"_s);
        QCOMPARE(server.received().size(), 6);
    }
    void aCertificateThatNoOneSignedIsRefused()
    {
        auto listener = testing::selfSignedServer();
        if (!listener)
            QSKIP("openssl made no certificate");
        PostReceiver server({}, std::move(listener));
        QCOMPARE(outcomeOf(server.address(u"/secret"_s, u"https"_s)),
                 u"127.0.0.1 could not prove who it is"_s);
        QVERIFY(server.received().isEmpty());
    }

    void aNameIsWrittenAsHeadersWantIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("plain") << u"a b.csv"_s << QByteArray("attachment; filename=\"a b.csv\"");
        QTest::newRow("marks") << u"a\"b\\.csv"_s << QByteArray("attachment; filename=\"a\\\"b\\\\.csv\"");
        QTest::newRow("umlaut") << u"für €.pdf"_s
                                << QByteArray("attachment; filename=\"f_r _.pdf\"; "
                                              "filename*=UTF-8''f%C3%BCr%20%E2%82%AC.pdf");
        QTest::newRow("beyond 16 bits") << u"\U0001F4C8.png"_s
                                        << QByteArray("attachment; filename=\"_.png\"; "
                                                      "filename*=UTF-8''%F0%9F%93%88.png");
        QTest::newRow("line end") << u"a\r\nX: y.png"_s
                                  << QByteArray("attachment; filename=\"a__X: y.png\"; "
                                                "filename*=UTF-8''a%0D%0AX%3A%20y.png");
    }
    void aNameIsWrittenAsHeadersWantIt()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, header);
        QCOMPARE(contentDisposition(name), header);
    }
    void eachFormatHasItsType()
    {
        QCOMPARE(contentTypeOf(u"a.SVG"_s), "image/svg+xml");
        QCOMPARE(contentTypeOf(u"a.pdf"_s), "application/pdf");
        QCOMPARE(contentTypeOf(u"a.b.csv"_s), "text/csv; charset=utf-8");
        QCOMPARE(contentTypeOf(u"a.json"_s), "application/json");
        QCOMPARE(contentTypeOf(u"a"_s), "application/octet-stream");
    }
};

QTEST_GUILESS_MAIN(TestWebPost)
#include "tst_webpost.moc"

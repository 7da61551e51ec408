// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/download.h"
#include "tests/support/failonwarning.h"
#include "tests/support/rawhttpserver.h"
#include "tests/support/selfsigned.h"

#include <QBuffer>
#include <QTimer>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Got {
    Result<Done> outcome;
    QByteArray bytes;
};

DownloadLimits quickLimits()
{
    return {.connect = 10s, .idle = 10s, .total = 20s, .mostBytes = 1000};
}

Got fetch(const QString& address, const DownloadLimits& limits = quickLimits())
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Progress progress;
    const auto outcome = download(QUrl(address), buffer, limits, progress);
    return {outcome, buffer.data()};
}

QByteArray redirect(const QByteArray& to)
{
    return httpAnswer("302 Found", {}, {"Location: " + to});
}

} // namespace

class TestDownload : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void aFile();
    void refusals_data();
    void refusals();
    void aRedirectIsFollowed();
    void redirectsElsewhere_data();
    void redirectsElsewhere();
    void anEndlessRedirect();
    void asLongAsAllowed();
    void aSlowDrip();
    void silence();
    void noServer();
    void aCertificateThatDoesNotHold();
    void cancelled();
    void nothingSecretIsSaid();
};

void TestDownload::aFile()
{
    RawHttpServer server;
    server.setAnswer(httpAnswer("200 OK", "a,b\n1,2\n"));
    const Got got = fetch(server.address() + u"/x.csv?key=1"_s);
    QVERIFY2(got.outcome.hasValue(), got.outcome.hasError() ? qPrintable(got.outcome.error().message) : "");
    QCOMPARE(got.bytes, QByteArray("a,b\n1,2\n"));
    QVERIFY(server.requests().front().startsWith("GET /x.csv?key=1 HTTP/1.1\r\n"));
}

void TestDownload::refusals_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* what, const QByteArray& answer, Error::Kind kind,
                        const QString& sentence) {
        QTest::newRow(what) << answer << static_cast<int>(kind) << sentence;
    };
    row("not there", httpAnswer("404 Not Found", "<html>no</html>"), Error::Kind::Unavailable,
        u"the server answered HTTP 404"_s);
    row("not allowed", httpAnswer("403 Forbidden", {}), Error::Kind::Unavailable,
        u"the server answered HTTP 403"_s);
    row("out of order", httpAnswer("503 Service Unavailable", {}), Error::Kind::Network,
        u"the server answered HTTP 503"_s);
    row("nothing to tell", "HTTP/1.1 204 No Content\r\n\r\n", Error::Kind::Malformed,
        u"the server answered HTTP 204"_s);
    row("a length that is too much", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\nab",
        Error::Kind::Malformed,
        u"the file is longer than 1,000 bytes, the most that is read from an address"_s);
    row("too much without a length", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + QByteArray(1001, 'x'),
        Error::Kind::Malformed,
        u"the file is longer than 1,000 bytes, the most that is read from an address"_s);
    row("a redirect to nowhere", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", Error::Kind::Malformed,
        u"the server leads on to where Holdline does not follow"_s);
}

void TestDownload::refusals()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, kind);
    RawHttpServer server;
    server.setAnswer(answer);
    const Got got = fetch(server.address());
    QVERIFY(got.outcome.hasError());
    QTEST(got.outcome.error().message, "sentence");
    QCOMPARE(static_cast<int>(got.outcome.error().kind), kind);
}

void TestDownload::aRedirectIsFollowed()
{
    RawHttpServer server;
    server.setHandler([&](QTcpSocket& socket, int number, const QByteArray&) {
        socket.write(number == 0 ? redirect("/there") : httpAnswer("200 OK", "x"));
    });
    QCOMPARE(fetch(server.address() + u"/here"_s).bytes, QByteArray("x"));
    QVERIFY(server.requests().back().startsWith("GET /there "));
}

void TestDownload::redirectsElsewhere_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("a file of this machine") << QByteArray("file:///etc/hostname");
    QTest::newRow("another scheme") << QByteArray("ftp://127.0.0.1/x");
    QTest::newRow("not encrypted, on another machine") << QByteArray("http://example.invalid/x");
    QTest::newRow("data of its own") << QByteArray("data:text/plain,x");
}

void TestDownload::redirectsElsewhere()
{
    QFETCH(QByteArray, target);
    RawHttpServer server;
    server.setAnswer(redirect(target));
    const Got got = fetch(server.address());
    QVERIFY(got.outcome.hasError());
    QCOMPARE(got.outcome.error().message, u"the server leads on to where Holdline does not follow"_s);
    QCOMPARE(got.bytes, QByteArray());
    QCOMPARE(server.requests().size(), 1);
}

void TestDownload::anEndlessRedirect()
{
    RawHttpServer server; // leads from /1 to /2 and so on; Qt may ask for one of them more than once
    QSet<int> places;
    server.setHandler([&](QTcpSocket& socket, int, const QByteArray& head) {
        const int place = head.split(' ').value(1).mid(1).toInt();
        places.insert(place);
        socket.write(redirect('/' + QByteArray::number(place + 1)));
    });
    QVERIFY(fetch(server.address() + u"/0"_s).outcome.hasError());
    QVERIFY(!places.isEmpty());
    QVERIFY(*std::max_element(places.begin(), places.end()) <= 5); // the first one and five hops
}

void TestDownload::asLongAsAllowed()
{
    RawHttpServer server;
    server.setAnswer(httpAnswer("200 OK", QByteArray(1000, 'x')));
    QCOMPARE(fetch(server.address()).bytes.size(), 1000);
}

/// A byte now and then is no silence, but it does not go on for ever.
void TestDownload::aSlowDrip()
{
    RawHttpServer server;
    server.setHandler([](QTcpSocket& socket, int, const QByteArray&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
        auto* timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(20ms);
    });
    DownloadLimits limits = quickLimits();
    limits.total = 1500ms;
    const Got got = fetch(server.address(), limits);
    QVERIFY(got.outcome.hasError());
    QCOMPARE(got.outcome.error().message, u"the file was not complete after 1500 ms"_s);
    QCOMPARE(got.outcome.error().kind, Error::Kind::Network);
}

void TestDownload::silence()
{
    RawHttpServer server;
    server.setAnswer("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc");
    DownloadLimits limits = quickLimits();
    limits.idle = 300ms;
    QCOMPARE(fetch(server.address(), limits).outcome.error().message,
             u"the server was silent for too long"_s);
    server.setHandler([](QTcpSocket& socket, int, const QByteArray&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc");
        socket.disconnectFromHost();
    });
    QCOMPARE(fetch(server.address()).outcome.error().message, u"the file was cut short"_s);
}

void TestDownload::noServer()
{
    QString address;
    {
        const RawHttpServer server;
        address = server.address();
    }
    const Got got = fetch(address);
    QVERIFY(got.outcome.hasError());
    QCOMPARE(got.outcome.error().kind, Error::Kind::Network);
    QVERIFY(got.outcome.error().message.startsWith(u"the server cannot be reached"_s));
}

void TestDownload::aCertificateThatDoesNotHold()
{
    auto listener = selfSignedServer();
    if (!listener)
        QSKIP("there is no openssl program");
    RawHttpServer server(std::move(listener));
    server.setAnswer(httpAnswer("200 OK", "x"));
    const Got got = fetch(server.address(u"https"_s));
    QVERIFY(got.outcome.hasError());
    QCOMPARE(got.outcome.error().kind, Error::Kind::Network);
    QCOMPARE(got.bytes, QByteArray());
    QCOMPARE(server.requests().size(), 0);
}

void TestDownload::cancelled()
{
    RawHttpServer server; // which says nothing
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Progress progress;
    QTimer::singleShot(100ms, this, [&] { progress.cancelled = true; });
    const auto outcome = download(QUrl(server.address()), buffer, quickLimits(), progress);
    QVERIFY(outcome.hasError());
    QCOMPARE(outcome.error().kind, Error::Kind::Cancelled);
}

void TestDownload::nothingSecretIsSaid()
{
    RawHttpServer server;
    const QString address =
        server.address().replace(u"://"_s, u"://user:secret@"_s) + u"/secret?key=secret"_s;
    for (const QByteArray& answer :
         {httpAnswer("404 Not Found", {}), httpAnswer("401 Unauthorized", {}), httpAnswer("500 No", {}),
          redirect("ftp://secret/secret"), QByteArray("nonsense\r\n\r\n")}) {
        server.setHandler([answer](QTcpSocket& socket, int, const QByteArray&) {
            socket.write(answer);
            socket.disconnectFromHost();
        });
        const Got got = fetch(address);
        QVERIFY(got.outcome.hasError());
        QVERIFY2(!got.outcome.error().message.contains(u"secret"_s), qPrintable(got.outcome.error().message));
    }
}

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"

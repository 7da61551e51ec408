// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/httpanswer.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace std::chrono_literals;

namespace {

const UtcTime november{Span{784111777000}}; // 1994-11-06T08:49:37Z, the example of RFC 9110

} // namespace

class TestHttpAnswer final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void dates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("ms"); // -1: none
        QTest::newRow("the example") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(784111777000);
        QTest::newRow("the epoch") << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT") << qint64(0);
        QTest::newRow("a leap day") << QByteArray("Thu, 29 Feb 2024 00:00:00 GMT") << qint64(1709164800000);
        QTest::newRow("no such day") << QByteArray("Wed, 29 Feb 2023 00:00:00 GMT") << qint64(-1);
        QTest::newRow("no such month") << QByteArray("Sun, 06 Nox 1994 08:49:37 GMT") << qint64(-1);
        QTest::newRow("no such hour") << QByteArray("Sun, 06 Nov 1994 24:49:37 GMT") << qint64(-1);
        QTest::newRow("another zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << qint64(-1);
        QTest::newRow("a sign") << QByteArray("Sun, -6 Nov 1994 08:49:37 GMT") << qint64(-1);
        QTest::newRow("ISO") << QByteArray("1994-11-06T08:49:37Z") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
    }
    void dates()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, ms);
        const auto time = parseHttpDate(text);
        QCOMPARE(time ? toMsecs(*time) : -1, ms);
    }

    void reset_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds"); // 0: none
        QTest::newRow("seconds to go") << QByteArray("60") << qint64(60);
        QTest::newRow("the epoch second until which") << QByteArray("1768867230") << qint64(30);
        QTest::newRow("one that has passed") << QByteArray("1768867100") << qint64(0);
        QTest::newRow("at once") << QByteArray("0") << qint64(0);
        QTest::newRow("longer than a week") << QByteArray("999999999") << qint64(7 * 24 * 3600);
        QTest::newRow("milliseconds") << QByteArray("1768867230000") << qint64(0);
        QTest::newRow("a fraction") << QByteArray("1.5") << qint64(0);
        QTest::newRow("a sign") << QByteArray("-5") << qint64(0);
        QTest::newRow("empty") << QByteArray() << qint64(0);
    }
    void reset()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, seconds);
        const UtcTime now{1768867200s}; // 2026-01-20T00:00:00Z
        QCOMPARE(parseReset(text, {}, now).value_or(Span{}), Span(1s * seconds));
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("hasDate");
        QTest::addColumn<qint64>("seconds"); // 0: none
        const QByteArray minuteLater = "Sun, 06 Nov 1994 08:50:37 GMT";
        QTest::newRow("seconds") << QByteArray("120") << false << qint64(120);
        QTest::newRow("seconds with spaces") << QByteArray(" 7 ") << false << qint64(7);
        QTest::newRow("a date by our clock, which is 30 s fast") << minuteLater << false << qint64(30);
        QTest::newRow("a date by the venue's clock") << minuteLater << true << qint64(60);
        QTest::newRow("a date gone by") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << true << qint64(0);
        QTest::newRow("zero") << QByteArray("0") << false << qint64(0);
        QTest::newRow("negative") << QByteArray("-5") << false << qint64(0);
        QTest::newRow("a fraction") << QByteArray("1.5") << false << qint64(0);
        QTest::newRow("words") << QByteArray("soon") << false << qint64(0);
        QTest::newRow("empty") << QByteArray() << false << qint64(0);
        QTest::newRow("three days") << QByteArray("259200") << false << qint64(259200);
        QTest::newRow("thirty years become a week") << QByteArray("946080000") << false << qint64(604800);
        QTest::newRow("too many digits") << QByteArray("99999999999999999999") << false << qint64(0);
    }
    void retryAfter()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, hasDate);
        QFETCH(qint64, seconds);
        const auto date = hasDate ? std::optional(november) : std::nullopt;
        const auto span = parseRetryAfter(text, date, november + 30s);
        QCOMPARE(span.value_or(Span{}).count(), seconds * 1000);
    }

    void endsOfBans_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("ms"); // -1: none
        QTest::newRow("as told") << QByteArray(
                                        "{\"code\":-1003,\"msg\":\"Way too much request weight used; IP "
                                        "banned until 1700000000123. Please use WebSocket\"}")
                                 << qint64(1700000000123);
        QTest::newRow("at the end") << QByteArray("IP banned until 1700000000123") << qint64(1700000000123);
        QTest::newRow("too few digits") << QByteArray("banned until 170000000") << qint64(-1);
        QTest::newRow("too many digits") << QByteArray("banned until 17000000001234567") << qint64(-1);
        QTest::newRow("words") << QByteArray("banned until tomorrow") << qint64(-1);
        QTest::newRow("cut off") << QByteArray("banned until ") << qint64(-1);
        QTest::newRow("nothing") << QByteArray("{}") << qint64(-1);
    }
    void endsOfBans()
    {
        QFETCH(QByteArray, body);
        QFETCH(qint64, ms);
        const auto until = parseBannedUntil(body);
        QCOMPARE(until ? toMsecs(*until) : -1, ms);
    }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("JSON") << QByteArray("application/json") << QByteArray("[1]") << false;
        QTest::newRow("no type") << QByteArray() << QByteArray("{\"a\":\"<b>\"}") << false;
        QTest::newRow("page by type") << QByteArray("Text/HTML; charset=utf-8") << QByteArray("ok") << true;
        QTest::newRow("page by its first byte")
            << QByteArray("application/json") << QByteArray("<html>") << true;
        QTest::newRow("page after space and mark")
            << QByteArray() << QByteArray("\xef\xbb\xbf\r\n <!DOCTYPE html>") << true;
        QTest::newRow("empty") << QByteArray("application/json") << QByteArray() << false;
    }
    void pages()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(bool, isPage);
        HttpAnswer answer;
        answer.contentType = type;
        answer.body = body;
        QCOMPARE(isHtml(answer), isPage);
    }

    void onlyAWholeMarkIsRemoved()
    {
        QCOMPARE(withoutMark("\xef\xbb\xbf[]"), QByteArray("[]"));
        QCOMPARE(withoutMark("\xef\xbb[]"), QByteArray("\xef\xbb[]"));
        QCOMPARE(withoutMark("[]\xef\xbb\xbf"), QByteArray("[]\xef\xbb\xbf"));
        QCOMPARE(withoutMark({}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"

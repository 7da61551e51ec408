// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/jsontoken.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestJsonToken final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsNumbersFromStringsAndNumbers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("price"); // empty: absent
        QTest::addColumn<QByteArray>("quantity");
        QTest::addColumn<QByteArray>("amount");
        QTest::addColumn<QByteArray>("volume");
        const auto row = [](const char* raw, const char* price, const char* quantity, const char* amount,
                            const char* volume) {
            QTest::newRow(raw) << QByteArray(raw) << QByteArray(price) << QByteArray(quantity)
                               << QByteArray(amount) << QByteArray(volume);
        };
        row(R"("86455.50000000")", "86455.5", "86455.5", "86455.5", "86455.5");
        row("86455.5", "86455.5", "86455.5", "86455.5", "86455.5");
        row("1.5e3", "1500", "1500", "1500", "1500");
        row(R"("0.00000001")", "0.00000001", "0.00000001", "0.00000001", "0.00000001");
        row("0.1234567890123", "0.12345679", "0.12345679", "0.12345679", "0.12345679");
        row("0", "", "0", "0", "0");
        row(R"("0.00000000")", "", "0", "0", "0");
        row(R"("0.000000001")", "", "0", "0", "0");
        row(R"("-0.00010000")", "", "", "-0.0001", "");
        row("-5", "", "", "-5", "");
        row("1000000000000", "", "", "1000000000000", "1000000000000");
        row("1e308", "", "", "", "");
        row("1e-400", "", "0", "0", "0");
        for (const char* raw :
             {"null",   R"("")",       R"("-")",        R"("NaN")",   "NaN",     R"("null")",
              R"(".")", "true",        R"("Infinity")", R"("1,000")", R"(" 1")", R"("1 ")",
              "{",      "[",           R"("1e308")",    "",           "\"",      "1.2.3",
              "-",      R"("1\u0030")"})
            row(raw, "", "", "", "");
    }
    void readsNumbersFromStringsAndNumbers()
    {
        QFETCH(QByteArray, raw);
        const JsonToken token{std::string_view(raw.constData(), static_cast<std::size_t>(raw.size()))};
        const auto text = [](const auto& value) { return value ? value->toText() : QByteArray(); };
        QTEST(text(token.price()), "price");
        QTEST(text(token.quantity()), "quantity");
        QTEST(text(token.amount()), "amount");
        QTEST(text(token.volume()), "volume");
    }

    void readsIntegers()
    {
        QCOMPARE(JsonToken("12").integer(), std::optional<qint64>(12));
        QCOMPARE(JsonToken(R"("12")").integer(), std::optional<qint64>(12));
        QCOMPARE(JsonToken("-1").integer(), std::optional<qint64>(-1));
        QCOMPARE(JsonToken("9223372036854775807").integer(), std::optional<qint64>(9223372036854775807));
        QCOMPARE(JsonToken("00000000000000000007").integer(), std::optional<qint64>(7));
        QCOMPARE(JsonToken("123456789012345678").integer(), std::optional<qint64>(123456789012345678));
        QCOMPARE(JsonToken("1234567890123456789").integer(), std::optional<qint64>(1234567890123456789));
        for (const char* raw : {"1234567:", "12345678/", "/2345678", "+5", "9223372036854775808", "1.0",
                                "1e3", R"("")", "null", "", R"("12 ")", "12x", "{"})
            QVERIFY2(!JsonToken(raw).integer(), raw);
    }

    void readsTimes_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<TimeUnit>("unit");
        QTest::addColumn<qint64>("msecs"); // 0: absent
        const auto row = [](const char* name, const char* raw, TimeUnit unit, qint64 msecs) {
            QTest::newRow(name) << QByteArray(raw) << unit << msecs;
        };
        row("milliseconds", "1763773190123", TimeUnit::Milliseconds, 1763773190123);
        row("milliseconds in a string", R"("1763773190123")", TimeUnit::Milliseconds, 1763773190123);
        row("microseconds", "1763773190123456", TimeUnit::Microseconds, 1763773190123);
        row("seconds", "1763773190", TimeUnit::Seconds, 1763773190000);
        row("parts of seconds", "1763773190.123456", TimeUnit::Seconds, 1763773190123);
        row("parts of seconds in a string", R"("1763773190.9999")", TimeUnit::Seconds, 1763773190999);
        row("microseconds where milliseconds are due", "1763773190123456", TimeUnit::Milliseconds, 0);
        row("a delivery in 2100", "4102444800000", TimeUnit::Milliseconds, 4102444800000);
        row("zero", "0", TimeUnit::Milliseconds, 0);
        row("before 1970", "-5", TimeUnit::Milliseconds, 0);
        row("nothing", "null", TimeUnit::Milliseconds, 0);
        row("a huge number", "1e308", TimeUnit::Seconds, 0);
        row("by magnitude: seconds", "1763773190", TimeUnit::ByMagnitude, 1763773190000);
        row("by magnitude: milliseconds", "1763773190123", TimeUnit::ByMagnitude, 1763773190123);
        row("by magnitude: microseconds", "1763773190123456", TimeUnit::ByMagnitude, 1763773190123);
        row("by magnitude: a delivery in 2100", "4102444800000", TimeUnit::ByMagnitude, 4102444800000);
        row("by magnitude: nanoseconds are none", "1763773190123456789", TimeUnit::ByMagnitude, 0);
    }
    void readsTimes()
    {
        QFETCH(QByteArray, raw);
        QFETCH(TimeUnit, unit);
        const JsonToken token{std::string_view(raw.constData(), static_cast<std::size_t>(raw.size()))};
        const auto time = token.time(unit);
        QTEST(time ? toMsecs(*time) : qint64(0), "msecs");
    }

    void readsWords()
    {
        QCOMPARE(JsonToken("true").boolean(), std::optional(true));
        QCOMPARE(JsonToken("false").boolean(), std::optional(false));
        QCOMPARE(JsonToken(R"("true")").boolean(), std::optional(true));
        QVERIFY(!JsonToken("1").boolean());
        QVERIFY(!JsonToken("null").boolean());
        QVERIFY(JsonToken("null").isNull());
        QVERIFY(!JsonToken(R"("null")").isNull());
        QVERIFY(JsonToken(R"("SELL")").text() == "SELL");
        QVERIFY(JsonToken("SELL").text().empty());
        QVERIFY(!JsonToken().isGiven());
    }
};

QTEST_GUILESS_MAIN(TestJsonToken)
#include "tst_jsontoken.moc"

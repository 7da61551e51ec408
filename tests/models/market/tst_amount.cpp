// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/amount.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <limits>

using namespace holdline;

class TestAmount final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsExactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* name, const char* text, const char* canonical) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(canonical);
        };
        row("trailing zeros go", "98663.58000000", "98663.58");
        row("a whole number has no point", "90000.000", "90000");
        row("eight decimals are kept", "0.00000001", "0.00000001");
        row("the ninth rounds up at five", "0.000000005", "0.00000001");
        row("the ninth rounds down below five", "0.0000000049", "0");
        row("halves round away from zero", "-0.000000005", "-0.00000001");
        row("binary float tails", "99.31999969482422", "99.31999969");
        row("thirty digits", "176955233224.105466177968093752", "176955233224.10546618");
        row("exponent", "5.1e-05", "0.000051");
        row("positive exponent", "1.5E+3", "1500");
        row("a leading point", ".5", "0.5");
        row("a plus sign", "+3", "3");
        row("a market value that does not fit 64 bits", "1790000000000.12345678", "1790000000000.12345678");
        row("nineteen digits", "1234567890123456789", "1234567890123456789");
        row("leading zeros", "000000000000000000000001.5", "1.5");
        row("minus zero is zero", "-0.0", "0");
        row("the most digits that are read the short way", "1234567890.12345678", "1234567890.12345678");
        row("eight digits before the point and none behind", "12345678.", "12345678");
        row("eight digits behind the point", ".12345678", "0.12345678");
        row("a minus sign before sixteen digits", "-87654321.12345678", "-87654321.12345678");
        row("far below one unit", "1e-400", "0");
    }
    void readsExactly()
    {
        QFETCH(QByteArray, text);
        const auto amount = Amount::parse(text);
        QVERIFY(amount);
        QTEST(amount->toText(), "canonical");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "-",
                                 ".",
                                 "NaN",
                                 "inf",
                                 "1,000",
                                 "1 ",
                                 " 1",
                                 "1.2.3",
                                 "0x10",
                                 "1e",
                                 "--1",
                                 "1e400",
                                 "1-",
                                 "12e+",
                                 "1234567:",
                                 "12345678/",
                                 "1234/678",
                                 "12345678.1234567:",
                                 "340282366920938463463374607431768211456"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Amount::parse(text));
    }

    void pricesThatDoNotFitAreRefused()
    {
        QVERIFY(Price::parse("92233720368"));
        QVERIFY(!Price::parse("92233720369"));
    }

    void productRoundsToOneUnit()
    {
        // 74.24856 = 2062.46 x 0.036, and half a unit away from zero: 0.00000005 x 0.1 = 0.000000005.
        QCOMPARE((*Price::parse("2062.46") * *Quantity::parse("0.036")).toText(), QByteArray("74.24856"));
        QCOMPARE((Price{5} * *Quantity::parse("0.1")).toText(), QByteArray("0.00000001"));
        QCOMPARE((Price{-5} * *Quantity::parse("0.1")).toText(), QByteArray("-0.00000001"));
    }

    void shortAndLongWaysAgree()
    {
        // A plus sign, a zero in front, an exponent of zero: the same number, read the long way.
        quint64 state = 7;
        const auto draw = [&state](int below) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return static_cast<int>((state >> 33) % static_cast<quint64>(below));
        };
        for (int i = 0; i < 200000; ++i) {
            QByteArray text;
            const int size = draw(24);
            for (int at = 0; at < size; ++at)
                text += "0123456789012345678901234567890123456789..-+e/:"[draw(draw(8) == 0 ? 47 : 40)];
            const auto read = parseDecimalUnits(text);
            const bool mayHavePlus = !text.startsWith('-') && !text.startsWith('+');
            const auto longWay = parseDecimalUnits(mayHavePlus ? '+' + text : text);
            QVERIFY2(read == longWay, text.constData());
            if (!text.contains('e'))
                QVERIFY2(read == parseDecimalUnits(text + "e0"), text.constData());
            const auto price = Price::parse(text);
            const bool fits = read && *read >= std::numeric_limits<qint64>::min() &&
                              *read <= std::numeric_limits<qint64>::max();
            QCOMPARE(price.has_value(), fits);
            QVERIFY2(!fits || price->units == *read, text.constData());
        }
    }

    void agreesWithPlainArithmetic()
    {
        quint64 state = 42;
        for (int i = 0; i < 100000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const auto whole = static_cast<qint64>(state >> 34);
            const auto fraction = static_cast<int>((state >> 7) % 100000000);
            const QByteArray text =
                QByteArray::number(whole) + '.' + QByteArray::number(fraction).rightJustified(8, '0');
            QCOMPARE(static_cast<qint64>(parseDecimalUnits(text).value() / 1000000),
                     whole * 100 + fraction / 1000000);
            QCOMPARE(Amount::parse(Amount::parse(text)->toText()), Amount::parse(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestAmount)
#include "tst_amount.moc"

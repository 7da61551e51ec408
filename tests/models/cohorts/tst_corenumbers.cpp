// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/corenumbers.h"
#include "tests/support/cohorts/coinencoding.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

/// Reads from bytes with zeros behind them; the answer says whether it was valid and ended with the bytes.
template <typename Number, typename Read>
std::optional<Number> readAll(QByteArray bytes, Read read)
{
    const auto size = bytes.size();
    bytes.append(16, '\0');
    const auto* at = reinterpret_cast<const uchar*>(bytes.constData());
    const auto* const begin = at;
    Number n = 0;
    if (!read(at, n) || at - begin != size)
        return std::nullopt;
    return n;
}

template <typename Number = quint64>
std::optional<Number> varintOf(const QByteArray& bytes)
{
    return readAll<Number>(bytes, readVarint<Number>);
}

std::optional<quint64> compactSizeOf(const QByteArray& bytes)
{
    return readAll<quint64>(bytes, readCompactSize);
}

std::optional<qint64> amountOf(quint64 compressed)
{
    qint64 satoshi = 0;
    return decodeAmount(compressed, satoshi) ? std::optional(satoshi) : std::nullopt;
}

QByteArray hex(const char* digits)
{
    return QByteArray::fromHex(digits);
}

} // namespace

class TestCoreNumbers final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void varints_data()
    {
        QTest::addColumn<quint64>("n");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](quint64 n, const char* digits) {
            QTest::addRow("%llu", static_cast<unsigned long long>(n)) << n << hex(digits);
        };
        row(0, "00");
        row(127, "7f");
        row(128, "8000");
        row(255, "807f");
        row(256, "8100");
        row(16'383, "fe7f");
        row(16'384, "ff00");
        row(16'511, "ff7f");
        row(16'512, "808000");
        row(65'535, "82fe7f");
        row(1'870'000, "f19030");
        row(4'294'967'295, "8efefefe7f");
        row(4'294'967'296, "8efefeff00");
        row(18'446'744'073'709'551'615ULL, "80fefefefefefefefe7f");
    }
    void varints()
    {
        QFETCH(quint64, n);
        QFETCH(QByteArray, bytes);
        QCOMPARE(testing::varint(n), bytes);
        QCOMPARE(varintOf(bytes), std::optional(n));
        const auto narrow = varintOf<quint32>(bytes);
        QCOMPARE(narrow.has_value(), n <= 0xffffffff);
        if (narrow)
            QCOMPARE(quint64{*narrow}, n);
    }

    void varintsThatDoNotFit()
    {
        QCOMPARE(varintOf(QByteArray(10, '\xff')), std::nullopt);
        QCOMPARE(varintOf(hex("80fefefefefefefeff00")), std::nullopt); // 2^64
        QCOMPARE(varintOf<quint32>(hex("8efefeff00")), std::nullopt);  // 2^32
        QCOMPARE(varintOf<quint32>(hex("ffffffffff")), std::nullopt);
    }

    void compactSizes_data()
    {
        QTest::addColumn<quint64>("n");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](quint64 n, const char* digits) {
            QTest::addRow("%llu", static_cast<unsigned long long>(n)) << n << hex(digits);
        };
        row(0, "00");
        row(252, "fc");
        row(253, "fdfd00");
        row(65'535, "fdffff");
        row(65'536, "fe00000100");
        row(33'554'432, "fe00000002");
    }
    void compactSizes()
    {
        QFETCH(quint64, n);
        QFETCH(QByteArray, bytes);
        QCOMPARE(testing::compactSize(n), bytes);
        QCOMPARE(compactSizeOf(bytes), std::optional(n));
    }

    void compactSizesThatAreInvalid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("7 in three bytes") << hex("fd0700");
        QTest::newRow("252 in three bytes") << hex("fdfc00");
        QTest::newRow("65535 in five bytes") << hex("feffff0000");
        QTest::newRow("2^32 - 1 in nine bytes") << hex("ffffffffff00000000");
        QTest::newRow("more than a length may be") << hex("fe01000002");
        QTest::newRow("2^32, whose form is right but which is too much") << hex("ff0000000001000000");
    }
    void compactSizesThatAreInvalid()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(compactSizeOf(bytes), std::nullopt);
    }

    void amounts_data()
    {
        QTest::addColumn<quint64>("satoshi");
        QTest::addColumn<quint64>("compressed");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](quint64 satoshi, quint64 compressed, const char* digits) {
            QTest::addRow("%llu", static_cast<unsigned long long>(satoshi))
                << satoshi << compressed << hex(digits);
        };
        row(0, 0, "00");
        row(1, 1, "01");
        row(546, 0x132f, "a52f");
        row(100'000, 6, "06");
        row(1'000'000, 7, "07");
        row(100'000'000, 9, "09");
        row(1'000'000'000, 0x0a, "0a");
        row(5'000'000'000, 0x32, "32");
        row(312'500'000, 0x6dde, "80da5e");
        row(99'999'999, 0x35a4e8f7, "82ac92d077");
        row(123'456'789, 0x423a35bd, "8390e7ea3d");
        row(2'100'000'000'000'000, 0x1406f40, "8980dd40");
    }
    void amounts()
    {
        QFETCH(quint64, satoshi);
        QFETCH(quint64, compressed);
        QFETCH(QByteArray, bytes);
        QCOMPARE(testing::compressedAmount(satoshi), compressed);
        QCOMPARE(testing::varint(compressed), bytes);
        QCOMPARE(amountOf(compressed), std::optional(static_cast<qint64>(satoshi)));
    }

    void amountsGoBothWays()
    {
        const auto check = [](quint64 satoshi) {
            const auto back = amountOf(testing::compressedAmount(satoshi));
            if (back != static_cast<qint64>(satoshi))
                QFAIL(qPrintable(QString::number(satoshi)));
        };
        for (quint64 satoshi = 0; satoshi <= 1'000'000; ++satoshi)
            check(satoshi);
        for (quint64 whole = 1; whole <= 21'000'000; ++whole)
            check(whole * 100'000'000);
    }

    void amountsAboveAllBitcoin()
    {
        QCOMPARE(amountOf(testing::compressedAmount(2'100'000'000'000'001)), std::nullopt);
        QCOMPARE(amountOf(testing::compressedAmount(2'100'001'000'000'000)), std::nullopt);
        QCOMPARE(amountOf(~quint64{0}), std::nullopt);
        // 2^64 / 10 and its neighbours: what would wrap if it were multiplied first.
        for (quint64 x = 1'844'674'407'370'955'000; x < 1'844'674'407'370'956'000; ++x)
            QCOMPARE(amountOf(x), std::nullopt);
    }

    void scripts_data()
    {
        QTest::addColumn<quint32>("selector");
        QTest::addColumn<quint32>("bytes");
        QTest::newRow("to a key's hash") << 0U << 20U;
        QTest::newRow("to a script's hash") << 1U << 20U;
        QTest::newRow("to an even key") << 2U << 32U;
        QTest::newRow("to an odd key") << 3U << 32U;
        QTest::newRow("to a long key, even") << 4U << 32U;
        QTest::newRow("to a long key, odd") << 5U << 32U;
        QTest::newRow("empty, as it is") << 6U << 0U;
        QTest::newRow("34 bytes, as they are") << 40U << 34U;
        QTest::newRow("the most") << 10'006U << mostScriptBytes;
    }
    void scripts()
    {
        QFETCH(quint32, selector);
        QFETCH(quint32, bytes);
        QCOMPARE(scriptBytes(selector), bytes);
    }
};

QTEST_GUILESS_MAIN(TestCoreNumbers)
#include "tst_corenumbers.moc"

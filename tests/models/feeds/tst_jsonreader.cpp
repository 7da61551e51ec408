// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/jsonreader.h"
#include "tests/support/failonwarning.h"
#include "tests/support/jsontext.h"

#include <QtTest>

#include <string>

using namespace holdline;
using holdline::testing::json;

namespace {

/// The sum of all that stands under `a` anywhere on the first level; everything else is passed.
Reading readSum(JsonReader& reader, QByteArrayView bytes, qint64& sum, FeedRecords& records)
{
    return reader.read(bytes, records, [&](simdjson::ondemand::document& document) {
        eachField(document.get_object(), [&](std::string_view key, simdjson::ondemand::value& value) {
            if (key == "a")
                sum += tokenOf(value).integer().value_or(0);
            else
                pass(value);
        });
        records.serverTime = fromMsecs(1);
        return Reading{};
    });
}

} // namespace

class TestJsonReader final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void walksWholeMessages_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("sum");
        QTest::newRow("a number") << json("{'a':5}") << qint64(5);
        QTest::newRow("a string") << json("{'a':'-7'}") << qint64(-7);
        QTest::newRow("space everywhere") << QByteArray(" { \"a\" : 5 \n, \"a\":\t6 } \r\n") << qint64(11);
        QTest::newRow("other values between")
            << json("{'x':null,'y':[1,{'a':9},']'],'a':5,'z':{'a':[true,false,-1.5e+3]},'\\'a':'q'}")
            << qint64(5);
        QTest::newRow("an object where a number was due") << json("{'a':{'b':[1]},'a':3}") << qint64(3);
    }
    void walksWholeMessages()
    {
        QFETCH(QByteArray, bytes);
        JsonReader reader;
        FeedRecords records;
        qint64 sum = 0;
        const Reading reading = readSum(reader, bytes, sum, records);
        QVERIFY2(reading.kind == Reading::Kind::Data, qPrintable(reading.reason));
        QTEST(sum, "sum");
        QVERIFY(records.serverTime.has_value());
    }

    void rejectsWhatIsNoWholeMessage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
        row("nothing", "");
        row("space alone", "  \n ");
        row("a scalar", "5");
        row("an array", "[1]");
        row("HTML", "<html>502</html>");
        row("a second object", json("{'a':1}{'a':2}"));
        row("a word after the end", json("{'a':1} x"));
        row("a bracket too many", json("{'a':1}}"));
        row("an object closed as an array", json("{'a':1]"));
        row("an inner object closed as an array", json("{'x':{'y':1],'a':1}"));
        row("a value that is missing", json("{'a':}"));
        row("a value that is missing between others", json("{'a':,'b':1}"));
        row("a comma too many in a list", json("{'x':[1,],'a':1}"));
        row("a missing comma", json("{'a':1 'b':2}"));
        row("a comma too many", json("{'a':1,}"));
        row("a missing colon", json("{'a' 1}"));
        row("a bare key", json("{a:1}"));
        row("a bare word as a value", json("{'x':wat,'a':1}"));
        row("NaN as a value that is passed", json("{'x':NaN,'a':1}"));
        row("a word like null", json("{'x':nulls,'a':1}"));
        row("a word like true", json("{'x':tru,'a':1}"));
        row("a number with a letter", json("{'x':12a,'a':1}"));
        row("an open string", json("{'a':1,'x':'abc}"));
        row("a control character in a string", "{\"a\":1,\"x\":\"a\nb\"}");
        row("half a letter of UTF-8", "{\"a\":1,\"x\":\"\xC3\"}");
        row("a surrogate in UTF-8", "{\"a\":1,\"x\":\"\xED\xA0\x80\"}");
        row("a byte that is never UTF-8", "{\"a\":1,\"\xFF\":2}");
        row("a zero byte", QByteArray("{\"x\":1\0,\"a\":1}", 14));
        row("arrays nested 100 deep", "{\"x\":" + QByteArray(100, '[') + QByteArray(100, ']') + ",\"a\":1}");
        row("arrays nested 100,000 deep",
            "{\"x\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}");
        row("objects nested 5,000 deep",
            "{\"x\":" + QByteArray("{\"a\":").repeated(5000) + '1' + QByteArray(5001, '}'));
        row("brackets that never close", "{\"x\":" + QByteArray(100'000, '['));
        row("more than 64 MB", "{\"x\":\"" + QByteArray(64 * 1024 * 1024, 'x') + "\"}");
    }
    void rejectsWhatIsNoWholeMessage()
    {
        QFETCH(QByteArray, bytes);
        JsonReader reader;
        FeedRecords records;
        qint64 sum = 0;
        const Reading reading = readSum(reader, bytes, sum, records);
        QCOMPARE(reading.kind, Reading::Kind::Rejected);
        QVERIFY(!reading.reason.isEmpty());
        QVERIFY(!records.serverTime);
        // The same reader goes on.
        QCOMPARE(readSum(reader, json("{'a':5}"), sum = 0, records).kind, Reading::Kind::Data);
        QCOMPARE(sum, qint64(5));
    }

    void readsTenMegabytes()
    {
        QByteArray bytes = "{\"a\":1";
        while (bytes.size() < 10'000'000)
            bytes += json(",'xxxxxxxxxxxxxxxx':{'yyyyyyyyyyyyyyy':[1,2,3,'zzzzzzzzzzzzzzzzzz']}");
        bytes += json(",'a':2}");
        JsonReader reader;
        FeedRecords records;
        qint64 sum = 0;
        QCOMPARE(readSum(reader, bytes, sum, records).kind, Reading::Kind::Data);
        QCOMPARE(sum, qint64(3));
    }

    void aCursorStepsOverWhatIsKnown()
    {
        JsonReader reader;
        const QByteArray bytes = json("{'a' :1,'b': 'x\\'y' ,'c':{'d':-2.5,'e':null}}");
        JsonCursor cursor = reader.cursor(bytes);
        QVERIFY(cursor.takeKey().empty()); // a bracket is none
        QVERIFY(cursor.take('{'));
        QVERIFY(!cursor.take('}'));
        QVERIFY(cursor.takeKey().empty()); // space before the colon: not written as documented

        cursor = reader.cursor(json("{'a':1,'b':'x\\'y','c':{'d':-2.5,'e':null}}"));
        QVERIFY(cursor.take('{'));
        QVERIFY(cursor.takeKey() == "a");
        QCOMPARE(cursor.takeScalar().integer(), std::optional<qint64>(1));
        QVERIFY(cursor.take(','));
        QVERIFY(cursor.takeKey() == "b");
        QVERIFY(cursor.takeString() == "x\\\"y");
        QVERIFY(cursor.take(','));
        QVERIFY(cursor.takeKey() == "c");
        QVERIFY(!JsonCursor(cursor).takeScalar().isGiven());
        std::string keys;
        QVERIFY(eachField(cursor, [&keys](std::string_view key, JsonCursor& at) {
            keys += key;
            return at.takeScalar().isGiven();
        }));
        QCOMPARE(keys, std::string("de"));
        QVERIFY(!cursor.isAtEnd());
        QVERIFY(cursor.take('}'));
        QVERIFY(cursor.isAtEnd());
        QVERIFY(!cursor.take('}'));
        QVERIFY(!cursor.takeScalar().isGiven());
    }

    void aCursorIsAtItsEndForWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("space") << QByteArray("  ");
        QTest::newRow("half a letter of UTF-8") << QByteArray("{\"a\":\"\xC3\"}");
        QTest::newRow("an open string") << QByteArray("{\"a\":\"x}");
        QTest::newRow("a control character") << QByteArray("{\"a\":\"x\ny\"}");
        QTest::newRow("a long text") << QByteArray("{\"a\":\"" + QByteArray(20'000, 'x') + "\"}");
    }
    void aCursorIsAtItsEndForWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        JsonReader reader;
        QVERIFY(reader.cursor(bytes).isAtEnd());
    }

    void rejectsEachPartOfAMessage()
    {
        const QByteArray whole = json("{'a':1,'x':{'y':[1,2,{'z':'}'}]},'b':']}','a':2}");
        JsonReader reader;
        FeedRecords records;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            qint64 sum = 0;
            QCOMPARE(readSum(reader, whole.first(size), sum, records).kind, Reading::Kind::Rejected);
            QVERIFY(!records.serverTime);
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockscanner.h"
#include "models/cohorts/cohorterror.h"
#include "tests/support/cohorts/blockjson.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <map>

using namespace holdline;

namespace {

const QByteArray hashText(64, 'a');
const QByteArray previousText(64, 'b');

QByteArray output(const QByteArray& value, const QByteArray& hex)
{
    return "{\"value\":" + value + ",\"n\":0,\"scriptPubKey\":{\"asm\":\"x\",\"hex\":\"" + hex +
           "\",\"type\":\"t\"}}";
}

QByteArray input(const QByteArray& height, const QByteArray& value, const QByteArray& generated = "false")
{
    return "{\"txid\":\"cc\",\"vout\":1,\"scriptSig\":{\"asm\":\"\",\"hex\":\"6a\"},\"txinwitness\":[\"30\","
           "\"\"],"
           "\"prevout\":{\"generated\":" +
           generated + ",\"height\":" + height + ",\"value\":" + value +
           ",\"scriptPubKey\":{\"hex\":\"6a5120\",\"type\":\"t\"}},\"sequence\":1}";
}

const QByteArray coinbaseInput = "{\"coinbase\":\"03aa\",\"sequence\":4294967295}";

QByteArray transaction(const QByteArray& inputs, const QByteArray& outputs)
{
    return "{\"txid\":\"dd\",\"vin\":[" + inputs + "],\"vout\":[" + outputs +
           "],\"fee\":0.00001,\"hex\":\"02\"}";
}

QByteArray block(const QByteArray& transactions, const QByteArray& more = {})
{
    return "{\"hash\":\"" + hashText + "\",\"confirmations\":1,\"height\":500,\"time\":1776438600," + more +
           "\"difficulty\":1.5e14,\"previousblockhash\":\"" + previousText + "\",\"tx\":[" + transactions +
           "]}";
}

QByteArray answer(const QByteArray& result)
{
    return "{\"result\":" + result + ",\"error\":null,\"id\":1}\n";
}

const QByteArray goodTransactions =
    transaction(coinbaseInput, output("3.12512345", "0014aa") + ',' + output("0.00000000", "6a24aa21a9ed")) +
    ',' +
    transaction(input("400", "0.05000000") + ',' + input("7", "50.00000000", "true") + ',' +
                    input("400", "0.00000001"),
                output("50.04999000", "a91487"));

BlockChange goodBlock()
{
    BlockChange change;
    change.hash = *BlockHash::fromRpc(hashText);
    change.previous = *BlockHash::fromRpc(previousText);
    change.height = 500;
    change.time = 1'776'438'600;
    change.created = {312'512'345 + 5'004'999'000, 2, 312'512'345};
    change.spends = {{7, 5'000'000'000, 1, 5'000'000'000}, {400, 5'000'001, 2, 0}};
    return change;
}

QString codeOf(const QByteArray& text)
{
    const auto result = scanBlock(text);
    return result.hasValue() ? QStringLiteral("read") : result.error().detail;
}

/// By Qt's document tree and doubles, which are exact to the satoshi up to 21 million.
BlockChange byTree(const QByteArray& text)
{
    const QJsonObject result = QJsonDocument::fromJson(text)[u"result"].toObject();
    const auto satoshi = [](const QJsonValue& value) { return std::llround(value.toDouble() * 1e8); };
    BlockChange change;
    change.hash = *BlockHash::fromRpc(result[u"hash"].toString().toLatin1());
    change.previous = *BlockHash::fromRpc(result[u"previousblockhash"].toString().toLatin1());
    change.height = static_cast<quint32>(result[u"height"].toInt());
    change.time = static_cast<quint32>(result[u"time"].toInt());
    std::map<quint32, HeightSpend> spends;
    for (const QJsonValue transaction : result[u"tx"].toArray()) {
        bool isCoinbase = false;
        for (const QJsonValue one : transaction[u"vin"].toArray()) {
            const QJsonValue prevout = one[u"prevout"];
            isCoinbase = isCoinbase || one[u"coinbase"].isString();
            if (!prevout.isObject())
                continue;
            HeightSpend& spend = spends[static_cast<quint32>(prevout[u"height"].toInt())];
            spend.height = static_cast<quint32>(prevout[u"height"].toInt());
            spend.value += satoshi(prevout[u"value"]);
            spend.coinbaseValue += prevout[u"generated"].toBool() ? satoshi(prevout[u"value"]) : 0;
            ++spend.count;
        }
        for (const QJsonValue one : transaction[u"vout"].toArray()) {
            const QString hex = one[u"scriptPubKey"][u"hex"].toString();
            if (hex.startsWith(QStringLiteral("6a")) || hex.size() > 20'000)
                continue;
            change.created.value += satoshi(one[u"value"]);
            change.created.coinbaseValue += isCoinbase ? satoshi(one[u"value"]) : 0;
            ++change.created.count;
        }
    }
    for (const auto& [height, spend] : spends)
        change.spends.push_back(spend);
    return change;
}

} // namespace

class TestBlockScanner final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void answersOfEveryShape_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = block(goodTransactions);
        QTest::newRow("JSON-RPC 1") << answer(good);
        QTest::newRow("JSON-RPC 2") << QByteArray("{\"jsonrpc\":\"2.0\",\"result\":" + good + ",\"id\":1}");
        QTest::newRow("error first") << QByteArray("{\"error\":null,\"id\":\"x\",\"result\":" + good + '}');
        QTest::newRow("a bare block of REST") << good;
        QTest::newRow("members that are not known") << answer(
            block(goodTransactions, "\"coinbase_tx\":{\"value\":7,\"height\":1,\"tx\":[{\"vin\":1}],\"hex\":"
                                    "\"\\\"}]\\\\\"},\"x\":[[],{},[{\"a\":null}],true,-1.5e-3],"));
        QByteArray spaced = answer(good);
        for (const char* sign : {",", ":", "{", "}", "[", "]"})
            spaced.replace(sign, QByteArray("\t\r\n ") + sign + ' ');
        QTest::newRow("spaces between everything") << spaced;
    }
    void answersOfEveryShape()
    {
        QFETCH(QByteArray, text);
        const auto result = scanBlock(text);
        QVERIFY2(result.hasValue(), qPrintable(result.hasError() ? result.error().message : QString()));
        QVERIFY(result.value() == goodBlock());
    }

    void anyByteMayBeTheLastOfAPiece()
    {
        const QByteArray text =
            answer(block(goodTransactions, "\"x\":\"a\\\"b\\\\\",\"y\":[1.25,true],\"z\":{\"value\":null},"));
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            BlockScanner scanner;
            QVERIFY(scanner.feed(QByteArrayView(text).first(cut)).hasValue());
            QVERIFY(scanner.feed(QByteArrayView(text).sliced(cut)).hasValue());
            const auto result = scanner.finish();
            if (result.hasError() || result.value() != goodBlock())
                QFAIL(qPrintable(QStringLiteral("cut at byte %1").arg(cut)));
        }
        BlockScanner scanner;
        for (const char& byte : text)
            QVERIFY(scanner.feed(QByteArrayView(&byte, 1)).hasValue());
        QVERIFY(scanner.finish().value() == goodBlock());
        scanner.reset();
        QVERIFY(scanner.feed(text).hasValue());
        QVERIFY(scanner.finish().value() == goodBlock());
    }

    void anAnswerThatEndsEarlyIsCut()
    {
        const QByteArray text = answer(block(goodTransactions));
        for (qsizetype size = 0; size < text.size() - 1; ++size)
            QCOMPARE(codeOf(text.first(size)), QStringLiteral("E-RPC-CUT"));
    }

    void aFullBlockIsAsATreeHasIt()
    {
        const QByteArray text = testing::blockAnswer({.transactions = 300, .inputsOfEach = 3});
        const auto result = scanBlock(text);
        QVERIFY2(result.hasValue(), qPrintable(result.hasError() ? result.error().message : QString()));
        QVERIFY(result.value() == byTree(text));
        QVERIFY(result.value().created.coinbaseValue > 0);
    }

    void whatNoOneCanSpendIsNotMade()
    {
        const QByteArray longest(20'000, '5');
        const auto made = [](const QByteArray& hex) {
            const auto result = scanBlock(answer(block(transaction(coinbaseInput, output("1.0", hex)))));
            return result.hasValue() ? result.value().created.count : -1;
        };
        QCOMPARE(made("6a"), 0);
        QCOMPARE(made("6a24aa"), 0);
        QCOMPARE(made(""), 1);
        QCOMPARE(made("6"), 1);
        QCOMPARE(made("56a0"), 1);
        QCOMPARE(made(longest), 1);
        QCOMPARE(made(longest + "55"), 0);
    }

    void longScriptsAreKnownByTheirLengthWhenCut()
    {
        const QByteArray text =
            answer(block(transaction(coinbaseInput, output("1.0", QByteArray(20'002, '5')) + ',' +
                                                        output("2.0", QByteArray(20'000, '5')))));
        BlockScanner scanner;
        for (qsizetype at = 0; at < text.size(); at += 3)
            QVERIFY(scanner.feed(QByteArrayView(text).sliced(at, std::min<qsizetype>(3, text.size() - at)))
                        .hasValue());
        QCOMPARE(scanner.finish().value().created, (CoinTotals{200'000'000, 1, 200'000'000}));
    }

    void amounts_data()
    {
        QTest::addColumn<QByteArray>("digits");
        QTest::addColumn<qint64>("satoshi"); // -1: refused
        QTest::newRow("eight decimals") << QByteArray("0.00000001") << qint64{1};
        QTest::newRow("one decimal") << QByteArray("0.5") << qint64{50'000'000};
        QTest::newRow("no decimals") << QByteArray("21") << qint64{2'100'000'000};
        QTest::newRow("nothing") << QByteArray("0.00000000") << qint64{0};
        QTest::newRow("all there is") << QByteArray("21000000.00000000") << mostSatoshiText();
        QTest::newRow("more than there is") << QByteArray("21000000.00000001") << qint64{-1};
        QTest::newRow("nine decimals") << QByteArray("0.000000001") << qint64{-1};
        QTest::newRow("an exponent") << QByteArray("1e-8") << qint64{-1};
        QTest::newRow("an exponent after decimals") << QByteArray("1.5E3") << qint64{-1};
        QTest::newRow("below zero") << QByteArray("-0.1") << qint64{-1};
        QTest::newRow("a point without digits") << QByteArray("1.") << qint64{-1};
        QTest::newRow("a zero too many") << QByteArray("01.5") << qint64{-1};
        QTest::newRow("two points") << QByteArray("1.5.0") << qint64{-1};
        QTest::newRow("a text") << QByteArray("\"1.5\"") << qint64{-1};
        QTest::newRow("null") << QByteArray("null") << qint64{-1};
        QTest::newRow("as many digits as do not fit 64 bits")
            << QByteArray("99999999999999999999") << qint64{-1};
    }
    void amounts()
    {
        QFETCH(QByteArray, digits);
        QFETCH(qint64, satoshi);
        const auto made = scanBlock(answer(block(transaction(coinbaseInput, output(digits, "00")))));
        QCOMPARE(made.hasValue() ? made.value().created.value : -1, satoshi);
        const auto spent = scanBlock(answer(block(transaction(input("3", digits), output("0.0", "00")))));
        QCOMPARE(spent.hasValue() ? spent.value().spends.at(0).value : -1, satoshi);
        if (satoshi < 0)
            QVERIFY(isFault(made.error(), CohortFault::RpcAnswer));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<QString>("code");
        QTest::newRow("pruned") << QByteArray(
                                       "{\"code\":-1,\"message\":\"Block not available (pruned data)\"}")
                                << QStringLiteral("E-RPC-PRUNED");
        QTest::newRow("not found") << QByteArray("{\"code\":-5,\"message\":\"Block not found\"}")
                                   << QStringLiteral("E-RPC-NOTFOUND");
        QTest::newRow("starting") << QByteArray("{\"message\":\"Loading block index\\u2026\",\"code\":-28}")
                                  << QStringLiteral("E-RPC-WARMUP");
        QTest::newRow("too old") << QByteArray("{\"code\":-32601,\"message\":\"Method not found\"}")
                                 << QStringLiteral("E-RPC-METHOD");
        QTest::newRow("undo data cannot be read")
            << QByteArray("{\"code\":-32603,\"message\":\"Undo data expected but can't be read.\"}")
            << QStringLiteral("E-RPC-NOUNDO");
        QTest::newRow("anything else")
            << QByteArray("{\"code\":-8,\"message\":\"no\"}") << QStringLiteral("E-RPC-ANSWER");
    }
    void refusals()
    {
        QFETCH(QByteArray, error);
        QFETCH(QString, code);
        QCOMPARE(codeOf("{\"result\":null,\"error\":" + error + ",\"id\":1}"), code);
        QCOMPARE(codeOf("{\"jsonrpc\":\"2.0\",\"error\":" + error + ",\"id\":1}"), code);
        BlockScanner scanner;
        QVERIFY(scanner.feed("{\"error\":" + error + '}').hasValue());
        QVERIFY(scanner.finish().hasError());
        QVERIFY(scanner.refusal());
        QCOMPARE(scanner.refusal()->message, QJsonDocument::fromJson(error)[u"message"].toString());
    }

    void anInputWithoutWhatItSpends()
    {
        const QByteArray bare = "{\"txid\":\"cc\",\"vout\":1,\"scriptSig\":{\"asm\":\"\",\"hex\":\"\"}}";
        QCOMPARE(codeOf(answer(block(transaction(bare, output("1.0", "00"))))),
                 QStringLiteral("E-RPC-NOUNDO"));
    }

    void whatIsNoBlock_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = answer(block(goodTransactions));
        const auto with = [&good](const char* part, const char* instead) {
            QByteArray text = good;
            const auto at = text.indexOf(part);
            Q_ASSERT(at >= 0);
            return text.replace(at, static_cast<qsizetype>(std::strlen(part)), instead);
        };
        QTest::newRow("a page of a browser") << QByteArray("<html>401</html>");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("a text") << QByteArray("\"no\"");
        QTest::newRow("no result") << QByteArray("{\"result\":null,\"error\":null}");
        QTest::newRow("hexadecimal digits") << QByteArray("{\"result\":\"00ff\",\"error\":null}");
        QTest::newRow("something behind the end") << QByteArray(good + "{}");
        QTest::newRow("no hash") << with("\"hash\"", "\"hesh\"");
        QTest::newRow("a short hash") << with("aaaa", "aaa");
        QTest::newRow("no time") << with("\"time\"", "\"tame\"");
        QTest::newRow("no hash of the block before") << with("previousblockhash", "previousblockhesh");
        QTest::newRow("no transactions") << with("\"tx\"", "\"ty\"");
        QTest::newRow("a transaction that is only named")
            << with("{\"txid\":\"dd\"", "\"dd\",{\"txid\":\"dd\"");
        QTest::newRow("an input without a height") << with("\"height\":400", "\"heigth\":400");
        QTest::newRow("an input that does not say its kind") << with("\"generated\"", "\"regenerated\"");
        QTest::newRow("a height below zero") << with("\"height\":400", "\"height\":-4");
        QTest::newRow("a height with a point") << with("\"height\":400", "\"height\":4.5");
        QTest::newRow("an output without a script") << with("\"hex\":\"0014aa\"", "\"hax\":\"0014aa\"");
        QTest::newRow("a transaction without outputs") << with("\"vout\":[", "\"voot\":[");
        QTest::newRow("inputs twice") << with("\"vin\":", "\"vin\":[],\"vin\":");
        QTest::newRow("a brace that closes a bracket") << with("],\"fee\"", "},\"fee\"");
        QTest::newRow("a comma too many") << with("],\"fee\"", "],,\"fee\"");
        QTest::newRow("a word that is none") << with("null", "nul");
        QTest::newRow("a number that is none") << with("1.5e14", "1.5x14");
        QTest::newRow("a number of a thousand digits") << with("1.5e14", QByteArray(1000, '1').constData());
        QTest::newRow("too deep") << QByteArray("{\"x\":" + QByteArray(300, '['));
    }
    void whatIsNoBlock()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(codeOf(text), QStringLiteral("E-RPC-ANSWER"));
        BlockScanner scanner;
        bool isRefused = false;
        for (const char& byte : text)
            isRefused = scanner.feed(QByteArrayView(&byte, 1)).hasError();
        QVERIFY(isRefused || isFault(scanner.finish().error(), CohortFault::RpcAnswer));
    }

private:
    static qint64 mostSatoshiText() { return 2'100'000'000'000'000; }
};

QTEST_GUILESS_MAIN(TestBlockScanner)
#include "tst_blockscanner.moc"

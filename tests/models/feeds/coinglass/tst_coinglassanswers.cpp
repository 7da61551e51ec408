// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinglass/coinglassanswers.h"
#include "models/feeds/coinglass/coinglassfeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray good(const QByteArray& rows)
{
    return json("{'code':'0','msg':'success','data':" + rows + '}');
}

/// `IBIT 0:1 1:2, total 0:1`
QByteArray flowsText(const CoinglassFlows& flows)
{
    QByteArrayList texts;
    for (const auto& [fund, values] : flows.funds)
        texts.append(fund.toLatin1() + ' ' + textOf(values));
    texts.append("total " + textOf(flows.total));
    return texts.join(", ");
}

/// `0:1 4:2`: hours after the first day's beginning.
QByteArray hoursText(const std::vector<DayValue>& values)
{
    QByteArrayList texts;
    for (const DayValue& value : values)
        texts.append(QByteArray::number((value.day - firstDay) / 1h) + ':' + value.value.toText());
    return texts.join(' ');
}

const DailyRecord* recordOf(const FeedRecords& records, const QString& name, const QString& column)
{
    for (const DailyRecord& record : records.dailies) {
        if (record.key.name == name && record.key.column == column)
            return &record;
    }
    return nullptr;
}

} // namespace

class TestCoinglassAnswers : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void flows_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("read");
        QTest::addColumn<int>("rejects");
        const auto row = [](const char* name, const char* rows, const char* read, int rejects = 0) {
            QTest::newRow(name) << QByteArray(rows) << QByteArray(read) << rejects;
        };
        row("two funds",
            "[{'timestamp':1768867200000,'flow_usd':-3,'price_usd':90000,'etf_flows':[{'etf_ticker':'IBIT',"
            "'flow_usd':-4.5},{'etf_ticker':'GBTC','flow_usd':1.5}]}]",
            "GBTC 0:1.5, IBIT 0:-4.5, total 0:-3");
        row("not in order",
            "[{'timestamp':1768953600000,'flow_usd':2,'etf_flows':[]},{'timestamp':1768867200000,'flow_usd':"
            "1}]",
            "total 0:1 1:2");
        row("a fund without a flow is missing, not zero",
            "[{'timestamp':1768867200000,'flow_usd':1,'etf_flows':[{'etf_ticker':'IBIT','flow_usd':1},{'etf_"
            "ticker':'GBTC'},{'etf_ticker':'FBTC','flow_usd':null},{'etf_ticker':'BITB','flow_usd':'-'}]}]",
            "IBIT 0:1, total 0:1");
        row("a reported zero",
            "[{'timestamp':1768867200000,'etf_flows':[{'etf_ticker':'IBIT','flow_usd':0}]}]",
            "IBIT 0:0, total ");
        row("a new fund", "[{'timestamp':1768867200000,'etf_flows':[{'etf_ticker':'NEWX','flow_usd':5}]}]",
            "NEWX 0:5, total ");
        row("texts and seconds",
            "[{'timestamp':'1768867200','flow_usd':'7','etf_flows':[{'etf_ticker':'IBIT','flow_usd':'7'}]}]",
            "IBIT 0:7, total 0:7");
        row("a flow that is no number",
            "[{'timestamp':1768867200000,'flow_usd':'NaN','etf_flows':[{'etf_ticker':'IBIT','flow_usd':'x'}]}"
            "]",
            "total ", 2);
        row("1e308", "[{'timestamp':1768867200000,'flow_usd':1e308}]", "total ", 1);
        row("no ticker", "[{'timestamp':1768867200000,'flow_usd':1,'etf_flows':[{'flow_usd':1},3]}]",
            "total 0:1", 2);
        row("no time", "[{'flow_usd':1}]", "total ", 1);
        row("not of a day", "[{'timestamp':1768867260000,'flow_usd':1}]", "total ", 1);
        row("a row that is no object", "['x']", "total ", 1);
        row("flows that are no list", "[{'timestamp':1768867200000,'flow_usd':1,'etf_flows':{}}]",
            "total 0:1");
        row("none", "[]", "total ");
    }
    void flows()
    {
        QFETCH(QByteArray, rows);
        JsonReader reader;
        FeedRecords records;
        CoinglassFlows flows;
        const Reading reading = readCoinglassFlows(reader, good(rows), records, flows);
        QVERIFY2(reading.kind == Kind::Data, qPrintable(reading.reason));
        QTEST(flowsText(flows), "read");
        QTEST(int(records.rejects.size()), "rejects");
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* bytes, Kind kind, const QString& words) {
            QTest::newRow(name) << json(bytes) << int(kind) << words;
        };
        row("no key", "{'code':'30001','msg':'API key missing.'}", Kind::Refused,
            u"The key is not accepted"_s);
        row("a wrong key", "{'code':'401','msg':'Unauthorized'}", Kind::Refused,
            u"The key is not accepted"_s);
        row("no plan", "{'code':'403','msg':'Forbidden'}", Kind::Refused, u"key's plan"_s);
        row("a plan too small", "{'code':'40001','msg':'Upgrade plan'}", Kind::Refused, u"key's plan"_s);
        row("too often", "{'code':'429','msg':'Too Many Requests','data':null}", Kind::RateLimited,
            u"too often"_s);
        row("a number for a code", "{'code':429,'msg':'Slow'}", Kind::RateLimited, u"too often"_s);
        row("down", "{'code':'500','msg':'Server Error'}", Kind::Unavailable, u"out of order"_s);
        row("a wrong question", "{'code':'400','msg':'symbol'}", Kind::Refused, u"(400): symbol"_s);
        row("an error with rows", "{'data':[],'code':'400','msg':'symbol'}", Kind::Refused, u"symbol"_s);
        row("no code", "{'data':[]}", Kind::Rejected, u"code"_s);
        row("no rows", "{'code':'0','msg':'success'}", Kind::Rejected, u"rows"_s);
        row("rows that are no list", "{'code':'0','data':{}}", Kind::Rejected, u"rows"_s);
        row("a list", "[]", Kind::Rejected, {});
        row("a page", "<html>", Kind::Rejected, {});
        row("cut short", "{'code':'0','data':[{'timestamp':17", Kind::Rejected, {});
        row("two answers", "{'code':'0','data':[]}{'code':'0'}", Kind::Rejected, {});
    }
    void refusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const auto feed = makeCoinglassFeed({});
        for (int question = 0; question < 3; ++question) {
            FeedRecords records;
            const Reading reading = feed->readAnswer(feed->dailyRequest(question, firstDay), bytes, records);
            QTEST(int(reading.kind), "kind");
            QVERIFY2(reading.reason.contains(words), qPrintable(reading.reason));
            QVERIFY(!reading.reason.isEmpty());
            QVERIFY(records.dailies.empty());
        }
    }

    void sums_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("longs");
        QTest::addColumn<QByteArray>("shorts");
        QTest::addColumn<int>("rejects");
        const auto row = [](const char* name, const char* rows, const char* longs, const char* shorts,
                            int rejects = 0) {
            QTest::newRow(name) << QByteArray(rows)
                                       .replace("LONG", "aggregated_long_liquidation_usd")
                                       .replace("SHORT", "aggregated_short_liquidation_usd")
                                << QByteArray(longs) << QByteArray(shorts) << rejects;
        };
        row("numbers", "[{'time':1768867200000,'LONG':8123456.71,'SHORT':2120045.1}]", "0:8123456.71",
            "0:2120045.1");
        row("texts", "[{'time':'1768867200000','LONG':'8.5','SHORT':'2'}]", "0:8.5", "0:2");
        row("seconds", "[{'time':1768881600,'LONG':1,'SHORT':2}]", "4:1", "4:2");
        row("not in order",
            "[{'time':1768881600000,'LONG':1,'SHORT':2},{'time':1768867200000,'LONG':3,'SHORT':4}]",
            "0:3 4:1", "0:4 4:2");
        row("one is missing", "[{'time':1768867200000,'LONG':1,'SHORT':null}]", "0:1", "");
        row("below zero", "[{'time':1768867200000,'LONG':-1,'SHORT':2}]", "", "0:2", 1);
        row("no number", "[{'time':1768867200000,'LONG':'NaN','SHORT':2}]", "", "0:2", 1);
        row("of another hour", "[{'time':1768870800000,'LONG':1,'SHORT':2}]", "", "", 1);
        row("no time", "[{'LONG':1,'SHORT':2}]", "", "", 1);
        row("a row that is no object", "[[]]", "", "", 1);
        row("none", "[]", "", "");
    }
    void sums()
    {
        QFETCH(QByteArray, rows);
        JsonReader reader;
        FeedRecords records;
        CoinglassSums sums;
        QCOMPARE(int(readCoinglassLiquidations(reader, good(rows), records, sums).kind), int(Kind::Data));
        QTEST(hoursText(sums.first), "longs");
        QTEST(hoursText(sums.second), "shorts");
        QTEST(int(records.rejects.size()), "rejects");
    }

    void seriesOfSums()
    {
        const auto feed = makeCoinglassFeed({});
        FeedRecords records;
        const QByteArray liquidations = good("[{'time':1768867200000,'aggregated_long_liquidation_usd':5,'"
                                             "aggregated_short_liquidation_usd':6}]");
        QCOMPARE(int(feed->readAnswer(feed->dailyRequest(1, firstDay), liquidations, records).kind),
                 int(Kind::Data));
        const DailyRecord* longs = recordOf(records, u"liquidations/coinglass"_s, u"long_usd"_s);
        QVERIFY(longs && recordOf(records, u"liquidations/coinglass"_s, u"short_usd"_s));
        QCOMPARE(longs->period(firstDay), utcFourHours(firstDay));
        QCOMPARE(longs->unit, u"USD"_s);

        // Bought 100.5, sold 40.25; then one of the two is missing.
        const QByteArray taker = good(
            "[{'time':1768867200000,'aggregated_buy_volume_usd':100.5,'aggregated_sell_volume_usd':40.25},"
            "{'time':1768881600000,'aggregated_buy_volume_usd':7}]");
        QCOMPARE(int(feed->readAnswer(feed->dailyRequest(2, firstDay), taker, records).kind),
                 int(Kind::Data));
        const DailyRecord* net = recordOf(records, u"taker/coinglass"_s, u"value"_s);
        QVERIFY(net);
        QCOMPARE(hoursText(net->values), QByteArray("0:60.25"));
    }

    /// Eleven sessions of two funds; in the last one a fund is missing, so its total waits.
    void aPartialTotalWaits()
    {
        const auto rowOf = [](int day, bool areBoth) {
            return "{'timestamp':" + QByteArray::number((firstDay + day * 24h).time_since_epoch().count()) +
                   ",'flow_usd':5,'etf_flows':[{'etf_ticker':'FBTC','flow_usd':2},{'etf_ticker':'IBIT'" +
                   (areBoth ? ",'flow_usd':3" : "") + "}]}";
        };
        const auto feed = makeCoinglassFeed({});
        const auto read = [&](bool isWhole, FeedRecords& records) {
            QByteArrayList rows;
            for (int day = 0; day <= 10; ++day)
                rows.append(rowOf(day, day < 10 || isWhole));
            QCOMPARE(int(feed->readAnswer(feed->dailyRequest(0, firstDay), good('[' + rows.join(',') + ']'),
                                          records)
                             .kind),
                     int(Kind::Data));
        };
        FeedRecords partial;
        read(false, partial);
        QCOMPARE(recordOf(partial, u"etf/btc/total"_s, u"value"_s)->values.size(), std::size_t{10});
        QCOMPARE(recordOf(partial, u"etf/btc/IBIT"_s, u"value"_s)->values.size(), std::size_t{10});
        QCOMPARE(recordOf(partial, u"etf/btc/FBTC"_s, u"value"_s)->values.size(), std::size_t{11});
        QCOMPARE(partial.rejects.size(), std::size_t{1});
        FeedRecords whole;
        read(true, whole);
        QCOMPARE(recordOf(whole, u"etf/btc/total"_s, u"value"_s)->values.size(), std::size_t{11});
        QVERIFY(whole.rejects.empty());
    }

    void questions()
    {
        const auto feed = makeCoinglassFeed({});
        const UtcTime first = feed->dailyPlan().first;
        QCOMPARE(feed->dailyRequest(0, firstDay).path, u"/api/etf/bitcoin/flow-history"_s);
        QCOMPARE(
            feed->dailyRequest(1, first).path,
            u"/api/futures/liquidation/aggregated-history?exchange_list=Binance,OKX,Bybit&symbol=BTC&interval=4h&limit=1000"_s);
        QCOMPARE(
            feed->dailyRequest(2, firstDay).path,
            u"/api/futures/aggregated-taker-buy-sell-volume/history?exchange_list=Binance,OKX,Bybit&symbol=BTC&interval=4h&limit=1000&unit=usd&start_time=1768867200000"_s);
    }
};

QTEST_GUILESS_MAIN(TestCoinglassAnswers)
#include "tst_coinglassanswers.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/cryptoquant/cryptoquantanswers.h"
#include "models/feeds/cryptoquant/cryptoquantfeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

} // namespace

class TestCryptoquantAnswers : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("areCosts");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("values"); // of 1d-1w
        QTest::addColumn<int>("rejects");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* rows, const char* values, int rejects = 0,
                            bool areCosts = true) {
            const QByteArray bytes =
                "{'status':{'code':200,'message':'success'},'result':{'window':'day','data':" +
                QByteArray(rows) + "}}";
            QTest::newRow(name) << QByteArray(bytes).replace('\'', '"') << areCosts << int(Kind::Data)
                                << QByteArray(values) << rejects << QString();
        };
        const auto refused = [](const char* name, const char* bytes, Kind kind, const QString& words) {
            QTest::newRow(name) << QByteArray(bytes).replace('\'', '"') << true << int(kind) << QByteArray()
                                << 0 << words;
        };
        row("newest first", "[{'date':'2026-01-21','range_1d_1w':2},{'date':'2026-01-20','range_1d_1w':1}]",
            "0:1 1:2");
        row("oldest first", "[{'date':'2026-01-20','range_1d_1w':1},{'date':'2026-01-21','range_1d_1w':2}]",
            "0:1 1:2");
        row("with a time of day", "[{'datetime':'2026-01-20 00:00:00','range_1d_1w':1}]", "0:1");
        row("texts", "[{'date':'2026-01-20','range_1d_1w':'99300.5'}]", "0:99300.5");
        row("unknown", "[{'date':'2026-01-20','range_1d_1w':null}]", "");
        row("NaN", "[{'date':'2026-01-20','range_1d_1w':'NaN'}]", "", 1);
        row("zero is no price", "[{'date':'2026-01-20','range_1d_1w':0}]", "", 1);
        row("zero is a supply", "[{'date':'2026-01-20','range_1d_1w':0}]", "0:0", 0, false);
        row("more coins than there can be", "[{'date':'2026-01-20','range_1d_1w':21000001}]", "", 1, false);
        row("no date", "[{'range_1d_1w':1}]", "", 1);
        row("a row that is no object", "[3]", "", 1);
        row("an age that is not known", "[{'date':'2026-01-20','range_9y_11y':5,'range_1d_1w':1}]", "0:1");
        row("nothing", "[]", "");
        refused("no key", "{'status':{'code':401,'message':'Invalid token'}}", Kind::Refused, u"key"_s);
        refused("no plan", "{'status':{'code':403,'message':'Upgrade'}}", Kind::Refused, u"plan"_s);
        refused("too often", "{'status':{'code':'429','message':'Slow'}}", Kind::RateLimited, u"too often"_s);
        refused("down", "{'status':{'code':500,'message':'Oops'}}", Kind::Unavailable, u"Oops"_s);
        refused("a wrong question", "{'status':{'code':400,'message':'Invalid window'}}", Kind::Refused,
                u"Invalid window"_s);
        refused("no status", "{'result':{'data':[]}}", Kind::Rejected, u"without a code"_s);
        refused("no rows", "{'status':{'code':200,'message':'success'},'result':{}}", Kind::Rejected,
                u"rows"_s);
        refused("a list", "[]", Kind::Rejected, {});
        refused("cut short", "{'status':{'code':200,'message':'success'},'result':{'data':[", Kind::Rejected,
                {});
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, areCosts);
        QFETCH(QString, words);
        JsonReader json;
        FeedRecords records;
        BandValues values;
        const Reading reading = readCryptoquantBands(json, areCosts, bytes, records, values);
        QTEST(int(reading.kind), "kind");
        if (reading.kind == Kind::Data)
            QTEST(textOf(values[u"1d-1w"_s]), "values");
        QTEST(int(records.rejects.size()), "rejects");
        QVERIFY2(reading.reason.contains(words), qPrintable(reading.reason));
    }

    void allBandsOfOneAnswer()
    {
        const auto feed = makeCryptoquantFeed({});
        FeedRecords records;
        const QByteArray bytes =
            R"({"status":{"code":200,"message":"success"},"result":{"data":[{"date":"2026-01-20",)"
            R"("range_0d_1d":1,"range_1d_1w":2,"range_18m_2y":3,"range_10y_inf":4}]}})";
        const auto request = feed->dailyRequest(0, firstDay);
        QVERIFY(request.path.endsWith(u"?window=day&from=20260120&limit=10000"_s));
        QCOMPARE(int(feed->readAnswer(request, bytes, records).kind), int(Kind::Data));
        QStringList names;
        for (const DailyRecord& record : records.dailies)
            names.append(record.key.name + u' ' + record.key.column);
        names.sort();
        QCOMPARE(names, (QStringList{u"cohort/0-1d cost_basis"_s, u"cohort/10y+ cost_basis"_s,
                                     u"cohort/18m-24m cost_basis"_s, u"cohort/1d-1w cost_basis"_s}));
    }

    void takers_data()
    {
        addAnswerColumns();
        const auto row = [](const char* name, const char* rows, const char* values, int rejects = 0) {
            const QByteArray bytes =
                "{'status':{'code':200,'message':'success'},'result':{'data':" + QByteArray(rows) + "}}";
            addAnswer(name, QByteArray(bytes).constData(), values, rejects);
        };
        row("bought less sold",
            "[{'date':'2026-01-20','taker_buy_volume':9120000000.5,'taker_sell_volume':9420000000.25,'taker_"
            "buy_"
            "ratio':0.49}]",
            "0:-299999999.75");
        row("newest first",
            "[{'date':'2026-01-21','taker_buy_volume':3,'taker_sell_volume':1},{'date':'2026-01-20','taker_"
            "buy_"
            "volume':'5','taker_sell_volume':'4'}]",
            "0:1 1:2");
        row("one is missing", "[{'date':'2026-01-20','taker_buy_volume':3}]", "");
        row("null", "[{'date':'2026-01-20','taker_buy_volume':3,'taker_sell_volume':null}]", "");
        row("below zero", "[{'date':'2026-01-20','taker_buy_volume':-3,'taker_sell_volume':1}]", "", 1);
        row("1e308", "[{'date':'2026-01-20','taker_buy_volume':1e308,'taker_sell_volume':1}]", "", 1);
        row("no date", "[{'taker_buy_volume':3,'taker_sell_volume':1}]", "", 1);
        addAnswer("no plan", "{'status':{'code':403,'message':'Upgrade'}}", "", 0, Kind::Refused);
        addAnswer("cut short", "{'status':{'code':200},'result':{'data':[{'date':", "", 0, Kind::Rejected);
    }
    void takers() { checkAnswer(readCryptoquantTaker); }

    void inflows_data()
    {
        addAnswerColumns();
        const auto row = [](const char* name, const char* rows, const char* values, int rejects = 0) {
            const QByteArray bytes =
                "{'status':{'code':200,'message':'success'},'result':{'data':" + QByteArray(rows) + "}}";
            addAnswer(name, QByteArray(bytes).constData(), values, rejects);
        };
        row("of the ten largest", "[{'date':'2026-01-20','inflow_total':21000.5,'inflow_top10':9120.25}]",
            "0:9120.25");
        row("a text", "[{'date':'2026-01-20','inflow_top10':'7'}]", "0:7");
        row("zero", "[{'date':'2026-01-20','inflow_top10':0}]", "0:0");
        row("not told", "[{'date':'2026-01-20','inflow_total':5}]", "");
        row("below zero", "[{'date':'2026-01-20','inflow_top10':-1}]", "", 1);
        row("more than there is", "[{'date':'2026-01-20','inflow_top10':21000001}]", "", 1);
        addAnswer("no rows", "{'status':{'code':200},'result':{}}", "", 0, Kind::Rejected);
    }
    void inflows() { checkAnswer(readCryptoquantInflow); }

    void seriesOfTheOtherQuestions()
    {
        const auto feed = makeCryptoquantFeed({});
        const auto read = [&](int question, const char* row) {
            FeedRecords records;
            const QByteArray bytes = QByteArray("{'status':{'code':200},'result':{'data':[") + row + "]}}";
            const auto request = feed->dailyRequest(question, firstDay);
            static_cast<void>(feed->readAnswer(request, QByteArray(bytes).replace('\'', '"'), records));
            return records.dailies.size() == 1 ? records.dailies.front() : DailyRecord{};
        };
        const auto taker = read(2, "{'date':'2026-01-20','taker_buy_volume':3,'taker_sell_volume':1}");
        QCOMPARE(taker.key.name, u"taker/cryptoquant"_s);
        QCOMPARE(taker.unit, u"USD"_s);
        const auto deposits = read(3, "{'date':'2026-01-20','inflow_top10':7}");
        QCOMPARE(deposits.key.name, u"whales/cryptoquant"_s);
        QCOMPARE(deposits.unit, u"BTC"_s);
        QCOMPARE(
            feed->dailyRequest(3, firstDay).path,
            u"/v1/btc/exchange-flows/inflow?exchange=all_exchange&window=day&from=20260120&limit=10000"_s);
    }
};

QTEST_GUILESS_MAIN(TestCryptoquantAnswers)
#include "tst_cryptoquantanswers.moc"

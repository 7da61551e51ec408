// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinmetrics/coinmetricsanswers.h"
#include "models/feeds/coinmetrics/coinmetricsfeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

Reading readInflow(JsonReader& json, const QByteArray& bytes, FeedRecords& records,
                   std::vector<DayValue>& values)
{
    CoinmetricsPage page;
    const Reading reading = readCoinmetrics(json, "FlowInExUSD", bytes, records, page);
    values = page.values;
    return reading;
}

/// Rows for these days after the first, and perhaps a next page.
QByteArray pageOf(std::initializer_list<int> days, const QByteArray& next = {})
{
    QByteArrayList rows;
    for (const int day : days) {
        const QByteArray date = toIso(firstDay + std::chrono::days{day}).left(10).toLatin1();
        rows.append(R"({"asset":"btc","time":")" + date + R"(T00:00:00.000000000Z","FlowInExUSD":"5"})");
    }
    const QByteArray more =
        next.isEmpty() ? QByteArray() : R"(,"next_page_token":")" + next + R"(","next_page_url":"x?a=1")";
    return R"({"data":[)" + rows.join(',') + ']' + more + '}';
}

} // namespace

class TestCoinmetricsFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        const QByteArray row = "{'asset':'btc','time':'2026-01-20T00:00:00.000000000Z','FlowInExUSD':";
        const auto good = [&](const char* value) { return "{'data':[" + row + value + "}]}"; };
        addAnswerColumns();
        addAnswer("a text", good("'2100000000.5'"), "0:2100000000.5");
        addAnswer("a number", good("2100000000.5"), "0:2100000000.5");
        addAnswer("nothing flowed", good("'0'"), "0:0");
        addAnswer("not known yet", good("null"), "");
        addAnswer("without the metric", "{'data':[{'asset':'btc','time':'2026-01-20T00:00:00.000000000Z'}]}",
                  "");
        addAnswer("another metric beside it",
                  "{'data':[{'asset':'btc','time':'2026-01-20T00:00:00.000000000Z','PriceUSD':'9',"
                  "'FlowInExUSD':'1'}]}",
                  "0:1");
        addAnswer("newest first",
                  QByteArray("{'data':[{'asset':'btc','time':'2026-01-21T00:00:00Z','FlowInExUSD':'2'},") +
                      row + "'1'}]}",
                  "0:1 1:2");
        addAnswer("below zero", good("'-1'"), "", 1);
        addAnswer("words", good("'n/a'"), "", 1);
        addAnswer("more than there is", good("'1e12'"), "", 1);
        addAnswer("within a day",
                  "{'data':[{'asset':'btc','time':'2026-01-20T01:00:00Z','FlowInExUSD':'1'}]}", "", 1);
        addAnswer("another asset",
                  "{'data':[{'asset':'eth','time':'2026-01-20T00:00:00Z','FlowInExUSD':'1'}]}", "", 1);
        addAnswer("no time", "{'data':[{'asset':'btc','FlowInExUSD':'1'}]}", "", 1);
        addAnswer("a row that is none", "{'data':[7]}", "", 1);
        addAnswer("nothing", "{'data':[]}", "");
        addAnswer("forbidden", "{'error':{'type':'forbidden','message':'not in your plan'}}", "", 0,
                  Kind::Refused);
        addAnswer("an object of another kind", "{'rows':[]}", "", 0, Kind::Rejected);
        addAnswer("a list", "[]", "", 0, Kind::Rejected);
        addAnswer("cut short", "{'data':[" + row + "'1'}", "", 0, Kind::Rejected);
    }
    void answers() { checkAnswer(readInflow); }

    void namesAreThoseOfFiles()
    {
        const auto feed = makeCoinmetricsFeed({});
        const auto questions = feed->dailyPlan().questions;
        QCOMPARE(questions.size(), std::size_t{2});
        QCOMPARE(questions[0].key.name, u"whales/coinmetrics"_s);
        QVERIFY(questions[0].key.definition.contains(u"total"_s));
        QCOMPARE(questions[1].key.name, u"onchain/coinmetrics/FlowOutExUSD"_s);
        QCOMPARE(questions[1].key.source, u"coinmetrics"_s);
        QCOMPARE(feed->dailyRequest(0, firstDay).path,
                 u"/v4/timeseries/asset-metrics?assets=btc&metrics=FlowInExUSD&frequency=1d"
                 "&start_time=2026-01-20&page_size=10000&paging_from=start"_s);
        FeedRecords records;
        QCOMPARE(int(feed->readAnswer(feed->dailyRequest(0, firstDay), pageOf({0}), records).kind),
                 int(Kind::Data));
        QCOMPARE(records.dailies.front().unit, u"USD"_s);
        QVERIFY(records.dailies.front().period == utcDay);
        QVERIFY(!feed->traits().isAskedUnnamed && !feed->traits().key.isWanted());
    }

    void pages()
    {
        const auto feed = makeCoinmetricsFeed({});
        FeedRecords records;
        RestRequest request = feed->dailyRequest(0, firstDay);
        const QString first = request.path;
        const auto read = [&](const QByteArray& bytes) {
            const Reading reading = feed->readAnswer(request, bytes, records);
            request.path = records.nextPage;
            return reading.kind;
        };
        QCOMPARE(int(read(pageOf({0, 1}, "a/b="))), int(Kind::Data));
        QCOMPARE(records.nextPage, first + u"&next_page_token=a%2Fb%3D"_s);
        QCOMPARE(int(read(pageOf({2, 3}, "c"))), int(Kind::Data));
        QCOMPARE(records.nextPage, first + u"&next_page_token=c"_s);
        QCOMPARE(int(read(pageOf({4}))), int(Kind::Data));
        QCOMPARE(records.nextPage, QString());
        QCOMPARE(textOf(records.dailies.front().values), QByteArray("4:5"));
        QVERIFY(records.rejects.empty());
    }

    void theTokenMayStandInTheAddressAlone()
    {
        const auto feed = makeCoinmetricsFeed({});
        FeedRecords records;
        const RestRequest request = feed->dailyRequest(0, firstDay);
        const QByteArray bytes =
            QByteArray(pageOf({0}))
                .replace("]}", "],\"next_page_url\":\"https://x/y?assets=btc&next_page_token=q%2B1\"}");
        QCOMPARE(int(feed->readAnswer(request, bytes, records).kind), int(Kind::Data));
        QCOMPARE(records.nextPage, request.path + u"&next_page_token=q%2B1"_s);
    }

    void pagesThatLeadNoFurther_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("the page that was asked for") << pageOf({2}, "a");
        QTest::newRow("the same days") << pageOf({0, 1}, "b");
        QTest::newRow("earlier days") << pageOf({0}, "b");
        QTest::newRow("no days") << pageOf({}, "b");
    }
    void pagesThatLeadNoFurther()
    {
        QFETCH(QByteArray, second);
        const auto feed = makeCoinmetricsFeed({});
        FeedRecords records;
        RestRequest request = feed->dailyRequest(0, firstDay);
        static_cast<void>(feed->readAnswer(request, pageOf({0, 1}, "a"), records));
        request.path = records.nextPage;
        QCOMPARE(int(feed->readAnswer(request, second, records).kind), int(Kind::Data));
        QCOMPARE(records.nextPage, QString());
        QCOMPARE(records.rejects, std::vector<QString>{u"a next page that leads no further"_s});
    }
};

QTEST_GUILESS_MAIN(TestCoinmetricsFeed)
#include "tst_coinmetricsfeed.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/alternative/alternativeanswers.h"
#include "models/feeds/alternative/alternativefeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

/// So many days up to the first day and this many after it.
QByteArray daysBefore(int count, int last)
{
    QByteArrayList rows;
    for (int i = 0; i < count; ++i)
        rows.append(R"({"value":"50","timestamp":")" + QByteArray::number(1768867200 + (last - i) * 86400) +
                    R"("})");
    return R"({"data":[)" + rows.join(',') + R"(],"metadata":{"error":null}})";
}

} // namespace

class TestAlternativeFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        addAnswerColumns();
        // 2026-01-20T00:00:00Z is 1768867200.
        addAnswer("newest first",
                  "{'name':'Fear and Greed Index','data':[{'value':'63','value_classification':'Greed',"
                  "'timestamp':'1768953600','time_until_update':'33000'},{'value':'20','timestamp':"
                  "'1768867200'}],'metadata':{'error':null}}",
                  "0:20 1:63");
        addAnswer("numbers", "{'data':[{'value':0,'timestamp':1768867200}]}", "0:0");
        addAnswer("the most", "{'data':[{'value':'100','timestamp':'1768867200'}]}", "0:100");
        addAnswer("more than the most", "{'data':[{'value':'101','timestamp':'1768867200'}]}", "", 1);
        addAnswer("below zero", "{'data':[{'value':'-1','timestamp':'1768867200'}]}", "", 1);
        addAnswer("null", "{'data':[{'value':null,'timestamp':'1768867200'}]}", "");
        addAnswer("a date for a time", "{'data':[{'value':'5','timestamp':'01-20-2026'}]}", "", 1);
        addAnswer("within a day", "{'data':[{'value':'5','timestamp':'1768870800'}]}", "", 1);
        addAnswer("a row that is none", "{'data':[null]}", "", 1);
        addAnswer("nothing", "{'data':[],'metadata':{'error':null}}", "");
        addAnswer("an error", "{'data':[],'metadata':{'error':'too much'}}", "", 0, Kind::Refused);
        addAnswer("an object of another kind", "{'a':1}", "", 0, Kind::Rejected);
        addAnswer("cut short", "{'data':[{'value':'5','timestamp':'1768867200'}", "", 0, Kind::Rejected);
    }
    void answers() { checkAnswer(readFearAndGreed); }

    /// A month, and all where that begins after the day that is asked for.
    void allWhereAMonthDoesNotReach()
    {
        const auto feed = makeAlternativeFeed({});
        FeedRecords records;
        RestRequest request = feed->dailyRequest(0, firstDay);
        QCOMPARE(request.path, u"/fng/?limit=30&format=json"_s);
        static_cast<void>(feed->readAnswer(request, daysBefore(30, 29), records));
        QCOMPARE(records.dailies.front().values.size(), std::size_t{30});
        QCOMPARE(records.dailies.front().key.name, u"macro/fear_greed"_s);
        QCOMPARE(records.nextPage, QString());

        static_cast<void>(feed->readAnswer(request, daysBefore(30, 30), records));
        QVERIFY(records.dailies.empty());
        QCOMPARE(records.nextPage, u"/fng/?limit=0&format=json"_s);
        request.path = records.nextPage;
        static_cast<void>(feed->readAnswer(request, daysBefore(20, 30), records));
        QCOMPARE(records.dailies.front().values.size(), std::size_t{20}); // there is no more
        QCOMPARE(records.nextPage, QString());
    }
};

QTEST_GUILESS_MAIN(TestAlternativeFeed)
#include "tst_alternativefeed.moc"

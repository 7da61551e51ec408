// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/fred/fredanswers.h"
#include "models/feeds/fred/fredfeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

} // namespace

class TestFredFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        addAnswerColumns();
        addAnswer("two days",
                  "{'count':2,'observations':[{'realtime_start':'2026-01-22','date':'2026-01-20','value':"
                  "'6650.12'},{'date':'2026-01-21','value':'6651'}]}",
                  "0:6650.12 1:6651");
        addAnswer("a holiday",
                  "{'observations':[{'date':'2026-01-20','value':'.'},{'date':'2026-01-21','value':'4.1'}]}",
                  "1:4.1");
        addAnswer("a number", "{'observations':[{'date':'2026-01-20','value':4.1}]}", "0:4.1");
        addAnswer("below zero", "{'observations':[{'date':'2026-01-20','value':'-0.5'}]}", "0:-0.5");
        addAnswer("null", "{'observations':[{'date':'2026-01-20','value':null}]}", "");
        addAnswer("NaN", "{'observations':[{'date':'2026-01-20','value':'NaN'}]}", "", 1);
        addAnswer("more than can be", "{'observations':[{'date':'2026-01-20','value':'1e12'}]}", "", 1);
        addAnswer("no date", "{'observations':[{'value':'1'}]}", "", 1);
        addAnswer("a row that is none", "{'observations':['x']}", "", 1);
        addAnswer("more than one answer holds",
                  "{'count':9,'observations':[{'date':'2026-01-20','value':'1'}]}", "0:1", 1);
        addAnswer("nothing", "{'count':0,'observations':[]}", "");
        addAnswer("a key that is refused",
                  "{'error_code':400,'error_message':'The value for variable api_key is not registered.'}",
                  "", 0, Kind::Refused);
        addAnswer("too often", "{'error_code':429,'error_message':'Too Many Requests.'}", "", 0,
                  Kind::RateLimited);
        addAnswer("out of order", "{'error_code':500,'error_message':'Internal'}", "", 0, Kind::Unavailable);
        addAnswer("no observations", "{'count':0}", "", 0, Kind::Rejected);
        addAnswer("XML", "<?xml version='1.0'?><observations/>", "", 0, Kind::Rejected);
        addAnswer("cut short", "{'observations':[{'date':'2026-01-20','value':'1'}", "", 0, Kind::Rejected);
    }
    void answers() { checkAnswer(readFred); }

    void theKeyIsNamedWhereItIsRefused()
    {
        JsonReader json;
        FeedRecords records;
        std::vector<DayValue> values;
        const Reading reading = readFred(
            json, R"({"error_code":400,"error_message":"The variable api_key is wrong."})", records, values);
        QVERIFY(reading.reason.startsWith(u"The key is not accepted"_s));
    }

    void namesAndUnitsAreThoseOfFiles()
    {
        const auto feed = makeFredFeed({});
        const auto questions = feed->dailyPlan().questions;
        QStringList names;
        for (const DailyQuestion& question : questions)
            names.append(question.key.name + u' ' + question.key.source);
        QCOMPARE(names.join(u", "), u"macro/sp500 fred, macro/dtwexbgs fred, macro/dgs10 fred"_s);
        FeedRecords records;
        for (const auto& [question, unit] :
             {std::pair{0, u""_s}, std::pair{1, u""_s}, std::pair{2, u"%"_s}}) {
            const Reading reading =
                feed->readAnswer(feed->dailyRequest(question, firstDay),
                                 R"({"observations":[{"date":"2026-01-20","value":"4"}]})", records);
            QCOMPARE(int(reading.kind), int(Kind::Data));
            QCOMPARE(records.dailies.front().unit, unit);
            QVERIFY(records.dailies.front().period == newYorkClose);
        }
    }

    void theAddressHoldsNoKey()
    {
        const auto feed = makeFredFeed({});
        QCOMPARE(feed->dailyRequest(0, firstDay).path,
                 u"/fred/series/observations?series_id=SP500&file_type=json"
                 "&observation_start=2026-01-20&sort_order=asc&limit=100000"_s);
        QCOMPARE(feed->traits().key.parameter, QByteArray("api_key"));
        QVERIFY(feed->traits().key.isWanted());
    }
};

QTEST_GUILESS_MAIN(TestFredFeed)
#include "tst_fredfeed.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitcoindata/bitcoindataanswers.h"
#include "models/feeds/bitcoindata/bitcoindatafeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

} // namespace

class TestBitcoinDataAnswers : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        addAnswerColumns();
        addAnswer("texts", "[{'d':'2026-01-20','unixTs':'1768867200','sthRealizedPrice':'99300.5'}]",
                  "0:99300.5");
        addAnswer("numbers", "[{'d':'2026-01-20','unixTs':1768867200,'sthRealizedPrice':99300.5}]",
                  "0:99300.5");
        addAnswer("newest first",
                  "[{'d':'2026-01-21','sthRealizedPrice':2},{'d':'2026-01-20','sthRealizedPrice':1}]",
                  "0:1 1:2");
        addAnswer("a key in another case", "[{'d':'2026-01-20','unixTs':'5','sth_realized_price':'7'}]",
                  "0:7");
        addAnswer("two numbers beside each other", "[{'d':'2026-01-20','a':1,'b':2}]", "", 1);
        addAnswer("the usual key among others", "[{'d':'2026-01-20','a':1,'sthRealizedPrice':2}]", "0:2");
        addAnswer("a value not known yet", "[{'d':'2026-01-20','sthRealizedPrice':null}]", "");
        addAnswer("NaN", "[{'d':'2026-01-20','sthRealizedPrice':'NaN'}]", "", 1);
        addAnswer("zero is no price", "[{'d':'2026-01-20','sthRealizedPrice':0}]", "", 1);
        addAnswer("no date", "[{'sthRealizedPrice':5}]", "", 1);
        addAnswer("one bad row among good ones",
                  "[{'d':'2026-01-20','sthRealizedPrice':1},{'d':'soon','sthRealizedPrice':9},"
                  "{'d':'2026-01-21','sthRealizedPrice':2}]",
                  "0:1 1:2", 1);
        addAnswer("a row that is a number", "[5,{'d':'2026-01-20','sthRealizedPrice':1}]", "0:1", 1);
        addAnswer("nothing", "[]", "");
        addAnswer("an error", "{'error':'RATE_LIMIT'}", "", 0, Kind::Refused);
        addAnswer("an object of another kind", "{'a':1}", "", 0, Kind::Rejected);
        addAnswer("cut short", "[{'d':'2026-01-20','sthRealizedPrice':1}", "", 0, Kind::Rejected);
    }
    void answers() { checkAnswer(readBitcoinData); }

    /// 15 questions a day are allowed.
    void oneQuestionADay()
    {
        const auto feed = makeBitcoinDataFeed({});
        const DailyPlan plan = feed->dailyPlan();
        QCOMPARE(plan.questions.size(), std::size_t{1});
        QCOMPARE(plan.every, Span(std::chrono::hours{24}));
        QVERIFY(plan.apart >= std::chrono::hours{12});
        QVERIFY(plan.again >= std::chrono::hours{2});
        QVERIFY(!feed->traits().isAskedUnnamed);
        QCOMPARE(feed->dailyRequest(0, firstDay).path, u"/v1/sth-realized-price?startday=2026-01-20"_s);
    }
};

QTEST_GUILESS_MAIN(TestBitcoinDataAnswers)
#include "tst_bitcoindataanswers.moc"

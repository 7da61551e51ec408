// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/glassnode/glassnodeanswers.h"
#include "models/feeds/glassnode/glassnodefeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

} // namespace

class TestGlassnodeFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        addAnswerColumns();
        // 2026-01-20T00:00:00Z is 1768867200.
        addAnswer("two days", "[{'t':1768867200,'v':99300.5},{'t':1768953600,'v':99200}]",
                  "0:99300.5 1:99200");
        addAnswer("newest first", "[{'t':1768953600,'v':2},{'t':1768867200,'v':1}]", "0:1 1:2");
        addAnswer("texts", "[{'t':'1768867200','v':'0.95'}]", "0:0.95");
        addAnswer("a power of ten", "[{'t':1768867200,'v':9.5e-1}]", "0:0.95");
        addAnswer("unknown", "[{'t':1768867200,'v':null},{'t':1768953600}]", "");
        addAnswer("NaN", "[{'t':1768867200,'v':NaN}]", "", 1);
        addAnswer("below zero", "[{'t':1768867200,'v':-1}]", "", 1);
        addAnswer("within a day", "[{'t':1768870800,'v':1}]", "", 1);
        addAnswer("no time", "[{'v':1}]", "", 1);
        addAnswer("no row", "[7]", "", 1);
        addAnswer("nothing", "[]", "");
        addAnswer("null for nothing", " null\n", "");
        addAnswer("an error", "{'message':'down'}", "", 0, Kind::Refused);
        addAnswer("an object", "{'data':[]}", "", 0, Kind::Rejected);
        addAnswer("cut short", "[{'t':1768867200,'v':1", "", 0, Kind::Rejected);
    }
    void answers() { checkAnswer(readGlassnode); }

    /// Price over MVRV of the same day: 90,000 / 0.9 is 100,000.
    void theCostBasisIsPriceOverMvrv()
    {
        const auto feed = makeGlassnodeFeed({});
        FeedRecords records;
        const auto answer = [&](int question, const QByteArray& bytes) {
            return feed->readAnswer(feed->dailyRequest(question, firstDay), bytes, records).kind;
        };
        QCOMPARE(int(answer(0, R"([{"t":1768867200,"v":90000},{"t":1768953600,"v":1}])")), int(Kind::Data));
        QVERIFY(records.dailies.empty());
        QCOMPARE(int(answer(1, R"([{"t":1768867200,"v":0.9}])")), int(Kind::Data));
        QCOMPARE(records.dailies.size(), std::size_t{1});
        QCOMPARE(records.dailies.front().key.name, u"cohort/sth"_s);
        QVERIFY(records.dailies.front().key.definition.contains(u"155"_s));
        QCOMPARE(textOf(records.dailies.front().values), QByteArray("0:100000"));
        QCOMPARE(int(answer(2, R"([{"t":1768867200,"v":55000},{"t":1768953600,"v":0}])")), int(Kind::Data));
        QCOMPARE(records.dailies.front().key.name, u"cohort/all"_s);
        QCOMPARE(textOf(records.dailies.front().values), QByteArray("0:55000"));
    }

    void theAddressHoldsNoKey()
    {
        const auto feed = makeGlassnodeFeed({});
        QCOMPARE(
            feed->dailyRequest(0, firstDay).path,
            u"/v1/metrics/market/price_usd_close?a=BTC&i=24h&s=1768867200&f=json&timestamp_format=unix"_s);
        QVERIFY(feed->traits().key.isWanted());
    }
};

QTEST_GUILESS_MAIN(TestGlassnodeFeed)
#include "tst_glassnodefeed.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/mof/moffeed.h"
#include "models/market/tradingcalendar.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

constexpr UtcTime fifthOfJanuary{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5}};

} // namespace

class TestMofFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void asksPolitely()
    {
        const auto feed = makeMofFeed({});
        const DailyPlan plan = feed->dailyPlan();
        QCOMPARE(plan.questions.size(), std::size_t{2});
        QCOMPARE(plan.questions[0].key.name, u"macro/jgb10y_yield"_s);
        QCOMPARE(plan.questions[1].key.name, u"macro/jgb20_bid_to_cover"_s);
        QCOMPARE(plan.questions[1].key.source, u"mof"_s);
        QVERIFY(plan.questions[1].isAskedOn == isTokyoSession);
        QVERIFY(plan.reach <= std::chrono::hours{24 * 60});
        QVERIFY(feed->traits().rate.spacing >= std::chrono::seconds{1});
        QVERIFY(!feed->traits().isAskedUnnamed);
        const RestRequest auction = feed->dailyRequest(1, firstDay);
        QCOMPARE(auction.path, u"/english/policy/jgbs/auction/calendar/eresul/eresul20260120.htm"_s);
        QVERIFY(auction.form == AnswerForm::Page);
    }

    void thisMonthReachesBack()
    {
        const auto feed = makeMofFeed({});
        FeedRecords records;
        // The first to the fourth of January are no sessions.
        const RestRequest request =
            feed->dailyRequest(0, UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}});
        static_cast<void>(
            feed->readAnswer(request, "Date,10Y,20Y\n2026/1/5,2.1,-\n2026/1/20,2.2,3.1\n", records));
        QCOMPARE(records.nextPage, QString());
        QCOMPARE(records.dailies.size(), std::size_t{2});
        QCOMPARE(records.dailies[0].key.name, u"macro/jgb10y_yield"_s);
        QCOMPARE(records.dailies[0].unit, u"%"_s);
        QCOMPARE(textOf(records.dailies[0].values), QByteArray("-15:2.1 0:2.2"));
        QCOMPARE(textOf(records.dailies[1].values), QByteArray("0:3.1"));
        QVERIFY(records.dailies[0].period == tokyoYields);
    }

    /// Nothing is told before the past is there; where both files have a day this month's holds, and days
    /// before the one that is asked for are left out.
    void thePastComesFirst()
    {
        const auto feed = makeMofFeed({});
        FeedRecords records;
        RestRequest request =
            feed->dailyRequest(0, UtcTime{std::chrono::sys_days{std::chrono::year{2025} / 12 / 30}});
        static_cast<void>(feed->readAnswer(request, "Date,10Y\n2026/1/5,2.1\n2026/1/6,2.2\n", records));
        QVERIFY(records.dailies.empty());
        QCOMPARE(records.nextPage,
                 u"/english/policy/jgbs/reference/interest_rate/historical/jgbcme_all.csv"_s);
        request.path = records.nextPage;
        static_cast<void>(
            feed->readAnswer(request, "Date,10Y\n2025/12/29,1.8\n2025/12/30,1.9\n2026/1/5,2.05\n", records));
        QCOMPARE(records.nextPage, QString());
        QCOMPARE(textOf(records.dailies.front().values), QByteArray("-21:1.9 -15:2.1 -14:2.2"));
    }

    void aMonthWithoutRows()
    {
        const auto feed = makeMofFeed({});
        FeedRecords records;
        RestRequest request = feed->dailyRequest(0, fifthOfJanuary);
        static_cast<void>(feed->readAnswer(request, "Date,10Y\n", records));
        request.path = records.nextPage;
        static_cast<void>(feed->readAnswer(request, "Date,10Y\n2026/1/20,2\n", records));
        QCOMPARE(textOf(records.dailies.front().values), QByteArray("0:2"));
    }

    void anAuction()
    {
        const auto feed = makeMofFeed({});
        FeedRecords records;
        const auto read = [&](const QByteArray& date) {
            const QByteArray page =
                "<table><tr><th>Security<th>Auction Date<th>Competitive Bids<th>Bids Accepted<th>Yield at "
                "the "
                "Lowest Accepted Price<th>Yield at the Average Price</tr><tr><td>20-Year<td>" +
                date + "<td>2,400<td>800<td>3.2<td>3.19</tr></table>";
            return feed->readAnswer(feed->dailyRequest(1, firstDay), page, records);
        };
        QCOMPARE(int(read("1/20/2026").kind), int(Kind::Data));
        QCOMPARE(records.dailies.size(), std::size_t{2});
        QCOMPARE(textOf(records.dailies[0].values), QByteArray("0:3"));
        QCOMPARE(records.dailies[1].key.name, u"macro/jgb20_auction_tail"_s);
        QCOMPARE(records.dailies[1].unit, u"bp"_s);
        QCOMPARE(textOf(records.dailies[1].values), QByteArray("0:1"));
        QVERIFY(records.dailies[0].period == tokyoAuction);

        const Reading other = read("12/20/2025");
        QCOMPARE(int(other.kind), int(Kind::Rejected));
        QVERIFY(other.reason.contains(u"another date"_s));
        QCOMPARE(int(feed->readAnswer(feed->dailyRequest(1, firstDay), {}, records).kind), int(Kind::Data));
        QVERIFY(records.dailies.empty());
    }
};

QTEST_GUILESS_MAIN(TestMofFeed)
#include "tst_moffeed.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/feedtroubles.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

using Purpose = RestRequest::Purpose;

RestRequest daily(int question)
{
    return {.purpose = Purpose::Daily, .path = {}, .question = question};
}

RestRequest candles(int instrument, int from, int to, Interval interval = oneMinute)
{
    return {.purpose = Purpose::Candles,
            .path = {},
            .instrument = instrument,
            .interval = interval,
            .range = {fromMsecs(from * 60'000LL), fromMsecs(to * 60'000LL)}};
}

const Error gone{Error::Kind::Unavailable, u"The series is gone."_s};
const Error odd{Error::Kind::Malformed, u"The answer is odd."_s};
const Error cut{Error::Kind::Network, u"The answer was cut short."_s};

} // namespace

class TestFeedTroubles final : public QObject {
    Q_OBJECT

private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void standsUntilTheSameQuestionIsAnswered()
    {
        FeedTroubles troubles;
        QCOMPARE(troubles.newest(), QString());
        QVERIFY(troubles.isAnswering());
        troubles.failed(daily(1), gone);
        QVERIFY(!troubles.isAnswering());
        troubles.answered(daily(2));
        QCOMPARE(troubles.newest(), gone.message);
        QVERIFY(troubles.isAnswering());
        troubles.answered(daily(1));
        QCOMPARE(troubles.newest(), QString());
    }
    void theNewestIsToldAndThenTheOneBefore()
    {
        FeedTroubles troubles;
        troubles.failed(daily(1), gone);
        troubles.failed(daily(2), odd);
        QCOMPARE(troubles.newest(), odd.message);
        troubles.failed(daily(1), gone); // again
        QCOMPARE(troubles.newest(), gone.message);
        troubles.answered(daily(1));
        QCOMPARE(troubles.newest(), odd.message);
    }
    void aBrokenWayIsMendedByAnyAnswer()
    {
        FeedTroubles troubles;
        troubles.failed(daily(1), gone);
        troubles.failed(daily(2), cut);
        troubles.failed(daily(3), {Error::Kind::RateLimited, u"Too often."_s});
        QCOMPARE(troubles.newest(), u"Too often."_s);
        troubles.answered(daily(4));
        QCOMPARE(troubles.newest(), gone.message);
    }
    void pagesOfCandlesAreTheSameWhereTheyMeet()
    {
        FeedTroubles troubles;
        troubles.failed(candles(0, 0, 500), odd);
        troubles.answered(candles(1, 0, 500));
        troubles.answered(candles(0, 500, 1000));
        troubles.answered(candles(0, 0, 500, oneHour));
        QCOMPARE(troubles.newest(), odd.message);
        troubles.answered(candles(0, 480, 500));
        QCOMPARE(troubles.newest(), QString());
    }
};

QTEST_GUILESS_MAIN(TestFeedTroubles)
#include "tst_feedtroubles.moc"

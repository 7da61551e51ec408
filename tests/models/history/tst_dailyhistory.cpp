// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/dailyfeed.h"
#include "models/history/dailyhistory.h"
#include "models/history/livewriter.h"
#include "models/history/storedpast.h"
#include "models/market/tradingcalendar.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime day0{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
constexpr Span oneDayLong = 24h;

const SeriesKey key{u"cohort/sth"_s, u"cost_basis"_s, u"bitview"_s, u"a rule"_s};

/// Two questions, a round every six hours and ten minutes after.
class TwoQuestions final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return m_traits; }
    DailyPlan dailyPlan() const override
    {
        return {.questions = {{u"a"_s, key}, {u"b"_s, {u"cohort/lth"_s, u"cost_basis"_s, {}, {}}}},
                .every = 6h,
                .after = 10min,
                .apart = apart,
                .again = 1min,
                .tail = 48h,
                .first = day0 - 100 * oneDayLong};
    }
    RestRequest dailyRequest(int question, UtcTime from) const override
    {
        RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
        request.path = name + QString::number((from - day0) / oneDayLong);
        return request;
    }
    Reading readAnswer(const RestRequest&, QByteArrayView, FeedRecords&) override { return {}; }

    Span apart{};
    QString name = u"/x"_s;

private:
    FeedTraits m_traits;
};

/// One question for one date at a time, on sessions of Tokyo.
class SingleDates final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return m_traits; }
    DailyPlan dailyPlan() const override
    {
        return {.questions = {{u"a"_s, key, isTokyoSession}},
                .every = 3h,
                .after = 45min,
                .again = 1min,
                .tail = 48h,
                .first = day0 - 100 * oneDayLong,
                .reach = 5 * oneDayLong};
    }
    RestRequest dailyRequest(int question, UtcTime from) const override
    {
        RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
        request.path = QString::number((from - day0) / oneDayLong);
        return request;
    }
    Reading readAnswer(const RestRequest&, QByteArrayView, FeedRecords&) override { return {}; }

private:
    FeedTraits m_traits;
};

std::vector<DailyRecord> values(std::vector<DayValue> days)
{
    return {{key, u"USD"_s, std::move(days)}};
}

Amount amount(const char* text)
{
    return *Amount::parse(text);
}

using PeriodOf = Period (*)(UtcTime);

std::vector<DailyRecord> values(std::vector<DayValue> days, PeriodOf period)
{
    return {{key, u"%"_s, std::move(days), period}};
}

/// What a store holds of the series, with when it was known.
class Stored final {
public:
    Stored() : store(Store::openInMemory(clock).value()) {}
    void write(DailyHistory& history)
    {
        QVERIFY(LiveWriter(*store, clock).write(history.takeWrites()).hasValue());
    }
    [[nodiscard]] QByteArray at(std::optional<UtcTime> asOf = {})
    {
        QByteArrayList texts;
        const auto found = store->find(key.name).value();
        const auto samples = found.empty()
                                 ? std::vector<Sample>{}
                                 : store->samples(found.front().id, {earliestTime, latestTime}, asOf).value();
        for (const Sample& sample : samples)
            texts.append(QByteArray::number((sample.from - day0) / oneDayLong) + ':' + sample.value.toText() +
                         '@' + QByteArray::number((sample.knownAt - day0) / 1h) + 'h');
        return texts.join(' ');
    }

    /// `20T14:30-20T21:00 5@20T21:00`: day of January, hour and minute.
    [[nodiscard]] QByteArray periods()
    {
        const auto text = [](UtcTime time) { return toIso(time).mid(8, 8).toLatin1(); };
        QByteArrayList texts;
        const auto found = store->find(key.name).value();
        const auto samples = store->samples(found.front().id, {earliestTime, latestTime}).value();
        for (const Sample& sample : samples)
            texts.append(text(sample.from) + '-' + text(sample.to) + ' ' + sample.value.toText() + '@' +
                         text(sample.knownAt));
        return texts.join(", ");
    }
    [[nodiscard]] StoredPast past() { return storedPast(*store); }

    SetClock clock;
    std::unique_ptr<Store> store;
};

/// Of 20 and 21 January, in two answers.
struct TwoDates {
    PeriodOf period;
    UtcTime firstNow;
    UtcTime secondNow;
};

} // namespace

class TestDailyHistory : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void eachIsAskedOnceARound()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        std::vector<QString> rejects;
        const UtcTime noon = day0 + 12h;
        const auto a = history.next(noon);
        const auto b = history.next(noon);
        QVERIFY(a && b);
        QCOMPARE(a->question, 0);
        QCOMPARE(b->question, 1);
        QCOMPARE(a->path, u"/x-100"_s);
        QVERIFY(!history.next(noon));
        history.answered(*a, {}, noon, rejects);
        // At 12:10 the round of 12:10 begins, at 18:10 the next.
        QVERIFY(!history.next(noon + 9min));
        const auto again = history.next(noon + 10min);
        QVERIFY(again && again->question == 0);
        history.answered(*again, {}, noon + 11min, rejects);
        QVERIFY(!history.next(noon + 6h + 9min));
        QVERIFY(history.next(noon + 6h + 10min));
    }

    void aFailureIsAskedAgainLaterAndLater()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        UtcTime now = day0;
        const auto fails = [&](bool isOfThisQuestion) { // how long it rests
            const auto request = history.next(now);
            if (!request || request->question != 0)
                return Span{-1};
            history.failed(*request, isOfThisQuestion, now);
            for (Span rest{}; rest < 12h; rest += 30s) {
                const auto next = history.next(now + rest);
                if (!next)
                    continue;
                history.notAsked(*next);
                if (next->question == 0) {
                    now += rest;
                    return rest;
                }
            }
            return Span{-1};
        };
        static_cast<void>(history.next(now)); // the other question is on its way all the time
        const auto other = history.next(now);
        QVERIFY(other && other->question == 1);
        history.notAsked({.purpose = RestRequest::Purpose::Daily, .path = {}, .question = 0});
        for (const Span wanted : {Span(1min), Span(2min), Span(4min), Span(8min), Span(10min), Span(10min)})
            QCOMPARE(fails(false), wanted);
        for (const Span wanted :
             {Span(20min), Span(40min), Span(80min), Span(160min), Span(320min), Span(6h)})
            QCOMPARE(fails(true), wanted);
    }

    void whatTheFeedAsksOtherwiseIsAskedAtOnce()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        const auto request = history.next(day0);
        feed.name = u"/search"_s;
        history.failed(*request, true, day0);
        const auto search = history.next(day0);
        QVERIFY(search && search->path == u"/search-100"_s);
        feed.name = u"/other"_s;
        std::vector<QString> rejects;
        history.answered(*search, {}, day0, rejects);
        const auto last = history.next(day0);
        QVERIFY(last && last->path == u"/other-100"_s);
    }

    void pagesAreAskedForAtOnce()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        std::vector<QString> rejects;
        UtcTime now = day0 + 12h;
        const auto first = history.next(now);
        static_cast<void>(history.next(now)); // the other question is on its way all the time
        history.answered(*first, {}, now, rejects, u"/page2"_s);
        const auto second = history.next(now);
        QVERIFY(second && second->path == u"/page2"_s);
        history.failed(*second, false, now); // the connection: that page again
        QVERIFY(!history.next(now + 59s));
        now += 1min;
        const auto again = history.next(now);
        QVERIFY(again && again->path == u"/page2"_s);
        history.answered(*again, {}, now, rejects);
        QVERIFY(!history.next(now)); // the last one
        now += 10min;
        const auto round = history.next(now);
        QVERIFY(round && round->path == u"/x-100"_s);

        // A page that is refused is not asked for again.
        history.answered(*round, {}, now, rejects, u"/page2"_s);
        history.failed(*history.next(now), true, now);
        QCOMPARE(history.next(now + 1min)->path, u"/x-100"_s);
    }

    void anEarlierRunCounts()
    {
        TwoQuestions feed;
        feed.apart = 12h;
        DailyHistory history(feed, {});
        history.askedBefore(day0);
        QVERIFY(!history.next(day0 + 12h - 1ms));
        const auto request = history.next(day0 + 12h);
        QVERIFY(request);
        std::vector<QString> rejects;
        history.answered(*request, {}, day0 + 12h, rejects);
        const auto other = history.next(day0 + 12h);
        QVERIFY(other && other->question == 1);
        QVERIFY(!history.next(day0 + 24h - 1ms)); // 18:10 would be a round
        QVERIFY(history.next(day0 + 24h));
    }

    void whatIsStoredIsAskedForButItsTail()
    {
        TwoQuestions feed;
        StoredPast past;
        past.lastSample = [](const SeriesKey& asked) {
            return asked == key ? std::optional(day0 - 5 * oneDayLong) : std::nullopt;
        };
        DailyHistory history(feed, past);
        const auto first = history.next(day0);
        QCOMPARE(first->path, u"/x-7"_s);
        QCOMPARE(history.next(day0)->path, u"/x-100"_s);
        // From then on from the last value that came.
        std::vector<QString> rejects;
        history.answered(*first, values({{day0 - oneDayLong, amount("5")}}), day0, rejects);
        QCOMPARE(history.next(day0 + 7h)->path, u"/x-3"_s);
    }

    /// 20 January has ended, 21 January goes on, 22 January has not begun.
    void knownWhenItCouldBeKnown()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        Stored stored;
        std::vector<QString> rejects;
        const auto first = history.next(day0 + 34h);
        history.answered(*first,
                         values({{day0, amount("99300")},
                                 {day0 + oneDayLong, amount("99200")},
                                 {day0 + 2 * oneDayLong, amount("1")}}),
                         day0 + 34h, rejects);
        stored.write(history);
        QCOMPARE(stored.at(), QByteArray("0:99300@24h 1:99200@34h"));
        QCOMPARE(rejects.size(), std::size_t{1});

        // The same day's value an hour later, then its last one the day after: each known when it came.
        history.answered(*first, values({{day0 + oneDayLong, amount("99210")}}), day0 + 35h, rejects);
        stored.write(history);
        QCOMPARE(stored.at(), QByteArray("0:99300@24h 1:99210@35h"));
        history.answered(*first, values({{day0, amount("99300")}, {day0 + oneDayLong, amount("99250")}}),
                         day0 + 50h, rejects);
        stored.write(history);
        QCOMPARE(stored.at(), QByteArray("0:99300@24h 1:99250@50h"));
        QCOMPARE(stored.at(day0 + 49h), QByteArray("0:99300@24h 1:99210@35h"));
        QCOMPARE(stored.at(day0 + 34h), QByteArray("0:99300@24h 1:99200@34h"));

        // A day that ended and is revised.
        history.answered(*first, values({{day0, amount("99301")}}), day0 + 60h, rejects);
        stored.write(history);
        QCOMPARE(stored.at(day0 + 59h), QByteArray("0:99300@24h 1:99250@50h"));
        QCOMPARE(stored.at(), QByteArray("0:99301@60h 1:99250@50h"));
    }

    void valuesOfOtherPeriods_data()
    {
        QTest::addColumn<TwoDates>("dates");
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<int>("rejects");
        const auto row = [](const char* name, const TwoDates& dates, const char* stored, int rejects) {
            QTest::newRow(name) << dates << QByteArray(stored) << rejects;
        };
        // In January New York is 5 hours behind, Tokyo 9 ahead.
        row("New York, after both sessions", {newYorkClose, day0 + 48h, day0 + 48h},
            "20T14:30-20T21:00 5@20T21:00, 21T14:30-21T21:00 6@21T21:00", 0);
        row("New York, while a session goes on", {newYorkClose, day0 + 24h, day0 + 40h},
            "20T14:30-20T21:00 5@20T21:00, 21T14:30-21T21:00 6@21T16:00", 0);
        row("New York, before the second session", {newYorkClose, day0 + 24h, day0 + 38h},
            "20T14:30-20T21:00 5@20T21:00", 1);
        row("funds, known at midnight", {etfDay, day0 + 28h, day0 + 54h},
            "20T14:30-20T21:00 5@21T04:00, 21T14:30-21T21:00 6@22T05:00", 0);
        row("yields in Tokyo", {tokyoYields, day0 + 5h, day0 + 48h},
            "20T00:00-20T06:00 5@20T05:00, 21T00:00-21T06:00 6@21T06:00", 0);
        row("an auction in Tokyo", {tokyoAuction, day0 + 48h, day0 + 48h},
            "20T00:00-20T03:35 5@20T03:35, 21T00:00-21T03:35 6@21T03:35", 0);
    }
    void valuesOfOtherPeriods()
    {
        QFETCH(TwoDates, dates);
        TwoQuestions feed;
        DailyHistory history(feed, {});
        Stored stored;
        std::vector<QString> rejects;
        const auto request = history.next(dates.firstNow);
        history.answered(*request, values({{day0, amount("5")}}, dates.period), dates.firstNow, rejects);
        QVERIFY(rejects.empty());
        history.answered(*request,
                         values({{day0, amount("5")}, {day0 + oneDayLong, amount("6")}}, dates.period),
                         dates.secondNow, rejects);
        stored.write(history);
        QTEST(stored.periods(), "stored");
        QTEST(int(rejects.size()), "rejects");

        // The next question begins at a midnight two days before the last date, in another run too.
        const int last = rejects.empty() ? 1 : 0;
        const QString wanted = u"/x"_s + QString::number(last - 2);
        QCOMPARE(history.next(day0 + 100h)->path, wanted);
        QCOMPARE(DailyHistory(feed, stored.past()).next(day0 + 100h)->path, wanted);
    }

    /// 20 January is a Tuesday, so 17 and 18 are no sessions.
    void singleDatesAreAskedOneByOne()
    {
        SingleDates feed;
        DailyHistory history(feed, {});
        std::vector<QString> rejects;
        const auto answers = [&](UtcTime now) {
            const auto request = history.next(now);
            if (!request)
                return u"none"_s;
            if (history.next(now))
                return u"two at once"_s;
            history.answered(*request, {}, now, rejects);
            return request->path;
        };
        const UtcTime four = day0 + 4h;
        for (const QString& date : {u"-5"_s, u"-4"_s, u"-1"_s, u"0"_s, u"none"_s})
            QCOMPARE(answers(four), date);
        QCOMPARE(answers(day0 + 6h + 44min), u"none"_s);
        QCOMPARE(answers(day0 + 6h + 45min), u"0"_s); // today's may have come
        // The day after: that date once more, as it may have come since, then the next.
        QCOMPARE(answers(day0 + 24h), u"0"_s);
        QCOMPARE(answers(day0 + 24h), u"1"_s);
        QCOMPARE(answers(day0 + 24h), u"none"_s);
    }

    void aDateThatFailsKeepsNoOtherWaiting()
    {
        SingleDates feed;
        DailyHistory history(feed, {});
        const UtcTime now = day0 + 4h;
        auto request = history.next(now);
        history.failed(*request, false, now); // the connection
        QVERIFY(!history.next(now));
        request = history.next(now + 1min);
        QCOMPARE(request->path, u"-5"_s);
        history.failed(*request, true, now + 1min); // a page that cannot be read
        request = history.next(now + 3min);
        QCOMPARE(request->path, u"-4"_s);
    }

    void singleDatesGoOnAfterTheLastStored()
    {
        SingleDates feed;
        StoredPast past;
        past.lastSample = [](const SeriesKey&) { return std::optional(day0 - 4 * oneDayLong); };
        DailyHistory history(feed, past);
        std::vector<QString> rejects;
        const auto request = history.next(day0 + 4h);
        QCOMPARE(request->path, u"-1"_s);
        // What is read of it does not lead back by the tail.
        history.answered(*request, values({{day0 - oneDayLong, amount("3")}}, tokyoAuction), day0 + 4h,
                         rejects);
        QCOMPARE(history.next(day0 + 4h)->path, u"0"_s);
    }

    void hoursAndFourHours()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        Stored stored;
        std::vector<QString> rejects;
        const auto request = history.next(day0 + 90min);
        history.answered(
            *request,
            values({{day0, amount("5")}, {day0 + 1h, amount("6")}, {day0 + 2h, amount("7")}}, utcHour),
            day0 + 90min, rejects);
        stored.write(history);
        QCOMPARE(stored.periods(), QByteArray("20T00:00-20T01:00 5@20T01:00, 20T01:00-20T02:00 6@20T01:30"));
        QCOMPARE(rejects.size(), std::size_t{1});
        QCOMPARE(utcFourHours(day0 + 4h), (Period{day0 + 4h, day0 + 8h, day0 + 8h}));
        QCOMPARE(history.next(day0 + 20h)->path, u"/x-2"_s); // from midnight on
    }

    /// Sessions of one date are one value, so another value of it is a revision.
    void aRevisedSessionIsDated()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        Stored stored;
        std::vector<QString> rejects;
        const auto request = history.next(day0 + 22h);
        for (const auto& [text, now] : {std::pair{"5", day0 + 22h}, std::pair{"7", day0 + 46h}}) {
            history.answered(*request, values({{day0, amount(text)}}, newYorkClose), now, rejects);
            stored.write(history);
        }
        QCOMPARE(stored.periods(), QByteArray("20T14:30-20T21:00 7@21T22:00"));
        QCOMPARE(stored.at(day0 + 45h), QByteArray("0:5@21h"));
    }

    /// A value that stays as it was while its day went on is known since then.
    void whatDoesNotChangeIsNoRevision()
    {
        TwoQuestions feed;
        DailyHistory history(feed, {});
        Stored stored;
        std::vector<QString> rejects;
        const auto request = history.next(day0 + 10h);
        history.answered(*request, values({{day0, amount("5")}}), day0 + 10h, rejects);
        stored.write(history);
        history.answered(*request, values({{day0, amount("5")}}), day0 + 30h, rejects);
        stored.write(history);
        QCOMPARE(stored.at(), QByteArray("0:5@10h"));
    }
};

QTEST_GUILESS_MAIN(TestDailyHistory)
#include "tst_dailyhistory.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitview/bitviewfeed.h"
#include "tests/support/failonwarning.h"

#include <map>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcTime asked{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
constexpr int askedIndex = 17 * 365 + 4 + 19; // see tst_bitviewanswers

class Play final {
public:
    [[nodiscard]] int question(const QString& name) const
    {
        for (std::size_t i = 0; i < plan.questions.size(); ++i) {
            if (plan.questions[i].name == name)
                return static_cast<int>(i);
        }
        return -1;
    }
    Reading answer(const QString& name, const QByteArray& values)
    {
        const bool isMoney = !name.endsWith(u"supply"_s);
        const QByteArray body =
            "{\"index\":\"day1\",\"type\":\"" + QByteArray(isMoney ? "Dollars" : "Bitcoin") +
            "\",\"start\":" + QByteArray::number(askedIndex) + ",\"data\":" + values + '}';
        return feed->readAnswer(feed->dailyRequest(question(name), asked), body, records);
    }
    [[nodiscard]] QByteArray told() const
    {
        QByteArrayList lines;
        for (const DailyRecord& record : records.dailies) {
            QByteArray line =
                (record.key.name + u'.' + record.key.column).toUtf8() + ' ' + record.unit.toUtf8();
            for (const DayValue& value : record.values)
                line += ' ' + QByteArray::number((value.day - asked) / std::chrono::days{1}) + ':' +
                        value.value.toText();
            lines.append(line);
        }
        return lines.join('\n');
    }

    std::unique_ptr<Feed> feed = makeBitviewFeed({});
    DailyPlan plan = feed->dailyPlan();
    FeedRecords records;
};

} // namespace

class TestBitviewFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    /// Two bands of 300,000 USD on 4 BTC and 600,000 USD on 5 BTC paid 900,000 / 9 on average; the mean of
    /// their prices would be 97,500.
    void partsAreSummedNotAveraged()
    {
        Play play;
        play.answer(u"utxos_1m_to_2m_old_realized_cap"_s, "[300000,300000]");
        play.answer(u"utxos_1m_to_2m_old_supply"_s, "[4,4]");
        play.answer(u"utxos_2m_to_3m_old_realized_cap"_s, "[600000,null]");
        QCOMPARE(play.told(), QByteArray());
        play.answer(u"utxos_2m_to_3m_old_supply"_s, "[5,5]");
        QCOMPARE(play.told(), QByteArray("cohort/1m-3m.cost_basis USD 0:100000\n"
                                         "cohort/1m-3m.supply_btc BTC 0:9"));
        // Not again before all parts were told again.
        play.answer(u"utxos_1m_to_2m_old_supply"_s, "[4,4]");
        QCOMPARE(play.told(), QByteArray());
    }

    void shortTermHoldersCostWhatTheServerSays()
    {
        Play play;
        play.answer(u"sth_realized_price"_s, "[99300.5]");
        play.answer(u"sth_supply"_s, "[2700000.25]");
        QCOMPARE(play.told(), QByteArray("cohort/sth.cost_basis USD 0:99300.5\n"
                                         "cohort/sth.supply_btc BTC 0:2700000.25"));
        const SeriesKey& key = play.records.dailies.front().key;
        QCOMPARE(key.source, u"bitview"_s);
        QCOMPARE(key.definition, u"STH < 150 d, raw UTXO, bitview price"_s);
    }

    void aBandWithoutCoinsHasNoCost()
    {
        Play play;
        for (const char* age : {"10y_to_12y", "12y_to_15y", "over_15y"}) {
            const QString name = u"utxos_%1_old_"_s.arg(QLatin1String(age));
            play.answer(name + u"realized_cap"_s, "[0]");
            play.answer(name + u"supply"_s, "[0]");
        }
        QCOMPARE(play.told(), QByteArray("cohort/10y+.supply_btc BTC 0:0"));
    }

    void allBandsAreAskedFor()
    {
        Play play;
        std::map<QString, int> parts;
        for (const DailyQuestion& question : play.plan.questions)
            ++parts[question.key.name.section(u'/', 1)];
        // Two questions for each age that the server knows.
        const std::map<QString, int> wanted{
            {u"0-1d"_s, 4},  {u"1d-1w"_s, 2},  {u"1w-1m"_s, 2},   {u"1m-3m"_s, 4},
            {u"3m-6m"_s, 6}, {u"6m-12m"_s, 2}, {u"12m-18m"_s, 2}, {u"18m-24m"_s, 2},
            {u"2y-3y"_s, 2}, {u"3y-5y"_s, 4},  {u"5y-7y"_s, 4},   {u"7y-10y"_s, 4},
            {u"10y+"_s, 6},  {u"sth"_s, 2},    {u"lth"_s, 2},     {u"all"_s, 2}};
        QCOMPARE(parts, wanted);
    }

    void aNameThatIsGoneIsLookedForOnce()
    {
        Play play;
        const int question = play.question(u"sth_supply"_s);
        const RestRequest first = play.feed->dailyRequest(question, asked);
        play.feed->wasRefused(first, u"a proxy is down"_s);
        QCOMPARE(play.feed->dailyRequest(question, asked), first);

        play.feed->wasRefused(first, u"{\"code\":\"series_not_found\"}"_s);
        const RestRequest search = play.feed->dailyRequest(question, asked);
        QCOMPARE(search.path, u"/api/series/search?q=sth_supply"_s);
        QCOMPARE(
            int(play.feed->readAnswer(search, R"(["sth_total_supply","lth_supply"])", play.records).kind),
            int(Reading::Kind::Data));
        const RestRequest second = play.feed->dailyRequest(question, asked);
        QCOMPARE(second.path, u"/api/series/sth_total_supply/day1?start=2026-01-20"_s);
        play.feed->wasRefused(second, u"{\"code\":\"series_not_found\"}"_s);
        QCOMPARE(play.feed->dailyRequest(question, asked), second);
    }

    void aSearchWithoutResultIsTold()
    {
        Play play;
        const int question = play.question(u"sth_supply"_s);
        play.feed->wasRefused(play.feed->dailyRequest(question, asked), u"series_not_found"_s);
        const RestRequest search = play.feed->dailyRequest(question, asked);
        const Reading reading = play.feed->readAnswer(search, R"(["lth_supply"])", play.records);
        QCOMPARE(int(reading.kind), int(Reading::Kind::Rejected));
        QVERIFY2(reading.reason.contains(u"sth_supply"_s), qPrintable(reading.reason));
        QVERIFY(play.feed->dailyRequest(question, asked).path.contains(u"/sth_supply/"_s));
    }

    void whatWasNotAskedIsNotRead()
    {
        Play play;
        RestRequest request = play.feed->dailyRequest(0, asked);
        request.question = 5000;
        QCOMPARE(int(play.feed->readAnswer(request, "{}", play.records).kind), int(Reading::Kind::Rejected));
    }
};

QTEST_GUILESS_MAIN(TestBitviewFeed)
#include "tst_bitviewfeed.moc"

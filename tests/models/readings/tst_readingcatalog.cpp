// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/periods.h"
#include "models/readings/briefjson.h"
#include "models/readings/brieftext.h"
#include "models/readings/readingcatalog.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <random>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

UtcTime on(int month, int day, Span time = {})
{
    return std::chrono::sys_days{std::chrono::year{2026} / month / day} + time;
}

Amount number(double value)
{
    return Amount::fromDouble(value);
}

BriefData emptyAt(UtcTime at)
{
    BriefData data;
    data.at = at;
    data.asOf = at;
    data.instrument = u"binance:BTCUSDT"_s;
    return data;
}

/// Hourly candles of the 72 hours before, each closing one dollar higher, from 90,001 on.
PriceFacts rising(UtcTime at)
{
    PriceFacts price;
    price.origin = {u"binance"_s, {}};
    price.quote = u"USDT"_s;
    price.interval = oneHour;
    price.lastInterval = oneHour;
    qint64 close = 90'000;
    for (UtcTime open = at - 72h; open < at; open += 1h) {
        ++close;
        price.recent.push_back({open,
                                Price::whole(close - 1),
                                Price::whole(close + 5),
                                Price::whole(close - 7),
                                Price::whole(close),
                                {},
                                {},
                                {},
                                {}});
    }
    price.last = price.recent.back();
    return price;
}

FundFacts fundsOf(const std::vector<std::pair<UtcTime, std::vector<std::optional<double>>>>& days)
{
    FundFacts facts;
    for (const auto& [date, flows] : days) {
        const Period period = etfDay(date);
        for (std::size_t i = 0; i < flows.size(); ++i) {
            SampleRun& run = facts.funds[QString(QChar(u'A' + static_cast<int>(i)))];
            run.origin = {u"invented"_s, {}};
            if (flows[i])
                run.samples.push_back({period.from, period.to, period.knownAt, number(*flows[i])});
        }
    }
    return facts;
}

double valueOf(const Brief& brief, const QString& id)
{
    const MarketReading* reading = brief.find(id);
    return reading ? std::get<Amount>(reading->value).toDouble() : qQNaN();
}

QString textOf(const Brief& brief, const QString& id)
{
    const MarketReading* reading = brief.find(id);
    return reading ? reading->text : QString();
}

QString reasonOf(const Brief& brief, const QString& id)
{
    for (const MissingReading& one : brief.missing) {
        if (one.id == id)
            return one.reason;
    }
    return {};
}

} // namespace

class TestReadingCatalog : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void withoutDataEveryReadingSaysWhyItIsMissing()
    {
        const Brief brief = makeBrief(emptyAt(on(1, 21)));
        QVERIFY(brief.readings.empty());
        for (const char* id : {"price.last",
                               "price.low_24h",
                               "price.high_24h",
                               "price.change_24h_pct",
                               "price.ytd_pct",
                               "liquidations.long_48h",
                               "liquidations.short_48h",
                               "liquidations.cascade",
                               "taker.net_1d",
                               "taker.crossing",
                               "whales.deposits_1d",
                               "whales.previous_spike",
                               "etf.net_last",
                               "etf.net_2_sessions",
                               "etf.funds",
                               "etf.streak_sessions",
                               "event.next",
                               "correlation.convergence",
                               "options.put_call",
                               "options.skew_25d",
                               "momentum.rsi_14d",
                               "momentum.side",
                               "drive"})
            QVERIFY2(!reasonOf(brief, QString::fromLatin1(id)).isEmpty(), id);
    }

    void theLastDaysPrice()
    {
        BriefData data = emptyAt(on(1, 21, 6h));
        data.price = rising(data.at);
        data.price->first = data.price->recent.front();
        const Brief brief = makeBrief(data);
        QCOMPARE(valueOf(brief, u"price.last"_s), 90'072.0);
        // Of the 24 candles from 06:00 on: the first closed at 90,049.
        QCOMPARE(valueOf(brief, u"price.low_24h"_s), 90'042.0);
        QCOMPARE(brief.find(u"price.low_24h"_s)->at, on(1, 20, 6h));
        QCOMPARE(valueOf(brief, u"price.high_24h"_s), 90'077.0);
        QCOMPARE(brief.find(u"price.high_24h"_s)->at, on(1, 21, 5h));
        QVERIFY(qAbs(valueOf(brief, u"price.change_24h_pct"_s) - 24.0 / 90'048 * 100) < 1e-7);
        QVERIFY(qAbs(valueOf(brief, u"price.ytd_pct"_s) - 71.0 / 90'001 * 100) < 1e-7);
    }

    void aPriceOfMoreThanADayAgoIsNotTheLast()
    {
        BriefData data = emptyAt(on(1, 21, 6h));
        data.price = rising(on(1, 20, 5h));
        const Brief brief = makeBrief(data);
        QVERIFY(!brief.find(u"price.last"_s));
        QVERIFY(reasonOf(brief, u"price.last"_s).contains(u"20 January 2026, 05:00 UTC"_s));
    }

    void aHoleInTheDayIsSaid()
    {
        BriefData data = emptyAt(on(1, 21, 6h));
        data.price = rising(data.at);
        data.price->recent.erase(data.price->recent.end() - 10, data.price->recent.end() - 7);
        QVERIFY(textOf(makeBrief(data), u"price.low_24h"_s).contains(u"3 of 24 candles are not stored"_s));
        data.price->recent.erase(data.price->recent.end() - 22); // the close of 24 hours before
        QVERIFY(!makeBrief(data).find(u"price.change_24h_pct"_s));
    }

    void withinAnHourTheDayHasOneCandleLess()
    {
        BriefData data = emptyAt(on(1, 21, 6h));
        data.price = rising(data.at);
        data.at += 20min; // the first hour of the window began before it
        const QString text = textOf(makeBrief(data), u"price.low_24h"_s);
        QVERIFY2(!text.contains(u"not stored"_s), qPrintable(text));
    }

    void flowsAreCountedBySessions()
    {
        BriefData data = emptyAt(on(1, 21, 12h));
        data.funds = fundsOf({{on(1, 15), {100e6, 0.2e6}},
                              {on(1, 16), {-300e6, -94.7e6}},
                              {on(1, 19), {-287e6, -0.1e6}}, // a holiday
                              {on(1, 20), {-400e6, -79.7e6}}});
        const Brief brief = makeBrief(data);
        QCOMPARE(valueOf(brief, u"etf.net_last"_s), -479.7e6);
        QCOMPARE(valueOf(brief, u"etf.net_2_sessions"_s), -874.4e6);
        QCOMPARE(valueOf(brief, u"etf.streak_sessions"_s), -2.0);
        QCOMPARE(valueOf(brief, u"etf.funds"_s), 2.0);
        const QString text = textOf(brief, u"etf.net_2_sessions"_s);
        QVERIFY(text.contains(u"16 January 2026 and 20 January 2026"_s));
        QVERIFY2(text.contains(u"19 January 2026, when the exchange was closed, is not counted"_s),
                 qPrintable(text));
        QCOMPARE(brief.find(u"etf.net_last"_s)->knownAt, on(1, 21, 5h)); // midnight in New York
    }

    void aSessionThatIsNotStoredIsNoZero()
    {
        BriefData data = emptyAt(on(1, 16, 12h));
        data.funds = fundsOf({{on(1, 13), {-100e6}}, {on(1, 15), {-50e6}}});
        const Brief brief = makeBrief(data);
        QCOMPARE(valueOf(brief, u"etf.streak_sessions"_s), -1.0);
        QVERIFY(!brief.find(u"etf.net_2_sessions"_s));
        QVERIFY(reasonOf(brief, u"etf.net_2_sessions"_s).contains(u"15 January 2026"_s));
    }

    void aDayOnWhichAFundIsStillMissingIsHeldBack()
    {
        BriefData data = emptyAt(on(1, 17, 12h));
        data.funds = fundsOf({{on(1, 15), {-100e6, 1e6}}, {on(1, 16), {std::nullopt, 2e6}}});
        QCOMPARE(valueOf(makeBrief(data), u"etf.net_last"_s), -99e6);
        data.funds.total = SampleRun{{}, u"USD"_s, {u"a source"_s, {}}};
        for (const auto& [date, flow] : {std::pair{on(1, 15), -98e6}, std::pair{on(1, 16), -7e6}}) {
            const Period period = etfDay(date);
            data.funds.total->samples.push_back({period.from, period.to, period.knownAt, number(flow)});
        }
        QCOMPARE(valueOf(makeBrief(data), u"etf.net_last"_s), -7e6); // a source's own total is its word
    }

    void aMonthlyFlowIsARecordAndAStreak()
    {
        BriefData data = emptyAt(on(1, 21));
        SampleRun& run = data.macro[u"japan_insurers_bonds"_s];
        run.unit = u"USD"_s;
        const std::vector<std::pair<int, double>> months{{7, 0.6e9}, {8, -0.4e9},  {9, -0.7e9},
                                                         {10, -1e9}, {11, -1.4e9}, {12, -5.2e9}};
        run.samples.push_back({std::chrono::sys_days{std::chrono::year{2004} / 1 / 1},
                               std::chrono::sys_days{std::chrono::year{2004} / 2 / 1},
                               {},
                               number(4e8)});
        for (const auto& [month, value] : months) {
            const auto begin = std::chrono::year{2025} / month / 1;
            run.samples.push_back({std::chrono::sys_days{begin},
                                   std::chrono::sys_days{begin + std::chrono::months{1}}, on(1, 20, 7h),
                                   number(value)});
        }
        const Brief brief = makeBrief(data);
        const QString id = u"macro.japan_insurers_bonds"_s;
        QCOMPARE(valueOf(brief, id + u".last"_s), -5.2e9);
        QCOMPARE(valueOf(brief, id + u".prior"_s), -1.4e9);
        QCOMPARE(valueOf(brief, id + u".streak"_s), -5.0);
        QCOMPARE(std::get<QString>(brief.find(id + u".record_since"_s)->value), u"2004-01-01"_s);
        QCOMPARE(textOf(brief, id + u".streak"_s),
                 u"Net bond purchases of Japanese insurers: negative for the fifth month running."_s);
        QCOMPARE(
            textOf(brief, id + u".record_since"_s),
            u"Net bond purchases of Japanese insurers: \u2212$5.20 B, the lowest since the records begin in "
            "January 2004."_s);
    }

    void whatDrivesTheMove_data()
    {
        QTest::addColumn<double>("longs");
        QTest::addColumn<double>("shorts");
        QTest::addColumn<double>("taker");
        QTest::addColumn<QString>("drive");
        QTest::newRow("both") << 1.5e9 << 0.3e9 << -319e6 << u"leverage and spot"_s;
        QTest::newRow("longs without selling") << 1.5e9 << 0.3e9 << -100e6 << u"leverage only"_s;
        QTest::newRow("longs while takers buy") << 1.5e9 << 0.3e9 << 900e6 << u"leverage only"_s;
        QTest::newRow("selling alone") << 0.4e9 << 0.3e9 << -300e6 << u"spot only"_s;
        QTest::newRow("neither") << 0.4e9 << 0.3e9 << -299e6 << u"neither"_s;
        QTest::newRow("shorts and buying") << 0.4e9 << 1.0e9 << 300e6 << u"leverage and spot"_s;
        QTest::newRow("shorts while takers sell") << 0.4e9 << 1.0e9 << -300e6 << u"leverage only"_s;
    }
    void whatDrivesTheMove()
    {
        QFETCH(double, longs);
        QFETCH(double, shorts);
        QFETCH(double, taker);
        QFETCH(QString, drive);
        BriefData data = emptyAt(on(1, 21, 6h));
        data.price = rising(data.at);
        data.price->days = {{on(1, 20), Price::whole(90'000), number(taker)}};
        data.liquidations = LiquidationFacts{{u"a venue"_s, {}}, {u"a"_s}, oneHour, {}, {}, true};
        data.liquidations->rows = {
            {on(1, 19, 5h), on(1, 19, 6h), number(9e9), number(9e9)}, // before the window
            {on(1, 19, 6h), on(1, 19, 7h), number(longs / 2), number(0)},
            {on(1, 21, 5h), on(1, 21, 6h), number(longs / 2), number(shorts)}};
        const Brief brief = makeBrief(data);
        QCOMPARE(valueOf(brief, u"liquidations.long_48h"_s), longs);
        QCOMPARE(valueOf(brief, u"liquidations.short_48h"_s), shorts);
        QCOMPARE(std::get<QString>(brief.find(u"drive"_s)->value), drive);
    }

    void aCohortUnderWaterIsAsUnusualAsItWasRare()
    {
        BriefData data = emptyAt(on(3, 2, 6h));
        data.price = rising(data.at);
        CohortFacts& facts = data.cohorts[u"sth"_s];
        // On 15 of 60 days the close lay under the cost basis of 95,000; the price of now is 90,072.
        for (int day = 0; day < 60; ++day) {
            const UtcTime from = on(1, 1) + day * 24h;
            facts.history.push_back({from, from + 24h, from + 24h, number(95'000)});
            data.price->days.push_back({from, Price::whole(day < 15 ? 94'000 : 96'000), {}});
        }
        facts.costBasis = facts.history.back();
        const Brief brief = makeBrief(data);
        const MarketReading& reading = *brief.find(u"cohort.sth.under_water"_s);
        QCOMPARE(reading.value, ReadingValue(true));
        QCOMPARE(reading.unusual, 45.0 / 60);
        QVERIFY(qAbs(valueOf(brief, u"cohort.sth.unrealized_pct"_s) - (90'072.0 / 95'000 - 1) * 100) < 1e-7);
        QVERIFY(reasonOf(brief, u"cohort.sth.supply_btc"_s).contains(u"no supply"_s));
    }

    void aValueOfLongAgoIsNoCostBasisOfToday()
    {
        BriefData data = emptyAt(on(3, 2));
        data.cohorts[u"sth"_s].costBasis = Sample{on(1, 29), on(1, 30), on(1, 30), number(95'000)};
        QVERIFY(reasonOf(makeBrief(data), u"cohort.sth.cost_basis"_s).contains(u"29 January 2026"_s));
    }

    void marketsConvergeWhenEachPairMovesMoreTogetherThanInItsYear_data()
    {
        QTest::addColumn<bool>("areTogetherLast");
        QTest::addColumn<bool>("convergence");
        QTest::newRow("together in the last thirty sessions, apart before") << true << true;
        QTest::newRow("apart in the last thirty sessions, together before") << false << false;
    }
    void marketsConvergeWhenEachPairMovesMoreTogetherThanInItsYear()
    {
        QFETCH(bool, areTogetherLast);
        constexpr int days = 300;
        std::mt19937 chance(5);
        std::normal_distribution<double> step(0, 0.01);
        BriefData data = emptyAt(on(1, 1) + days * 24h);
        data.price = rising(data.at);
        data.macro[u"sp500"_s] = SampleRun{{}, {}, {u"fred"_s, {}}};
        data.macro[u"dxy"_s] = SampleRun{{}, {}, {u"file"_s, {}}};
        double bitcoin = 90'000;
        double shares = 6'000;
        double dollar = 100;
        for (int day = 0; day < days; ++day) {
            const bool isLast = day >= days - 31;
            const double common = isLast == areTogetherLast ? 3 * step(chance) : 0;
            bitcoin *= std::exp(common + step(chance));
            shares *= std::exp(common + step(chance));
            dollar *= std::exp(common + step(chance));
            const UtcTime from = on(1, 1) + day * 24h;
            data.price->days.push_back({from, Price::fromDouble(bitcoin), {}});
            for (const auto& [id, value] : {std::pair{u"sp500"_s, shares}, std::pair{u"dxy"_s, dollar}})
                data.macro[id].samples.push_back({from, from + 24h, from + 24h, number(value)});
        }
        const Brief brief = makeBrief(data);
        QTEST(std::get<bool>(brief.find(u"correlation.convergence"_s)->value), "convergence");
        QCOMPARE(valueOf(brief, u"correlation.btc_spx_30d"_s) > 0.6, areTogetherLast);
        QVERIFY(brief.find(u"correlation.btc_dxy_30d"_s) && brief.find(u"correlation.spx_dxy_30d"_s));
        data.macro.erase(u"dxy"_s);
        QVERIFY(!makeBrief(data).find(u"correlation.convergence"_s)); // of two there is one pair alone
    }

    void theNextEventOfHighImportance()
    {
        BriefData data = emptyAt(on(1, 21, 6h));
        data.events = {
            {u"a"_s, on(1, 23), {}, u"A meeting"_s, {}, Importance::Medium, {}, {}, {}, {}, {}},
            {u"b"_s, on(2, 8), on(1, 19), u"An election"_s, {}, Importance::High, {}, {}, {}, {}, {}},
            {u"c"_s, on(1, 20), {}, u"An auction"_s, {}, Importance::High, {}, {}, {}, {}, {}}};
        const Brief brief = makeBrief(data);
        const auto fields = std::get<std::vector<ReadingField>>(brief.find(u"event.next"_s)->value);
        QCOMPARE(fields[0].value, ReadingValue(u"An election"_s));
        QCOMPARE(fields[1].value, ReadingValue(on(2, 8)));
        QCOMPARE(fields[2].value, ReadingValue(number(18)));
    }

    void aSpikeOfDepositsIsTwiceTheMedianOfThirtyDays()
    {
        BriefData data = emptyAt(on(1, 31));
        data.deposits = SampleRun{{}, u"USD"_s, {u"invented"_s, {}}};
        for (int day = 1; day <= 30; ++day) {
            const double usd = day == 15 ? 400e6 : day == 20 ? 399e6 : 200e6;
            data.deposits->samples.push_back({on(1, day), on(1, day + 1), on(1, day + 1), number(usd)});
        }
        const Brief brief = makeBrief(data);
        QCOMPARE(valueOf(brief, u"whales.deposits_1d"_s), 200e6);
        const auto fields =
            std::get<std::vector<ReadingField>>(brief.find(u"whales.previous_spike"_s)->value);
        QCOMPARE(fields[0].value, ReadingValue(on(1, 15)));
        QCOMPARE(fields[1].value, ReadingValue(number(400e6)));
    }

    void momentumIsLeftOutInAReconstruction()
    {
        BriefData data = emptyAt(on(1, 31));
        data.price = rising(data.at);
        for (int day = 10; day <= 30; ++day)
            data.price->days.push_back({on(1, day), Price::whole(90'000 + (day % 3) * 100), {}});
        QVERIFY(makeBrief(data).find(u"momentum.rsi_14d"_s));
        QCOMPARE(std::get<QString>(makeBrief(data).find(u"momentum.side"_s)->value).right(7), u"neutral"_s);
        data.price->days.erase(data.price->days.begin() + 10); // a hole: ten closes are left
        QVERIFY(!makeBrief(data).find(u"momentum.rsi_14d"_s));
        data.isReconstruction = true;
        QVERIFY(reasonOf(makeBrief(data), u"momentum.rsi_14d"_s).contains(u"published note"_s));
    }

    void jsonKeepsEveryDigitAndEveryKind()
    {
        Brief brief{on(1, 21), on(1, 21), u"binance:BTCUSDT"_s, {}, {{u"a.b"_s, u"no \"data\""_s}}};
        brief.add({u"x"_s,
                   *Amount::parse("2911289315.0406997"),
                   u"USD"_s,
                   u"T"_s,
                   on(1, 20),
                   {u"s"_s, u"d"_s},
                   on(1, 21),
                   0.25,
                   {}});
        brief.add(
            {u"y"_s,
             std::vector<ReadingField>{{u"at"_s, on(1, 2)}, {u"is"_s, true}, {u"none"_s, std::monostate{}}},
             {},
             {},
             on(1, 20),
             {},
             on(1, 21),
             0,
             u"someone"_s});
        const QByteArray json = briefToJson(brief);
        QVERIFY(json.contains("\"value\":2911289315.0406997,"));
        const auto document = QJsonDocument::fromJson(json).object();
        QCOMPARE(document["asOf"_L1].toString(), u"2026-01-21T00:00:00Z"_s);
        QCOMPARE(document["missing"_L1].toArray()[0].toObject()["reason"_L1].toString(), u"no \"data\""_s);
        const auto y = document["readings"_L1].toArray()[1].toObject();
        QCOMPARE(y["value"_L1].toObject()["at"_L1].toString(), u"2026-01-02T00:00:00Z"_s);
        QCOMPARE(y["value"_L1].toObject()["is"_L1].toBool(), true);
        QVERIFY(y["value"_L1].toObject()["none"_L1].isNull());
        QCOMPARE(y["citation"_L1].toString(), u"someone"_s);
    }

    void sentencesShareTheFootnoteOfTheirSource()
    {
        Brief brief{on(1, 21), on(1, 21), u"binance:BTCUSDT"_s, {}, {}};
        brief.add({u"a"_s, true, {}, u"One_two."_s, {}, {u"first"_s, {}}, {}, 0.9, {}});
        brief.add({u"b"_s, true, {}, u"Three."_s, {}, {u"second"_s, u"rule"_s}, {}, 0.95, {}});
        brief.add({u"c"_s, true, {}, u"Four."_s, {}, {u"first"_s, {}}, {}, 0.85, {}});
        brief.add({u"d"_s, true, {}, u"Usual."_s, {}, {u"third"_s, {}}, {}, 0.2, {}});
        const auto told = outstanding(brief);
        QCOMPARE(told.size(), 3U);
        QCOMPARE(briefText(brief, told, BriefForm::Plain),
                 u"binance:BTCUSDT, 21 January 2026, 00:00 UTC\n\nThree. [1]\nOne_two. [2]\nFour. [2]\n\n"
                 "[1] second · rule\n[2] first\n"_s);
        QVERIFY(briefText(brief, told, BriefForm::Markdown).contains(u"- One\\_two.[^2]\n"_s));
    }
};

QTEST_GUILESS_MAIN(TestReadingCatalog)
#include "tst_readingcatalog.moc"

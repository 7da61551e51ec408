// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/episodereader.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::utc;

class TestEpisodeFigures final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { testing::failOnAnyWarning(); }

    void publishedFigures_data();
    void publishedFigures();
    void theLowIsInTheEarlyHours();
    void theBandIsLostByTheRuleOfStates();
    void altcoinsFallWithBitcoin_data();
    void altcoinsFallWithBitcoin();

private:
    double opening();
    double lowestCloseOf16January();
    double highestCloseOfTheLoss();
    double sessionLow();
    double longsOf48Hours();
    double shareOfTheFastestHours();
    double leastTakerOfOtherDays();
    double mostWhalesOfOtherDays();
    double totalOfBothSessions();
    double takerOf20January() { return m_episode.takerOf(utc("2026-01-20")); }
    double takerOf16January() { return m_episode.takerOf(utc("2026-01-16")); }
    double whalesOf20January() { return m_episode.sampleOf(u"whales/cryptoquant"_s, utc("2026-01-20")); }
    double whalesOf15January() { return m_episode.sampleOf(u"whales/cryptoquant"_s, utc("2026-01-15")); }
    double fundsOn16January() { return m_episode.fundSum(utc("2026-01-16T14:30Z")); }
    double fundsOn20January() { return m_episode.fundSum(utc("2026-01-20T14:30Z")); }
    double bidToCover() { return m_episode.sampleOf(u"macro/jgb20_bid_to_cover"_s, utc("2026-01-20")); }
    double bidToCoverBefore() { return m_episode.sampleOf(u"macro/jgb20_bid_to_cover"_s, utc("2025-12-11")); }
    double insurersInDecember()
    {
        return m_episode.sampleOf(u"macro/japan_insurers_bonds"_s, utc("2025-12-01"));
    }
    double putCall() { return m_episode.sampleOf(u"options/put_call"_s, utc("2026-01-20")); }
    double basis(const QString& band);
    double basisOfDays() { return basis(u"1d-1w"_s); }
    double basisOfWeeks() { return basis(u"1w-1m"_s); }
    double basisOfMonths() { return basis(u"1m-3m"_s); }
    double basisOfShortTerm() { return basis(u"sth"_s); }

    testing::EpisodeReader m_episode{u"january-2026"_s};
};

using Measure = double (TestEpisodeFigures::*)();
Q_DECLARE_METATYPE(Measure)

void TestEpisodeFigures::initTestCase()
{
    QVERIFY(m_episode.isOpen());
    QCOMPARE(m_episode.minutes().size(), std::size_t{43 * 1440});
}

double TestEpisodeFigures::opening()
{
    return m_episode.minute(utc("2026-01-01")).open.toDouble();
}

double TestEpisodeFigures::lowestCloseOf16January()
{
    double lowest = 1e9;
    for (UtcTime time = utc("2026-01-16T01:00Z"); time <= utc("2026-01-17"); time += 1h)
        lowest = std::min(lowest, m_episode.closeAt(time));
    return lowest;
}

double TestEpisodeFigures::highestCloseOfTheLoss()
{
    double highest = 0;
    for (UtcTime time = utc("2026-01-20T18:00Z"); time <= utc("2026-01-21T06:00Z"); time += 1h)
        highest = std::max(highest, m_episode.closeAt(time));
    return highest;
}

double TestEpisodeFigures::sessionLow()
{
    double low = 1e9;
    for (UtcTime time = utc("2026-01-20T06:00Z"); time < utc("2026-01-21T06:00Z"); time += 1min)
        low = std::min(low, m_episode.minute(time).low.toDouble());
    return low;
}

double TestEpisodeFigures::longsOf48Hours()
{
    double sum = 0;
    for (const Sample& sample : m_episode.samples(u"liquidations/coinglass"_s, u"long_usd"_s)) {
        if (sample.from >= utc("2026-01-19T06:00Z") && sample.to <= utc("2026-01-21T06:00Z"))
            sum += sample.value.toDouble();
    }
    return sum;
}

double TestEpisodeFigures::shareOfTheFastestHours()
{
    std::map<UtcTime, double> longs;
    for (const Sample& sample : m_episode.samples(u"liquidations/coinglass"_s, u"long_usd"_s))
        longs[std::chrono::floor<std::chrono::hours>(sample.from)] += sample.value.toDouble();
    std::vector<std::pair<double, double>> hours; // change of price, longs closed
    for (UtcTime time = utc("2026-01-19T06:00Z"); time < utc("2026-01-21T06:00Z"); time += 1h)
        hours.emplace_back(m_episode.closeAt(time + 1h) - m_episode.closeAt(time), longs[time]);
    std::sort(hours.begin(), hours.end());
    double fastest = 0;
    for (std::size_t i = 0; i < 12; ++i)
        fastest += hours[i].second;
    return fastest / longsOf48Hours();
}

double TestEpisodeFigures::leastTakerOfOtherDays()
{
    double least = 0;
    for (UtcTime day = utc("2026-01-01"); day < utc("2026-01-27"); day += 24h) {
        if (day != utc("2026-01-16") && day != utc("2026-01-20"))
            least = std::min(least, m_episode.takerOf(day));
    }
    return least;
}

double TestEpisodeFigures::mostWhalesOfOtherDays()
{
    double most = 0;
    for (const Sample& sample : m_episode.samples(u"whales/cryptoquant"_s)) {
        if (sample.from >= utc("2026-01-01") && sample.from != utc("2026-01-15") &&
            sample.from != utc("2026-01-20"))
            most = std::max(most, sample.value.toDouble());
    }
    return most;
}

double TestEpisodeFigures::totalOfBothSessions()
{
    return m_episode.sampleOf(u"etf/btc/total"_s, utc("2026-01-16T14:30Z")) +
           m_episode.sampleOf(u"etf/btc/total"_s, utc("2026-01-20T14:30Z"));
}

double TestEpisodeFigures::basis(const QString& band)
{
    const auto found = m_episode.samples(u"cohort/"_s + band, u"cost_basis"_s, utc("2026-01-21T06:00Z"));
    return found.size() == 1 ? found.front().value.toDouble() : qQNaN();
}

void TestEpisodeFigures::publishedFigures_data()
{
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    const auto row = [](const char* title, Measure measure, double least, double most) {
        QTest::newRow(title) << measure << least << most;
    };
    row("the year opens at 87,648.21", &TestEpisodeFigures::opening, 87648.21, 87648.21);
    row("every hour of 16 January closes at 95,000 or more", &TestEpisodeFigures::lowestCloseOf16January,
        95000, 1e6);
    row("hours close below 89,800 from 18:00 to 06:00", &TestEpisodeFigures::highestCloseOfTheLoss, 0,
        89799.99);
    row("the low of the session is 87,282", &TestEpisodeFigures::sessionLow, 87282, 87282);
    row("longs lose 1.50 to 1.60 B in 48 hours", &TestEpisodeFigures::longsOf48Hours, 1.50e9, 1.60e9);
    row("most of it in the quarter of hours that fell fastest", &TestEpisodeFigures::shareOfTheFastestHours,
        0.5, 1);
    row("takers sell 319.0 M net on 20 January", &TestEpisodeFigures::takerOf20January, -319.05e6, -318.95e6);
    row("takers sell 300 to 330 M net on 16 January", &TestEpisodeFigures::takerOf16January, -330e6, -300e6);
    row("no other day of January is at or under -300 M", &TestEpisodeFigures::leastTakerOfOtherDays,
        -299.99e6, 0);
    row("deposits of 400 to 430 M on 20 January", &TestEpisodeFigures::whalesOf20January, 400e6, 430e6);
    row("deposits of 500 to 530 M on 15 January", &TestEpisodeFigures::whalesOf15January, 500e6, 530e6);
    row("every other day of January below 350 M", &TestEpisodeFigures::mostWhalesOfOtherDays, 0, 349.99e6);
    row("12 funds lose 394.7 M on 16 January", &TestEpisodeFigures::fundsOn16January, -394.7e6, -394.7e6);
    row("12 funds lose 479.7 M on 20 January", &TestEpisodeFigures::fundsOn20January, -479.7e6, -479.7e6);
    row("the totals of both sessions are -874.4 M", &TestEpisodeFigures::totalOfBothSessions, -874.4e6,
        -874.4e6);
    row("bid-to-cover is 3.19", &TestEpisodeFigures::bidToCover, 3.19, 3.19);
    row("bid-to-cover was 4.10 before", &TestEpisodeFigures::bidToCoverBefore, 4.10, 4.10);
    row("insurers sold 5.2 B in December", &TestEpisodeFigures::insurersInDecember, -5.2e9, -5.2e9);
    row("puts are ahead of calls", &TestEpisodeFigures::putCall, 1.01, 2);
    row("1d-1w paid 89,800", &TestEpisodeFigures::basisOfDays, 89800, 89800);
    row("1w-1m paid 90,000", &TestEpisodeFigures::basisOfWeeks, 90000, 90000);
    row("1m-3m paid 92,500", &TestEpisodeFigures::basisOfMonths, 92500, 92500);
    row("short-term holders paid 99,300", &TestEpisodeFigures::basisOfShortTerm, 99300, 99300);
}

void TestEpisodeFigures::publishedFigures()
{
    QFETCH(Measure, measure);
    QFETCH(double, least);
    QFETCH(double, most);
    const double value = (this->*measure)();
    QVERIFY2(value >= least && value <= most, qPrintable(QString::number(value, 'f', 4)));
}

void TestEpisodeFigures::theLowIsInTheEarlyHours()
{
    int found = 0;
    for (UtcTime time = utc("2026-01-21T00:00Z"); time < utc("2026-01-21T05:00Z"); time += 1min)
        found += m_episode.minute(time).low == Price::whole(87282) ? 1 : 0;
    QCOMPARE(found, 1);
}

/// A support with four closes: written out again from the rule, hour by hour.
void TestEpisodeFigures::theBandIsLostByTheRuleOfStates()
{
    const auto levels = m_episode.store().levels();
    QVERIFY(levels.hasValue());
    const Level& band = levels.value().at(0);
    QCOMPARE(band.id, u"defense-band"_s);
    bool isHeld = true;
    int run = 0;
    UtcTime runBegin;
    std::map<UtcTime, std::pair<QString, UtcTime>> states;
    for (UtcTime time = *band.validFrom; time <= utc("2026-01-21T06:00Z"); time += 1h) {
        const double close = m_episode.closeAt(time);
        const bool isBelow = close < 89800;
        const bool isAbove = close >= 90000;
        const bool isFar = isHeld ? isBelow : isAbove;
        if (isFar && run++ == 0)
            runBegin = time;
        if (!isFar)
            run = 0;
        if (run == 4)
            isHeld = !isHeld;
        const QString state = isBelow   ? (isHeld ? u"breached"_s : u"lost"_s)
                              : isAbove ? (isHeld ? u"holding"_s : u"reclaimed"_s)
                                        : u"testing"_s;
        states[time] = {state, runBegin};
    }
    QCOMPARE(states.at(utc("2026-01-20T12:00Z")).first, u"holding"_s);
    QVERIFY(states.at(utc("2026-01-20T17:00Z")).first != u"breached"_s);
    QCOMPARE(states.at(utc("2026-01-20T18:00Z")).first, u"breached"_s);
    QCOMPARE(states.at(utc("2026-01-20T20:00Z")).first, u"breached"_s);
    for (UtcTime time = utc("2026-01-20T21:00Z"); time <= utc("2026-01-21T06:00Z"); time += 1h)
        QCOMPARE(states.at(time).first, u"lost"_s);
    QCOMPARE(states.at(utc("2026-01-20T21:00Z")).second, utc("2026-01-20T18:00Z"));
}

void TestEpisodeFigures::altcoinsFallWithBitcoin_data()
{
    QTest::addColumn<QString>("instrument");
    for (const char* symbol : {"ETH", "XRP", "ADA", "SOL"})
        QTest::newRow(symbol) << u"price/binance:%1USDT"_s.arg(QLatin1StringView(symbol));
}

void TestEpisodeFigures::altcoinsFallWithBitcoin()
{
    QFETCH(QString, instrument);
    double before = 0;
    double after = 0;
    for (const Candle& candle : m_episode.candles(instrument, fifteenMinutes)) {
        if (candle.openTime + 15min == utc("2026-01-18T00:00Z"))
            before = candle.close.toDouble();
        if (candle.openTime + 15min == utc("2026-01-21T06:00Z"))
            after = candle.close.toDouble();
    }
    QVERIFY(before > 0);
    const double loss = 100 * (1 - after / before);
    QVERIFY2(loss >= 5 && loss <= 12, qPrintable(QString::number(loss)));
}

QTEST_GUILESS_MAIN(TestEpisodeFigures)
#include "tst_episodefigures.moc"

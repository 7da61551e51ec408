// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodearchive.h"
#include "models/history/episodes.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

#include <algorithm>
#include <map>

#include "resources/episodes/generator/january2026.h"

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString name = u"january-2026"_s;
const QStringList funds{u"IBIT"_s, u"FBTC"_s, u"BITB"_s, u"ARKB"_s, u"BTCO"_s, u"EZBC"_s,
                        u"BRRR"_s, u"HODL"_s, u"BTCW"_s, u"GBTC"_s, u"BTC"_s,  u"DEFI"_s};

UtcTime at(const char* iso)
{
    const auto time = parseIso(iso);
    return time.hasValue() ? time.value() : UtcTime{};
}

const TimeRange everything{earliestTime, latestTime};

} // namespace

class TestEpisode final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { testing::failOnAnyWarning(); }

    void theFileIsTheOutputOfTheGenerator();
    void anUnknownNameIsAnsweredWithTheNamesThereAre();
    void everySeriesSaysWhatItIs();
    void minutesAreWholeAndSound();
    void publishedFigures_data();
    void publishedFigures();
    void everyFigureIsCited();
    void theLowIsInTheEarlyHours();
    void theBandIsLostByTheRuleOfStates();
    void altcoinsFallWithBitcoin_data();
    void altcoinsFallWithBitcoin();
    void fundsFlowOnSessionsOnly();
    void insurersSoldForFiveMonths();
    void theAuctionIsKnownFromItsHour();
    void theSessionOf20JanuaryIsKnownAfterMidnightInNewYork();
    void theElectionIsTheNextEventOfWeight();
    void levelsAreThoseOfTheAnalysis();

private:
    QString key(const QString& series, const QString& column) const { return series + u' ' + column; }
    qint64 idOf(const QString& series, const QString& column = u"value"_s);
    std::vector<Sample> samples(const QString& series, const QString& column = u"value"_s,
                                std::optional<UtcTime> asOf = {});
    std::vector<Candle> candles(const QString& series, Interval interval);
    const Candle& minute(UtcTime open) const
    {
        return m_minutes.at(static_cast<std::size_t>((open - m_begin) / 1min));
    }
    double closeAt(UtcTime time) const { return minute(time - 1min).close.toDouble(); }
    double sampleOf(const QString& series, UtcTime day);
    double takerOf(UtcTime day) const;
    double fundSum(UtcTime session);

    double opening();
    double lowestCloseOf16January();
    double highestCloseOfTheLoss();
    double sessionLow();
    double longsOf48Hours();
    double shareOfTheFastestHours();
    double takerOf20January() { return takerOf(at("2026-01-20")); }
    double takerOf16January() { return takerOf(at("2026-01-16")); }
    double leastTakerOfOtherDays();
    double whalesOf20January() { return sampleOf(u"whales/cryptoquant"_s, at("2026-01-20")); }
    double whalesOf15January() { return sampleOf(u"whales/cryptoquant"_s, at("2026-01-15")); }
    double mostWhalesOfOtherDays();
    double fundsOn16January() { return fundSum(at("2026-01-16T14:30Z")); }
    double fundsOn20January() { return fundSum(at("2026-01-20T14:30Z")); }
    double totalOfBothSessions();
    double bidToCover() { return sampleOf(u"macro/jgb20_bid_to_cover"_s, at("2026-01-20")); }
    double bidToCoverBefore() { return sampleOf(u"macro/jgb20_bid_to_cover"_s, at("2025-12-11")); }
    double insurersInDecember() { return sampleOf(u"macro/japan_insurers_bonds"_s, at("2025-12-01")); }
    double putCall() { return sampleOf(u"options/put_call"_s, at("2026-01-20")); }
    double basis(const QString& band);
    double basisOfDays() { return basis(u"1d-1w"_s); }
    double basisOfWeeks() { return basis(u"1w-1m"_s); }
    double basisOfMonths() { return basis(u"1m-3m"_s); }
    double basisOfShortTerm() { return basis(u"sth"_s); }

    testing::FakeClock m_clock{at("2026-02-01")};
    std::unique_ptr<Store> m_store;
    std::vector<Candle> m_minutes;
    UtcTime m_begin = at("2025-12-15");
};

using Measure = double (TestEpisode::*)();
Q_DECLARE_METATYPE(Measure)

void TestEpisode::initTestCase()
{
    auto store = openEpisode(name, m_clock);
    QVERIFY2(store.hasValue(), store.hasError() ? qPrintable(store.error().message) : "");
    m_store = std::move(store).value();
    m_minutes = candles(u"price/binance:BTCUSDT"_s, oneMinute);
    QCOMPARE(m_minutes.size(), std::size_t{43 * 1440});
}

qint64 TestEpisode::idOf(const QString& series, const QString& column)
{
    const auto found = m_store->find(series);
    if (found.hasError())
        return 0;
    for (const StoredSeries& stored : found.value()) {
        if (stored.key.column == column)
            return stored.id;
    }
    return 0;
}

std::vector<Sample> TestEpisode::samples(const QString& series, const QString& column,
                                         std::optional<UtcTime> asOf)
{
    const auto found = m_store->samples(idOf(series, column), everything, asOf);
    return found.hasValue() ? found.value() : std::vector<Sample>{};
}

std::vector<Candle> TestEpisode::candles(const QString& series, Interval interval)
{
    const auto found = m_store->candles(idOf(series), interval, everything);
    return found.hasValue() ? found.value() : std::vector<Candle>{};
}

double TestEpisode::sampleOf(const QString& series, UtcTime day)
{
    for (const Sample& sample : samples(series)) {
        if (sample.from == day)
            return sample.value.toDouble();
    }
    return qQNaN();
}

double TestEpisode::takerOf(UtcTime day) const
{
    double net = 0;
    for (UtcTime time = day; time < day + 24h; time += 1min) {
        const Candle& candle = minute(time);
        net += 2 * candle.takerBuyQuote->toDouble() - candle.quoteVolume->toDouble();
    }
    return net;
}

double TestEpisode::fundSum(UtcTime session)
{
    double sum = 0;
    for (const QString& fund : funds)
        sum += sampleOf(u"etf/btc/"_s + fund, session);
    return sum;
}

double TestEpisode::opening()
{
    return minute(at("2026-01-01")).open.toDouble();
}

double TestEpisode::lowestCloseOf16January()
{
    double lowest = 1e9;
    for (UtcTime time = at("2026-01-16T01:00Z"); time <= at("2026-01-17"); time += 1h)
        lowest = std::min(lowest, closeAt(time));
    return lowest;
}

double TestEpisode::highestCloseOfTheLoss()
{
    double highest = 0;
    for (UtcTime time = at("2026-01-20T18:00Z"); time <= at("2026-01-21T06:00Z"); time += 1h)
        highest = std::max(highest, closeAt(time));
    return highest;
}

double TestEpisode::sessionLow()
{
    double low = 1e9;
    for (UtcTime time = at("2026-01-20T06:00Z"); time < at("2026-01-21T06:00Z"); time += 1min)
        low = std::min(low, minute(time).low.toDouble());
    return low;
}

double TestEpisode::longsOf48Hours()
{
    double sum = 0;
    for (const Sample& sample : samples(u"liquidations/coinglass"_s, u"long_usd"_s)) {
        if (sample.from >= at("2026-01-19T06:00Z") && sample.to <= at("2026-01-21T06:00Z"))
            sum += sample.value.toDouble();
    }
    return sum;
}

double TestEpisode::shareOfTheFastestHours()
{
    std::map<UtcTime, double> longs;
    for (const Sample& sample : samples(u"liquidations/coinglass"_s, u"long_usd"_s))
        longs[std::chrono::floor<std::chrono::hours>(sample.from)] += sample.value.toDouble();
    std::vector<std::pair<double, double>> hours; // change of price, longs closed
    for (UtcTime time = at("2026-01-19T06:00Z"); time < at("2026-01-21T06:00Z"); time += 1h)
        hours.emplace_back(closeAt(time + 1h) - closeAt(time), longs[time]);
    std::sort(hours.begin(), hours.end());
    double fastest = 0;
    for (std::size_t i = 0; i < 12; ++i)
        fastest += hours[i].second;
    return fastest / longsOf48Hours();
}

double TestEpisode::leastTakerOfOtherDays()
{
    double least = 0;
    for (UtcTime day = at("2026-01-01"); day < at("2026-01-27"); day += 24h) {
        if (day != at("2026-01-16") && day != at("2026-01-20"))
            least = std::min(least, takerOf(day));
    }
    return least;
}

double TestEpisode::mostWhalesOfOtherDays()
{
    double most = 0;
    for (const Sample& sample : samples(u"whales/cryptoquant"_s)) {
        if (sample.from >= at("2026-01-01") && sample.from != at("2026-01-15") &&
            sample.from != at("2026-01-20"))
            most = std::max(most, sample.value.toDouble());
    }
    return most;
}

double TestEpisode::totalOfBothSessions()
{
    return sampleOf(u"etf/btc/total"_s, at("2026-01-16T14:30Z")) +
           sampleOf(u"etf/btc/total"_s, at("2026-01-20T14:30Z"));
}

double TestEpisode::basis(const QString& band)
{
    const auto found = samples(u"cohort/"_s + band, u"cost_basis"_s, at("2026-01-21T06:00Z"));
    return found.size() == 1 ? found.front().value.toDouble() : qQNaN();
}

void TestEpisode::theFileIsTheOutputOfTheGenerator()
{
    QFile file(u":/holdline/episodes/january-2026.tar.zst"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto files = unpackFiles(file.readAll());
    QVERIFY(files.hasValue());
    const std::vector<Member> members = makeJanuary2026();
    QCOMPARE(files.value().size(), members.size());
    for (const Member& member : members) {
        QVERIFY2(files.value().contains(member.name), qPrintable(member.name));
        QVERIFY2(files.value().at(member.name) == member.bytes, qPrintable(member.name));
    }
}

void TestEpisode::anUnknownNameIsAnsweredWithTheNamesThereAre()
{
    const auto store = openEpisode(u"january-1926"_s, m_clock);
    QVERIFY(store.hasError());
    QCOMPARE(store.error().kind, Error::Kind::Unavailable);
    QCOMPARE(store.error().message, u"There is no episode \"january-1926\"; there is: january-2026."_s);
}

void TestEpisode::everySeriesSaysWhatItIs()
{
    const auto list = m_store->list();
    QVERIFY(list.hasValue());
    QCOMPARE(list.value().size(), std::size_t{5 + 2 + 1 + 1 + 13 + 2 + 4 + 1});
    for (const StoredSeries& series : list.value()) {
        const bool isPublished = series.key.source.contains(u"CryptoSlate, 2026-01-21"_s);
        const bool isReconstruction = series.key.source.startsWith(u"reconstruction"_s);
        QVERIFY2(isPublished != isReconstruction, qPrintable(series.key.name));
        QVERIFY2(!series.key.definition.isEmpty(), qPrintable(series.key.name));
    }
}

void TestEpisode::minutesAreWholeAndSound()
{
    for (std::size_t i = 0; i < m_minutes.size(); ++i) {
        const Candle& candle = m_minutes[i];
        QCOMPARE(candle.openTime, m_begin + i * 1min);
        QVERIFY(candle.low <= std::min(candle.open, candle.close));
        QVERIFY(candle.high >= std::max(candle.open, candle.close));
        QVERIFY(candle.volume && candle.quoteVolume && candle.takerBuyQuote && candle.trades.value_or(0) > 0);
        QVERIFY(*candle.takerBuyQuote >= Amount{} && *candle.takerBuyQuote <= *candle.quoteVolume);
        const double average = candle.quoteVolume->toDouble() / candle.volume->toDouble();
        QVERIFY2(average > candle.low.toDouble() - 0.05 && average < candle.high.toDouble() + 0.05,
                 qPrintable(toIso(candle.openTime)));
    }
}

void TestEpisode::publishedFigures_data()
{
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    const auto row = [](const char* title, Measure measure, double least, double most) {
        QTest::newRow(title) << measure << least << most;
    };
    row("the year opens at 87,648.21", &TestEpisode::opening, 87648.21, 87648.21);
    row("every hour of 16 January closes at 95,000 or more", &TestEpisode::lowestCloseOf16January, 95000,
        1e6);
    row("hours close below 89,800 from 18:00 to 06:00", &TestEpisode::highestCloseOfTheLoss, 0, 89799.99);
    row("the low of the session is 87,282", &TestEpisode::sessionLow, 87282, 87282);
    row("longs lose 1.50 to 1.60 B in 48 hours", &TestEpisode::longsOf48Hours, 1.50e9, 1.60e9);
    row("most of it in the quarter of hours that fell fastest", &TestEpisode::shareOfTheFastestHours, 0.5, 1);
    row("takers sell 319.0 M net on 20 January", &TestEpisode::takerOf20January, -319.05e6, -318.95e6);
    row("takers sell 300 to 330 M net on 16 January", &TestEpisode::takerOf16January, -330e6, -300e6);
    row("no other day of January is at or under -300 M", &TestEpisode::leastTakerOfOtherDays, -299.99e6, 0);
    row("deposits of 400 to 430 M on 20 January", &TestEpisode::whalesOf20January, 400e6, 430e6);
    row("deposits of 500 to 530 M on 15 January", &TestEpisode::whalesOf15January, 500e6, 530e6);
    row("every other day of January below 350 M", &TestEpisode::mostWhalesOfOtherDays, 0, 349.99e6);
    row("12 funds lose 394.7 M on 16 January", &TestEpisode::fundsOn16January, -394.7e6, -394.7e6);
    row("12 funds lose 479.7 M on 20 January", &TestEpisode::fundsOn20January, -479.7e6, -479.7e6);
    row("the totals of both sessions are -874.4 M", &TestEpisode::totalOfBothSessions, -874.4e6, -874.4e6);
    row("bid-to-cover is 3.19", &TestEpisode::bidToCover, 3.19, 3.19);
    row("bid-to-cover was 4.10 before", &TestEpisode::bidToCoverBefore, 4.10, 4.10);
    row("insurers sold 5.2 B in December", &TestEpisode::insurersInDecember, -5.2e9, -5.2e9);
    row("puts are ahead of calls", &TestEpisode::putCall, 1.01, 2);
    row("1d-1w paid 89,800", &TestEpisode::basisOfDays, 89800, 89800);
    row("1w-1m paid 90,000", &TestEpisode::basisOfWeeks, 90000, 90000);
    row("1m-3m paid 92,500", &TestEpisode::basisOfMonths, 92500, 92500);
    row("short-term holders paid 99,300", &TestEpisode::basisOfShortTerm, 99300, 99300);
}

void TestEpisode::publishedFigures()
{
    QFETCH(Measure, measure);
    QFETCH(double, least);
    QFETCH(double, most);
    const double value = (this->*measure)();
    QVERIFY2(value >= least && value <= most, qPrintable(QString::number(value, 'f', 4)));
}

void TestEpisode::everyFigureIsCited()
{
    const auto citations = episodeCitations(name);
    QVERIFY(citations.hasValue());
    QStringList ids;
    for (const Citation& citation : citations.value()) {
        ids.append(citation.id);
        QVERIFY2(citation.source.endsWith(u"reported by CryptoSlate, 2026-01-21"_s), qPrintable(citation.id));
        QVERIFY2(!citation.value.isEmpty() && citation.text.endsWith(u'.'), qPrintable(citation.id));
    }
    ids.sort();
    QCOMPARE(ids, (QStringList{u"above-95000"_s,        u"altcoins"_s,          u"defense-band"_s,
                               u"etf-two-sessions"_s,   u"falling-together"_s,  u"insurers-december"_s,
                               u"jgb20-bid-to-cover"_s, u"longs-48h"_s,         u"loss-of-90000"_s,
                               u"momentum-slip"_s,      u"opening-2026"_s,      u"puts-ahead"_s,
                               u"resistance-1m-3m"_s,   u"resistance-sth"_s,    u"session-low"_s,
                               u"snap-election"_s,      u"taker-2026-01-16"_s,  u"taker-2026-01-20"_s,
                               u"tariffs-europe"_s,     u"whales-2026-01-15"_s, u"whales-2026-01-20"_s}));
}

void TestEpisode::theLowIsInTheEarlyHours()
{
    int found = 0;
    for (UtcTime time = at("2026-01-21T00:00Z"); time < at("2026-01-21T05:00Z"); time += 1min)
        found += minute(time).low == Price::whole(87282) ? 1 : 0;
    QCOMPARE(found, 1);
}

/// A support with four closes: written out again from the rule, hour by hour.
void TestEpisode::theBandIsLostByTheRuleOfStates()
{
    const auto levels = m_store->levels();
    QVERIFY(levels.hasValue());
    const Level& band = levels.value().at(0);
    QCOMPARE(band.id, u"defense-band"_s);
    bool isHeld = true;
    int run = 0;
    UtcTime runBegin;
    std::map<UtcTime, std::pair<QString, UtcTime>> states;
    for (UtcTime time = *band.validFrom; time <= at("2026-01-21T06:00Z"); time += 1h) {
        const double close = closeAt(time);
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
    QCOMPARE(states.at(at("2026-01-20T12:00Z")).first, u"holding"_s);
    QVERIFY(states.at(at("2026-01-20T17:00Z")).first != u"breached"_s);
    QCOMPARE(states.at(at("2026-01-20T18:00Z")).first, u"breached"_s);
    QCOMPARE(states.at(at("2026-01-20T20:00Z")).first, u"breached"_s);
    for (UtcTime time = at("2026-01-20T21:00Z"); time <= at("2026-01-21T06:00Z"); time += 1h)
        QCOMPARE(states.at(time).first, u"lost"_s);
    QCOMPARE(states.at(at("2026-01-20T21:00Z")).second, at("2026-01-20T18:00Z"));
}

void TestEpisode::altcoinsFallWithBitcoin_data()
{
    QTest::addColumn<QString>("instrument");
    for (const char* symbol : {"ETH", "XRP", "ADA", "SOL"})
        QTest::newRow(symbol) << u"price/binance:%1USDT"_s.arg(QLatin1StringView(symbol));
}

void TestEpisode::altcoinsFallWithBitcoin()
{
    QFETCH(QString, instrument);
    double before = 0;
    double after = 0;
    for (const Candle& candle : candles(instrument, fifteenMinutes)) {
        if (candle.openTime + 15min == at("2026-01-18T00:00Z"))
            before = candle.close.toDouble();
        if (candle.openTime + 15min == at("2026-01-21T06:00Z"))
            after = candle.close.toDouble();
    }
    QVERIFY(before > 0);
    const double loss = 100 * (1 - after / before);
    QVERIFY2(loss >= 5 && loss <= 12, qPrintable(QString::number(loss)));
}

void TestEpisode::fundsFlowOnSessionsOnly()
{
    std::map<QString, double> days;
    for (const Sample& sample : samples(u"etf/btc/total"_s)) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(toMsecs(sample.from), Qt::UTC).date();
        QVERIFY2(day.dayOfWeek() <= 5, qPrintable(day.toString(Qt::ISODate)));
        days[day.toString(Qt::ISODate)] = sample.value.toDouble();
        QCOMPARE(fundSum(sample.from), sample.value.toDouble());
    }
    QCOMPARE(days.size(), std::size_t{28}); // 31 weekdays less three holidays
    for (const QString& holiday : {u"2025-12-25"_s, u"2026-01-01"_s, u"2026-01-19"_s})
        QVERIFY2(!days.contains(holiday), qPrintable(holiday));
}

void TestEpisode::insurersSoldForFiveMonths()
{
    const auto months = samples(u"macro/japan_insurers_bonds"_s);
    QVERIFY(months.size() > 6);
    int streak = 0;
    double sum = 0;
    for (auto month = months.rbegin(); month != months.rend() && month->value < Amount{}; ++month) {
        ++streak;
        sum += month->value.toDouble();
    }
    QCOMPARE(streak, 5);
    QCOMPARE(sum, -8.7e9);
    QCOMPARE(months.front().from, at("2004-01-01"));
    for (std::size_t i = 0; i + 1 < months.size(); ++i)
        QVERIFY(months[i].value > months.back().value);
    QVERIFY(months.back().knownAt <= at("2026-01-21T06:00Z"));
}

void TestEpisode::theAuctionIsKnownFromItsHour()
{
    const UtcTime hour = at("2026-01-20T12:35+09:00");
    QCOMPARE(samples(u"macro/jgb20_bid_to_cover"_s, u"value"_s, hour - 1ms).size(), std::size_t{1});
    QCOMPARE(samples(u"macro/jgb20_bid_to_cover"_s, u"value"_s, hour).size(), std::size_t{2});
    const auto auction = [this](UtcTime asOf) {
        const auto events = m_store->events(idOf(u"events/january-2026"_s), everything, asOf);
        for (const Event& event : events.hasValue() ? events.value() : std::vector<Event>{}) {
            if (event.id == u"jgb20-2026-01-20"_s)
                return std::optional(event);
        }
        return std::optional<Event>();
    };
    QVERIFY(auction(hour - 1ms) && !auction(hour - 1ms)->actual);
    QVERIFY(auction(hour) && auction(hour)->actual == Amount::parse("3.19"));
    QVERIFY(auction(hour)->prior == Amount::parse("4.1"));
}

void TestEpisode::theSessionOf20JanuaryIsKnownAfterMidnightInNewYork()
{
    const UtcTime midnight = at("2026-01-21T00:00-05:00");
    QCOMPARE(samples(u"etf/btc/total"_s, u"value"_s, midnight - 1ms).back().from, at("2026-01-16T14:30Z"));
    QCOMPARE(samples(u"etf/btc/total"_s, u"value"_s, midnight).back().from, at("2026-01-20T14:30Z"));
}

void TestEpisode::theElectionIsTheNextEventOfWeight()
{
    const UtcTime now = at("2026-01-21T06:00Z");
    const auto events = m_store->events(idOf(u"events/january-2026"_s), everything, now);
    QVERIFY(events.hasValue());
    std::vector<Event> coming;
    std::copy_if(
        events.value().begin(), events.value().end(), std::back_inserter(coming),
        [now](const Event& event) { return event.time > now && event.importance == Importance::High; });
    QCOMPARE(coming.size(), std::size_t{1});
    QCOMPARE(toIso(coming.front().time).left(10), u"2026-02-08"_s);
    for (const Event& event : events.value())
        QVERIFY2(!event.note.isEmpty(), qPrintable(event.id));
}

void TestEpisode::levelsAreThoseOfTheAnalysis()
{
    const auto levels = m_store->levels();
    QVERIFY(levels.hasValue());
    QCOMPARE(levels.value().size(), std::size_t{3});
    const auto check = [&](std::size_t i, const QString& id, qint64 low, qint64 high, LevelRole role) {
        const Level& level = levels.value()[i];
        return level.id == id && level.low == Price::whole(low) && level.high == Price::whole(high) &&
               level.role == role && level.instrument == u"binance:BTCUSDT"_s &&
               level.origin == LevelOrigin::Fixed &&
               level.note == u"reported by CryptoSlate, 2026-01-21; CryptoQuant, Axel Adler Jr."_s;
    };
    QVERIFY(check(0, u"defense-band"_s, 89800, 90000, LevelRole::Support));
    QVERIFY(check(1, u"resistance-1m-3m"_s, 92500, 92500, LevelRole::Resistance));
    QVERIFY(check(2, u"resistance-sth"_s, 99300, 99300, LevelRole::Resistance));
}

QTEST_GUILESS_MAIN(TestEpisode)
#include "tst_episode.moc"

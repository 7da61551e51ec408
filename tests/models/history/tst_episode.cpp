// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodearchive.h"
#include "models/history/episodes.h"
#include "tests/support/episodereader.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <algorithm>
#include <map>

#include "resources/episodes/generator/january2026.h"

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::utc;

namespace {

const QString name = u"january-2026"_s;

} // namespace

class TestEpisode final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_episode.isOpen()); }
    void init() { testing::failOnAnyWarning(); }

    void theFileIsTheOutputOfTheGenerator();
    void anUnknownNameIsAnsweredWithTheNamesThereAre();
    void everySeriesSaysWhatItIs();
    void minutesAreWholeAndSound();
    void everyFigureIsCited();
    void fundsFlowOnSessionsOnly();
    void insurersSoldForFiveMonths();
    void theAuctionIsKnownFromItsHour();
    void theSessionOf20JanuaryIsKnownAfterMidnightInNewYork();
    void theElectionIsTheNextEventOfWeight();
    void levelsAreThoseOfTheAnalysis();

private:
    testing::EpisodeReader m_episode{name};
};

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
    const auto store = openEpisode(u"january-1926"_s, SystemClock());
    QVERIFY(store.hasError());
    QCOMPARE(store.error().kind, Error::Kind::Unavailable);
    QCOMPARE(store.error().message, u"There is no episode \"january-1926\"; there is: january-2026."_s);
}

void TestEpisode::everySeriesSaysWhatItIs()
{
    const auto list = m_episode.store().list();
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
    for (std::size_t i = 0; i < m_episode.minutes().size(); ++i) {
        const Candle& candle = m_episode.minutes()[i];
        QCOMPARE(candle.openTime, utc("2025-12-15") + i * 1min);
        QVERIFY(candle.low <= std::min(candle.open, candle.close));
        QVERIFY(candle.high >= std::max(candle.open, candle.close));
        QVERIFY(candle.volume && candle.quoteVolume && candle.takerBuyQuote && candle.trades.value_or(0) > 0);
        QVERIFY(*candle.takerBuyQuote >= Amount{} && *candle.takerBuyQuote <= *candle.quoteVolume);
        const double average = candle.quoteVolume->toDouble() / candle.volume->toDouble();
        QVERIFY2(average > candle.low.toDouble() - 0.05 && average < candle.high.toDouble() + 0.05,
                 qPrintable(toIso(candle.openTime)));
    }
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

void TestEpisode::fundsFlowOnSessionsOnly()
{
    std::map<QString, double> days;
    for (const Sample& sample : m_episode.samples(u"etf/btc/total"_s)) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(toMsecs(sample.from), Qt::UTC).date();
        QVERIFY2(day.dayOfWeek() <= 5, qPrintable(day.toString(Qt::ISODate)));
        days[day.toString(Qt::ISODate)] = sample.value.toDouble();
        QCOMPARE(m_episode.fundSum(sample.from), sample.value.toDouble());
    }
    QCOMPARE(days.size(), std::size_t{28}); // 31 weekdays less three holidays
    for (const QString& holiday : {u"2025-12-25"_s, u"2026-01-01"_s, u"2026-01-19"_s})
        QVERIFY2(!days.contains(holiday), qPrintable(holiday));
}

void TestEpisode::insurersSoldForFiveMonths()
{
    const auto months = m_episode.samples(u"macro/japan_insurers_bonds"_s);
    QVERIFY(months.size() > 6);
    int streak = 0;
    double sum = 0;
    for (auto month = months.rbegin(); month != months.rend() && month->value < Amount{}; ++month) {
        ++streak;
        sum += month->value.toDouble();
    }
    QCOMPARE(streak, 5);
    QCOMPARE(sum, -8.7e9);
    QCOMPARE(months.front().from, utc("2004-01-01"));
    for (std::size_t i = 0; i + 1 < months.size(); ++i)
        QVERIFY(months[i].value > months.back().value);
    QVERIFY(months.back().knownAt <= utc("2026-01-21T06:00Z"));
}

void TestEpisode::theAuctionIsKnownFromItsHour()
{
    const UtcTime hour = utc("2026-01-20T12:35+09:00");
    QCOMPARE(m_episode.samples(u"macro/jgb20_bid_to_cover"_s, u"value"_s, hour - 1ms).size(), std::size_t{1});
    QCOMPARE(m_episode.samples(u"macro/jgb20_bid_to_cover"_s, u"value"_s, hour).size(), std::size_t{2});
    const auto auction = [this](UtcTime asOf) {
        for (const Event& event : m_episode.events(asOf)) {
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
    const UtcTime midnight = utc("2026-01-21T00:00-05:00");
    QCOMPARE(m_episode.samples(u"etf/btc/total"_s, u"value"_s, midnight - 1ms).back().from,
             utc("2026-01-16T14:30Z"));
    QCOMPARE(m_episode.samples(u"etf/btc/total"_s, u"value"_s, midnight).back().from,
             utc("2026-01-20T14:30Z"));
}

void TestEpisode::theElectionIsTheNextEventOfWeight()
{
    const UtcTime now = utc("2026-01-21T06:00Z");
    std::vector<Event> coming;
    for (const Event& event : m_episode.events(now)) {
        QVERIFY2(!event.note.isEmpty(), qPrintable(event.id));
        if (event.time > now && event.importance == Importance::High)
            coming.push_back(event);
    }
    QCOMPARE(coming.size(), std::size_t{1});
    QCOMPARE(toIso(coming.front().time).left(10), u"2026-02-08"_s);
}

void TestEpisode::levelsAreThoseOfTheAnalysis()
{
    const auto levels = m_episode.store().levels();
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

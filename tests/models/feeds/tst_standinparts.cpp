// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/standin/floodtext.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/requestcounter.h"
#include "tests/support/standin/restfaults.h"
#include "tests/support/standin/scenario.h"
#include "tests/support/standin/simulatedmarket.h"
#include "tests/support/standin/websocketframes.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace std::chrono_literals;

namespace {

UtcTime at(const char* iso)
{
    return parseIso(iso).value();
}

SimulatedMarket exampleMarket(int quietEvery = 0)
{
    return {7, planInstruments({.venue = "x",
                                .quote = "USD",
                                .divider = "",
                                .isContract = true,
                                .tradesPerKilosecond = 2000,
                                .quietEvery = quietEvery})};
}

} // namespace

class TestStandInParts final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void framesAreThoseOfTheStandard()
    {
        // RFC 6455, 1.3 and 5.7
        QCOMPARE(acceptOf("dGhlIHNhbXBsZSBub25jZQ=="), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        QCOMPARE(serverFrame(FrameKind::Text, "Hello"), QByteArray::fromHex("810548656c6c6f"));
        QCOMPARE(serverFrame(FrameKind::Text, "Hel", false), QByteArray::fromHex("010348656c"));
        QCOMPARE(serverFrame(FrameKind::Binary, QByteArray(256, 'x')).left(4),
                 QByteArray::fromHex("827e0100"));
        QCOMPARE(serverFrame(FrameKind::Binary, QByteArray(65536, 'x')).left(10),
                 QByteArray::fromHex("827f0000000000010000"));
        QByteArray received = QByteArray::fromHex("818537fa213d7f9f4d515889");
        const auto frame = takeFrame(received);
        QVERIFY(frame && frame->isFinal && frame->isMasked);
        QCOMPARE(frame->payload, QByteArray("Hello"));
        QCOMPARE(received, QByteArray::fromHex("89"));
        QVERIFY(!takeFrame(received));
    }

    void tradesFollowOneAnother()
    {
        const SimulatedMarket market = exampleMarket(5);
        for (int instrument : {0, 4}) {
            const auto trades = market.trades(instrument, {at("2026-09-01"), at("2026-09-01T01:00:00Z")});
            QVERIFY(trades.size() > 1000);
            for (std::size_t i = 1; i < trades.size(); ++i) {
                QCOMPARE(trades[i].id, trades[i - 1].id + 1);
                QVERIFY(trades[i].time >= trades[i - 1].time);
            }
            // Asked for by id, they are the same.
            const auto page = market.tradesFrom(instrument, trades[500].id, 3, at("2026-09-02"));
            QCOMPARE(page.size(), std::size_t{3});
            QCOMPARE(page[2].time, trades[502].time);
            QCOMPARE(page[2].price, trades[502].price);
        }
    }

    void quietMinutesHaveNoTrade()
    {
        const SimulatedMarket market = exampleMarket(5);
        int quiet = 0;
        for (UtcTime open = at("2026-09-01"); open < at("2026-09-01T10:00:00Z"); open += 1min) {
            const auto candle = market.candle(1, {open, open + 1min}, at("2026-09-02"));
            QVERIFY(candle);
            if (candle->trades > 0)
                continue;
            ++quiet;
            const auto before = market.candle(1, {open - 1min, open}, at("2026-09-02"));
            QCOMPARE(candle->open, before->close);
            QCOMPARE(candle->high, before->close);
            QCOMPARE(candle->volume, Amount{});
        }
        QCOMPARE(quiet, 120); // one in five of 600
    }

    void holesAreNotThere()
    {
        SimulatedMarket market = exampleMarket();
        const TimeRange hole{at("2026-09-01T00:10:00Z"), at("2026-09-01T00:12:00Z")};
        const auto before = market.trades(0, hole);
        QVERIFY(!before.empty());
        market.addHole(hole);
        QVERIFY(market.trades(0, hole).empty());
        QVERIFY(!market.candle(0, {hole.from, hole.from + 1min}, at("2026-09-02")));
        const auto hour = market.candle(0, {at("2026-09-01"), at("2026-09-01T01:00:00Z")}, at("2026-09-02"));
        // Ids jump over the hole.
        QCOMPARE(hour->lastId - hour->firstId + 1 - hour->trades, qint64(before.size()));
    }

    void cascadeFalls()
    {
        SimulatedMarket market = exampleMarket();
        const SimulatedMarket calm = exampleMarket();
        const UtcTime from = at("2026-09-01T00:10:00Z");
        market.addCascade({{from, from + 10s}, 5000, 0.04, "BTC"});
        const auto usual = calm.liquidations(0, {from, from + 10s}).size();
        QCOMPARE(market.liquidations(0, {from, from + 10s}).size(), 5000 + usual);
        QCOMPARE(market.liquidations(1, {from, from + 10s}), calm.liquidations(1, {from, from + 10s}));
        const double after = market.lastPrice(0, from + 60s).toDouble();
        QVERIFY(std::abs(after / calm.lastPrice(0, from + 60s).toDouble() - 0.96) < 1e-4);
        QCOMPARE(market.lastPrice(0, from), calm.lastPrice(0, from));
    }

    void revisionAddsOneLot()
    {
        SimulatedMarket market = exampleMarket();
        const TimeRange minute{at("2026-09-01"), at("2026-09-01T00:01:00Z")};
        const auto before = market.candle(0, minute, at("2026-09-02"));
        market.revise(0, minute.from);
        const auto after = market.candle(0, minute, at("2026-09-02"));
        QCOMPARE(after->volume - before->volume, *Amount::parse("0.0001"));
        QCOMPARE(after->high.units - before->high.units, Price::parse("0.1")->units);
        QCOMPARE(after->close, before->close);
    }

    void weightIsCountedByTheMinute()
    {
        RequestCounter counter({.weightPerMinute = 100, .usedHeader = "X"}, 1);
        const UtcTime minute = at("2026-09-01T00:00:00Z");
        QCOMPARE(counter.count(60, minute + 10s, 10).used, 60);
        QVERIFY(!counter.count(40, minute + 20s, 20).isTooMany);
        const auto over = counter.count(1, minute + 30s, 30);
        QVERIFY(over.isTooMany && !over.bannedUntil);
        QCOMPARE(over.used, 101);
        QCOMPARE(over.retryAfter, std::optional(30));
        QVERIFY(!counter.count(1, minute + 31s, 31).bannedUntil);
        QVERIFY(!counter.count(1, minute + 32s, 32).bannedUntil);
        const auto ban = counter.count(1, minute + 33s, 33);
        QCOMPARE(ban.bannedUntil, std::optional(minute + 153s));
        QCOMPARE(ban.retryAfter, std::optional(120));
        QVERIFY(counter.count(1, minute + 152s, 152).bannedUntil);
        QVERIFY(!counter.count(1, minute + 153s, 153).isTooMany);
    }

    void minuteForgetsWeight()
    {
        RequestCounter counter({.weightPerMinute = 100, .usedHeader = "X"}, 1);
        const UtcTime minute = at("2026-09-01T00:00:00Z");
        QVERIFY(counter.count(200, minute + 59s, 59).isTooMany);
        QCOMPARE(counter.count(5, minute + 60s, 60).used, 5);
    }

    void burstsAreRefilled()
    {
        RequestCounter counter({.burst = 2, .perSecond = 1}, 1);
        QVERIFY(!counter.count(1, {}, 0).isTooMany);
        QVERIFY(!counter.count(1, {}, 0).isTooMany);
        QVERIFY(counter.count(1, {}, 0.5).isTooMany);
        QVERIFY(!counter.count(1, {}, 1.5).isTooMany);
    }

    void wrongScriptsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("The script is no JSON");
        QTest::newRow("no list") << QByteArray("{}") << QStringLiteral("The script has no list \"events\".");
        QTest::newRow("unknown name") << QByteArray(R"({"events":[{"at":1,"do":"explode"}]})")
                                      << QStringLiteral("No event is called \"explode\".");
        QTest::newRow("no time") << QByteArray(R"({"events":[{"do":"cut"}]})")
                                 << QStringLiteral("The event \"cut\" does not say when");
    }

    void wrongScriptsAreRefused()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, reason);
        const auto events = parseScenario(script);
        QVERIFY(events.hasError());
        QVERIFY2(events.error().message.startsWith(reason), qPrintable(events.error().message));
    }

    void eventsLastAndMomentsHappenOnce()
    {
        const auto events =
            parseScenario(R"({"events":[{"at":10,"for":5,"do":"freeze"},{"at":12,"do":"cut"},)"
                          R"({"at":11,"do":"revise","minute":-3},{"at":20,"do":"html"}]})");
        QVERIFY(events.hasValue());
        Faults faults;
        for (const ScenarioEvent& event : events.value())
            faults.add(event);
        faults.setElapsed(9.9);
        QVERIFY(!faults.active(u"freeze") && faults.takeDue().empty());
        faults.setElapsed(14.9);
        QVERIFY(faults.active(u"freeze") && !faults.active(u"html"));
        const auto due = faults.takeDue();
        QCOMPARE(due.size(), std::size_t{2});
        QCOMPARE(due[0].name, QStringLiteral("revise"));
        QCOMPARE(due[0].number("minute", 0), -3.0);
        QVERIFY(faults.takeDue().empty());
        faults.setElapsed(1000);
        QVERIFY(!faults.active(u"freeze") && faults.active(u"html"));
    }

    void numbersAreMixed()
    {
        const QByteArray json = R"(["1.5","2.5","3.5","x","4.5"])";
        // 0, 617, 234 and 851 of 1,000: divisible by three are the first and the third.
        QCOMPARE(mixedNumbers(json, 0), QByteArray(R"([1.5,"2.5",3.5,"x","4.5"])"));
        QCOMPARE(mixedNumbers(json, 1), QByteArray(R"([null,"2.5",3.5,"x","4.5"])"));
    }

    void floodMessagesDiffer()
    {
        FloodText flood(R"({"a":777777777777,"T":1111111111111,"q":"1.88888888"})");
        QByteArray frames;
        flood.append(frames, 2, fromMsecs(1788220800000));
        QCOMPARE(frames.size(), 2 * flood.frameSize());
        QCOMPARE(frames.mid(2, flood.frameSize() - 2),
                 QByteArray(R"({"a":100000000001,"T":1788220800000,"q":"1.00000001"})"));
        QVERIFY(frames.endsWith(R"({"a":100000000002,"T":1788220800000,"q":"1.00000002"})"));
    }

    void numbersAreWritten()
    {
        QCOMPARE(fixedText(123'456'789, 2), QByteArray("1.23"));
        QCOMPARE(fixedText(-50'000'000, 8), QByteArray("-0.50000000"));
        QCOMPARE(fixedText(12 * decimalUnits, 0), QByteArray("12"));
        QCOMPARE(isoText(at("2026-09-01T00:00:02.789Z"), 6), QByteArray("2026-09-01T00:00:02.789000Z"));
        QCOMPARE(isoText(at("2026-09-01"), 9), QByteArray("2026-09-01T00:00:00.000000000Z"));
    }
};

QTEST_GUILESS_MAIN(TestStandInParts)
#include "tst_standinparts.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alertfiring.h"
#include "models/levels/alertjson.h"
#include "models/levels/alertset.h"
#include "models/levels/alertwords.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUndoStack>
#include <QtTest>

#include <set>

using namespace holdline;
using holdline::testing::FakeClock;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
using Kind = AlertCondition::Kind;

Amount whole(qint64 value)
{
    return {value * Int128(decimalUnits)};
}

Level band(LevelRole role = LevelRole::Support)
{
    Level level;
    level.id = u"defense-band"_s;
    level.name = u"Defense band"_s;
    level.low = Price::whole(89'800);
    level.high = Price::whole(90'000);
    level.role = role;
    return level;
}

AlertCondition value(const QString& series, qint64 limit, bool isAbove = true, Span over = Span::zero())
{
    return {.kind = Kind::Value, .series = series, .over = over, .isAbove = isAbove, .value = whole(limit)};
}

Alert alertOf(std::vector<AlertCondition> conditions)
{
    Alert alert;
    alert.id = u"one"_s;
    alert.name = u"One"_s;
    alert.conditions = std::move(conditions);
    alert.armedAt = start;
    return alert;
}

QList<qint64> minutesOf(const std::vector<AlertMoment>& moments)
{
    QList<qint64> minutes;
    for (const AlertMoment& moment : moments)
        minutes.append((moment.at - start) / 1min);
    return minutes;
}

AlertMoment moment(Span after, const QString& words = u"x"_s)
{
    return {start + after, start + after, words};
}

PastFirings past(std::initializer_list<Span> after, std::optional<Span> toldAfter = {})
{
    PastFirings firings;
    for (const Span one : after)
        firings.at.push_back(start + one);
    if (toldAfter)
        firings.lastToldAt = start + *toldAfter;
    return firings;
}

QJsonObject parsed(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestAlerts final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void theyAreToldInWords()
    {
        const std::vector levels{band()};
        QCOMPARE(conditionWords({.kind = Kind::Touch, .level = u"defense-band"_s}, levels),
                 u"price touches Defense band"_s);
        QCOMPARE(
            conditionWords({.kind = Kind::CloseBeyond, .level = u"gone"_s, .judging = fourHours}, levels),
            u"a close beyond gone (4h)"_s);
        QCOMPARE(
            conditionWords({.kind = Kind::State, .level = u"defense-band"_s, .states = {u"lost"_s}}, levels),
            u"Defense band becomes lost"_s);
        AlertCondition orders = value(u"liquidations/all"_s, 1'500'000'000, true, 48h);
        orders.column = u"long_usd"_s;
        QCOMPARE(conditionWords(orders, levels),
                 u"long liquidations, all venues, over 2d: at or above $1.5 B"_s);
        QCOMPARE(conditionWords(value(u"taker/binance:BTCUSDT"_s, -250'000'000, false, 1h), levels),
                 u"net taker volume, binance:BTCUSDT, over 1h: at or below −$250 M"_s);
        QCOMPARE(conditionWords(value(u"price/binance:BTCUSDT"_s, 92'500), levels),
                 u"binance:BTCUSDT at or above 92,500"_s);
        QCOMPARE(
            alertWords(alertOf({orders, {.kind = Kind::Touch, .level = u"defense-band"_s}}), levels),
            u"long liquidations, all venues, over 2d: at or above $1.5 B and price touches Defense band, "
            "within 15m"_s);
    }

    void aDocumentHoldsAllOfIt()
    {
        Alert alert = alertOf({{.kind = Kind::State,
                                .level = u"a"_s,
                                .states = {u"lost"_s, u"breached"_s},
                                .judging = fourHours},
                               value(u"funding/binance-futures:BTCUSDT"_s, 0),
                               value(u"liquidations/all"_s, 1, true, 90min)});
        alert.conditions[1].value = {12345}; // 0.00012345
        alert.conditions[2].column = u"short_usd"_s;
        alert.conditions[2].value.units = Int128(1'234'567'890'123'456'789) * 100 + 1;
        alert.instrument = u"binance:BTCUSDT"_s;
        alert.within = 90s;
        alert.isOn = false;
        alert.isOnce = true;
        alert.cooldown = 36h;
        alert.validTo = start + 1h;
        alert.sound = u"/a b/c.WAV"_s;
        alert.onDesktop = false;
        alert.command = u"say \"it is\" so"_s;
        alert.webhook = u"https://example.org/hook?key=1"_s;
        alert.author = u"ana"_s;
        alert.unknown = parsed(R"({"colour":{"is":[1,"two"]}})");
        Alert single = alert;
        single.conditions.resize(1);
        QVERIFY(alertFromJson(alertToJson(single)).value() == single);
        const auto read = alertFromJson(alertToJson(alert));
        QVERIFY2(read.hasValue(), qPrintable(read.hasError() ? read.error().message : QString()));
        QVERIFY(read.value() == alert);
    }

    void aNameHoldsNoControlCharacters()
    {
        for (const QString& level : {u"a"_s, u"a\x1b]0;b\x07"_s}) {
            for (const QString& name : {QString(), u"\x01"_s, u"up\x1b[2Jdown"_s}) {
                Alert alert = alertOf({{.level = level}});
                alert.name = name;
                const auto checked = checkedAlert(alert);
                QVERIFY(checked.hasValue());
                QVERIFY(!checked.value().name.trimmed().isEmpty());
                QVERIFY(!checked.value().name.contains(QRegularExpression(u"[\\x00-\\x1f]"_s)));
                QVERIFY(alertFromJson(alertToJson(checked.value())).value() == checked.value());
            }
        }
    }

    void whatIsNoAlertIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* json, const char* reason) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(reason);
        };
        row("nothing", "{}", "an alert needs a condition");
        row("kind", R"({"conditions":[{"on":"moon"}]})",
            "on must be one of touch, close beyond, state and value");
        row("no level", R"({"conditions":[{"on":"touch"}]})", "a condition on a level names no level");
        row("state", R"({"conditions":[{"on":"state","level":"a","states":["gone"]}]})",
            "“gone” is no state");
        row("flow without span", R"({"conditions":[{"on":"value","series":"taker/x","value":1}]})",
            "say over which time it is summed");
        row("price summed", R"({"conditions":[{"on":"value","series":"price/x","over":"1h","value":1}]})",
            "is not summed");
        row("orders below",
            R"({"conditions":[{"on":"value","series":"liquidations/all","over":"1h","is":"at or below","value":1}]})",
            "can only rise to a value above 0");
        row("half a minute", R"({"conditions":[{"on":"value","series":"taker/x","over":"90s","value":1}]})",
            "whole minutes");
        row("value", R"({"conditions":[{"on":"value","series":"price/x","value":"many"}]})",
            "value must be a number");
        row("nan", R"({"conditions":[{"on":"value","series":"price/x"}]})", "value must be a number");
        row("span", R"({"cooldown":"soon","conditions":[{"on":"touch","level":"a"}]})",
            "cooldown must be a span");
        row("plain web", R"({"webhook":"http://example.org/","conditions":[{"on":"touch","level":"a"}]})",
            "not encrypted");
        row("file web", R"({"webhook":"file:///etc/passwd","conditions":[{"on":"touch","level":"a"}]})",
            "names no host");
        row("sound", R"({"sound":"/bin/true","conditions":[{"on":"touch","level":"a"}]})", "a .wav file");
    }
    void whatIsNoAlertIsRefusedInWords()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, reason);
        const auto read = alertFromJson(parsed(json));
        QVERIFY(read.hasError());
        QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
    }

    void aTouchIsThatOfTheLedger()
    {
        std::vector<LedgerCandle> candles;
        const auto add = [&](int minute, int low, int high) {
            candles.push_back(
                {start + minute * 1min, Price::whole(low), Price::whole(high), Price::whole(low)});
        };
        add(0, 91'000, 91'100);
        add(1, 89'990, 91'000);   // meets
        add(2, 89'000, 90'500);   // met a minute ago
        add(62, 90'000, 90'100);  // 60 minutes later: met within the hour before
        add(123, 89'000, 89'800); // 61 minutes later
        QCOMPARE(minutesOf(touchMoments(band(), fixedEdges(band()), candles, oneMinute)),
                 (QList<qint64>{1, 123}));
        QVERIFY(touchMoments(band(), fixedEdges(band()), candles, oneMinute)
                    .front()
                    .words.contains(u"Defense band (89,800–90,000)"_s));
    }

    void closesBeyondAreToldOnceARun()
    {
        std::vector<JudgedClose> closes;
        const auto add = [&](int hour, std::optional<int> close) {
            closes.push_back({start + hour * 1h, close ? std::optional(Price::whole(*close)) : std::nullopt});
        };
        add(1, 89'000); // begins beyond: no news
        add(2, 89'900);
        add(3, 89'799); // beyond
        add(4, 89'000);
        add(5, {});
        add(6, 89'000); // still
        add(7, 90'000);
        add(8, {});
        add(9, 89'000); // beyond again
        const auto hours = [&](LevelRole role) {
            QList<qint64> all;
            for (const qint64 minute : minutesOf(closeMoments(band(role), fixedEdges(band(role)), closes)))
                all.append(minute / 60);
            return all;
        };
        QCOMPARE(hours(LevelRole::Support), (QList<qint64>{3, 9}));
        QCOMPARE(hours(LevelRole::Resistance), (QList<qint64>{7}));
        QCOMPARE(hours(LevelRole::None), QList<qint64>{});
    }

    void aStateIsNewsWhenTheKnownOneBeforeWasAnother()
    {
        const auto row = [](int hour, const char* state) {
            return LevelState{start + hour * 1h, QString::fromLatin1(state), {}, {}, Price::whole(90'000)};
        };
        const std::vector rows{row(1, "holding"), row(2, "testing"),  row(3, "unknown"),
                               row(4, "testing"), row(5, "breached"), row(6, "lost")};
        const auto hours = [&](const QStringList& states) {
            QList<qint64> all;
            for (const qint64 minute : minutesOf(stateMoments(band(), rows, states)))
                all.append(minute / 60);
            return all;
        };
        QCOMPARE(hours({}), (QList<qint64>{2, 5, 6}));
        QCOMPARE(hours({u"lost"_s}), (QList<qint64>{6}));
        QCOMPARE(hours({u"unknown"_s, u"holding"_s}), (QList<qint64>{3}));
    }

    void aValueIsNewsWhenItComesFromTheOtherSide()
    {
        std::vector<AlertValue> values;
        for (const auto& one : std::initializer_list<std::optional<int>>{12, 9, 10, 11, {}, 12, 9, {}, 15})
            values.push_back({start + static_cast<int>(values.size()) * 1min,
                              start + static_cast<int>(values.size() + 1) * 1min,
                              one ? std::optional(whole(*one)) : std::nullopt});
        QCOMPARE(minutesOf(valueMoments(value(u"price/x"_s, 10), values, false)), (QList<qint64>{2, 8}));
        QCOMPARE(minutesOf(valueMoments(value(u"price/x"_s, 9, false), values, false)),
                 (QList<qint64>{1, 6}));
        QCOMPARE(minutesOf(valueMoments(value(u"etf/btc/total"_s, 11), values, true)),
                 (QList<qint64>{0, 3, 5, 8}));
    }

    void sumsRunOverTheirSpan()
    {
        QRandomGenerator random(7);
        std::vector<FlowStep> steps;
        for (int minute = 0; minute < 600; ++minute) {
            if (random.bounded(4) > 0)
                steps.push_back({start + minute * 1min, whole(random.bounded(-50, 50))});
        }
        for (const int over : {1, 7, 60}) {
            for (const bool needsEach : {false, true}) {
                const auto sums =
                    runningSums(steps, 1min, over * 1min, {start + 60min, start + 600min}, needsEach);
                QCOMPARE(sums.size(), std::size_t(540));
                for (const AlertValue& sum : sums) {
                    Amount wanted;
                    int count = 0;
                    for (const FlowStep& step : steps) {
                        if (step.from <= sum.at && step.from > sum.at - over * 1min) {
                            wanted += step.sum;
                            ++count;
                        }
                    }
                    QCOMPARE(sum.value.has_value(), !needsEach || count == over);
                    QVERIFY(!sum.value || *sum.value == wanted);
                }
            }
        }
    }

    void itWaitsForItsCooldown()
    {
        Alert alert = alertOf({{.level = u"a"_s}});
        alert.cooldown = 30min;
        const std::vector<std::vector<AlertMoment>> moments{
            {moment(-1min), moment(0min), moment(1min), moment(30min), moment(31min), moment(40min)}};
        const auto firings = firingsOf(alert, moments, {});
        QCOMPARE(firings.size(),
                 std::size_t(2)); // what was known when it was armed is not seen
        QCOMPARE(firings[0].at, start + 1min);
        QCOMPARE(firings[1].at, start + 31min);
        QCOMPARE(firingsOf(alert, moments, past({10min})).front().at, start + 40min);
        // An earlier moment that is found after a later one was told.
        QCOMPARE(firingsOf(alert, moments, past({40min})).front().at, start + 1min);
        QCOMPARE(firingsOf(alert, moments, past({40min})).size(), std::size_t(1));
        alert.isOnce = true;
        QCOMPARE(firingsOf(alert, moments, {}).size(), std::size_t(1));
        QVERIFY(firingsOf(alert, moments, past({1min}, 2min)).empty());
        QVERIFY(isSpent(alert, start + 2min));
        alert.armedAt = start + 5min; // armed again
        QVERIFY(!isSpent(alert, start + 2min));
        QCOMPARE(firingsOf(alert, moments, past({1min}, 2min)).front().at, start + 31min);
        alert.validTo = start + 31min;
        QVERIFY(firingsOf(alert, moments, past({1min}, 2min)).empty());
        alert.validTo.reset();
        alert.isOn = false;
        QVERIFY(firingsOf(alert, moments, past({1min}, 2min)).empty());
    }

    void theMinuteInWhichItIsArmedCounts()
    {
        Alert alert = alertOf({{.level = u"a"_s}});
        alert.armedAt = start + 20s;
        const std::vector<std::vector<AlertMoment>> moments{{{start, start + 1min, u"x"_s}}};
        QCOMPARE(firingsOf(alert, moments, {}).size(), std::size_t(1));
        alert.armedAt = start + 1min;
        QVERIFY(firingsOf(alert, moments, {}).empty());
        alert.isOnce = true; // what was told after it was armed spends it, though the moment began before
        alert.armedAt = start + 20s;
        QVERIFY(firingsOf(alert, moments, past({0min}, 30s)).empty());
    }

    void aWickReachesAPrice()
    {
        std::vector<LedgerCandle> candles;
        for (const auto& [low, high, close] : {std::array{90, 99, 95},
                                               {94, 100, 98},
                                               {95, 99, 99},
                                               {99, 104, 103},
                                               {102, 105, 104},
                                               {99, 104, 99}})
            candles.push_back({start + static_cast<int>(candles.size()) * 1min, Price::whole(low),
                               Price::whole(high), Price::whole(close)});
        QCOMPARE(minutesOf(priceMoments(value(u"price/x"_s, 100), candles, oneMinute)),
                 (QList<qint64>{1, 3}));
        QCOMPARE(minutesOf(priceMoments(value(u"price/x"_s, 99, false), candles, oneMinute)),
                 (QList<qint64>{5}));
    }

    /// Against a second computation: at each moment, has every condition had one in the span before?
    void allWithinTheSpan()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 300; ++round) {
            Alert alert = alertOf({{.level = u"a"_s}, {.level = u"b"_s}, {.level = u"c"_s}});
            alert.within = random.bounded(0, 20) * 1min;
            alert.cooldown = random.bounded(0, 30) * 1min;
            std::vector<std::vector<AlertMoment>> moments(3);
            std::set<int> all;
            for (auto& some : moments) {
                std::set<int> minutes;
                for (int i = 0; i < 8; ++i)
                    minutes.insert(random.bounded(1, 120));
                for (const int minute : minutes)
                    some.push_back(moment(minute * 1min));
                all.insert(minutes.begin(), minutes.end());
            }
            QList<qint64> wanted;
            for (const int minute : all) {
                const bool isAll = std::ranges::all_of(moments, [&](const auto& some) {
                    return std::ranges::any_of(some, [&](const AlertMoment& one) {
                        return one.at <= start + minute * 1min &&
                               one.at >= start + minute * 1min - alert.within;
                    });
                });
                if (isAll && (wanted.isEmpty() || (minute - wanted.last()) * 1min >= alert.cooldown))
                    wanted.append(minute);
            }
            QList<qint64> seen;
            for (const AlertFiring& firing : firingsOf(alert, moments, {}))
                seen.append((firing.at - start) / 1min);
            QCOMPARE(seen, wanted);
        }
    }

    void everyActIsAStepOfUndo()
    {
        const FakeClock clock(start);
        AlertSet set(clock);
        QUndoStack stack;
        Alert alert = alertOf({{.level = u"a"_s}});
        stack.push(new AlertCommand(set, u"new"_s, {{alert.id, alert}}));
        alert.name = u"Another"_s;
        stack.push(new AlertCommand(set, u"edit"_s, {{alert.id, alert}}));
        stack.push(new AlertCommand(set, u"remove"_s, {{alert.id, std::nullopt}}));
        QVERIFY(set.alerts().empty());
        stack.undo();
        QCOMPARE(set.find(u"one"_s)->name, u"Another"_s);
        stack.undo();
        QCOMPARE(set.find(u"one"_s)->name, u"One"_s);
        stack.undo();
        QVERIFY(set.alerts().empty());
        stack.redo();
        stack.redo();
        QCOMPARE(set.find(u"one"_s)->name, u"Another"_s);
    }

    /// What happened while it was off or gone is not told afterwards.
    void whatComesBackLooksAtWhatHappensFromThenOn()
    {
        FakeClock clock(start);
        AlertSet set(clock);
        QUndoStack stack;
        Alert alert = alertOf({{.level = u"a"_s}});
        stack.push(new AlertCommand(set, u"new"_s, {{alert.id, alert}}));
        QCOMPARE(set.find(u"one"_s)->armedAt, start);
        clock.advance(10min);
        alert.isOn = false;
        stack.push(new AlertCommand(set, u"off"_s, {{alert.id, alert}}));
        clock.advance(10min);
        stack.undo();
        QCOMPARE(set.find(u"one"_s)->armedAt, start + 20min);
        stack.push(new AlertCommand(set, u"remove"_s, {{alert.id, std::nullopt}}));
        clock.advance(10min);
        stack.undo();
        QCOMPARE(set.find(u"one"_s)->armedAt, start + 30min);
    }
};

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

using Readings = std::map<QString, QJsonObject>;

struct BriefAnswer {
    Readings readings;
    QStringList missing;
    QString asOf;
};

BriefAnswer read(const QByteArray& json)
{
    const auto document = QJsonDocument::fromJson(json).object();
    BriefAnswer answer{{}, {}, document["asOf"_L1].toString()};
    for (const auto& value : document["readings"_L1].toArray()) {
        const auto reading = value.toObject();
        answer.readings[reading["id"_L1].toString()] = reading;
    }
    for (const auto& value : document["missing"_L1].toArray())
        answer.missing << value.toObject()["id"_L1].toString();
    return answer;
}

} // namespace

class TestBriefCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    testing::Run brief(const QStringList& arguments)
    {
        return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                            QStringList{u"brief"_s, u"--data-dir"_s, m_folder.path()} + arguments);
    }
    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }
    int import(const QStringList& arguments)
    {
        return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                            QStringList{u"import"_s, u"--data-dir"_s, m_folder.path()} + arguments)
            .exitCode;
    }

private slots:
    void init() { testing::failOnAnyWarning(); }

    /// Each figure as the analysis of 2026-01-21 published it.
    void theEpisodeHoldsEachPublishedFigure()
    {
        const auto run =
            brief({u"--episode"_s, u"january-2026"_s, u"--at"_s, u"2026-01-21T06:00Z"_s, u"--json"_s});
        QCOMPARE(run.exitCode, 0);
        const auto answer = read(run.output);
        const auto number = [&](const QString& id) {
            const auto found = answer.readings.find(id);
            return found == answer.readings.end() ? qQNaN() : found->second["value"_L1].toDouble(qQNaN());
        };
        const auto text = [&](const QString& id) {
            const auto found = answer.readings.find(id);
            return found == answer.readings.end() ? QString() : found->second["value"_L1].toString();
        };
        const auto object = [&](const QString& id) {
            const auto found = answer.readings.find(id);
            return found == answer.readings.end() ? QJsonObject() : found->second["value"_L1].toObject();
        };
        QCOMPARE(number(u"price.low_24h"_s), 87'282.0);
        QVERIFY(number(u"liquidations.long_48h"_s) >= 1.5e9 && number(u"liquidations.long_48h"_s) <= 1.6e9);
        QCOMPARE(number(u"taker.net_1d"_s), -319e6);
        const auto crossing = object(u"taker.crossing"_s);
        QCOMPARE(crossing["threshold"_L1].toDouble(), -300e6);
        QCOMPARE(crossing["count"_L1].toInt(), 2);
        QCOMPARE(crossing["window_days"_L1].toInt(), 7);
        QCOMPARE(crossing["previous_at"_L1].toString(), u"2026-01-16T00:00:00Z"_s);
        QVERIFY(crossing["previous_price"_L1].toDouble() > 95'000);
        QVERIFY(number(u"whales.deposits_1d"_s) >= 400e6 && number(u"whales.deposits_1d"_s) <= 430e6);
        const auto spike = object(u"whales.previous_spike"_s);
        QCOMPARE(spike["at"_L1].toString(), u"2026-01-15T00:00:00Z"_s);
        QVERIFY(spike["usd"_L1].toDouble() >= 500e6 && spike["usd"_L1].toDouble() <= 530e6);
        QCOMPARE(number(u"etf.net_2_sessions"_s), -874.4e6);
        QCOMPARE(number(u"etf.funds"_s), 12.0);
        QCOMPARE(number(u"macro.jgb20_bid_to_cover.last"_s), 3.19);
        QCOMPARE(number(u"macro.jgb20_bid_to_cover.prior"_s), 4.1);
        QCOMPARE(number(u"macro.japan_insurers_bonds.last"_s), -5.2e9);
        QCOMPARE(number(u"macro.japan_insurers_bonds.streak"_s), -5.0);
        QVERIFY(text(u"macro.japan_insurers_bonds.record_since"_s).startsWith(u"2004"_s));
        QCOMPARE(object(u"event.next"_s)["at"_L1].toString(), u"2026-02-08T00:00:00Z"_s);
        QCOMPARE(object(u"event.next"_s)["days"_L1].toInt(), 18);
        QVERIFY(number(u"options.put_call"_s) > 1);
        QCOMPARE(text(u"level.defense-band.state"_s), u"lost"_s);
        QCOMPARE(text(u"level.resistance-1m-3m.state"_s), u"capping"_s);
        QCOMPARE(text(u"level.resistance-sth.state"_s), u"capping"_s);
        for (const QString& band : {u"1d-1w"_s, u"1w-1m"_s})
            QCOMPARE(answer.readings.at(u"cohort.%1.under_water"_s.arg(band))["value"_L1].toBool(), true);
        QCOMPARE(text(u"drive"_s), u"leverage and spot"_s);
        QVERIFY(answer.missing.contains(u"momentum.rsi_14d"_s));
    }

    void eachPublishedFigureOfTheEpisodeIsCitedAndEachReadingSaysWhatItIs()
    {
        const auto answer =
            read(brief({u"--episode"_s, u"january-2026"_s, u"--at"_s, u"2026-01-21T06:00Z"_s, u"--json"_s})
                     .output);
        for (const char* id :
             {"price.low_24h", "liquidations.long_48h", "taker.net_1d", "taker.crossing",
              "whales.deposits_1d", "whales.previous_spike", "etf.net_2_sessions", "etf.funds",
              "macro.jgb20_bid_to_cover.last", "macro.japan_insurers_bonds.last",
              "macro.japan_insurers_bonds.streak", "event.next", "options.put_call",
              "level.defense-band.state", "level.resistance-1m-3m.state", "level.resistance-sth.state",
              "cohort.1d-1w.under_water", "cohort.1w-1m.under_water", "drive"})
            QVERIFY2(answer.readings.at(QString::fromLatin1(id))["citation"_L1].toString().contains(
                         u"CryptoSlate"_s),
                     id);
        for (const auto& [id, reading] : answer.readings) {
            QVERIFY2(reading["definition"_L1].toString().contains(u"reconstruction"_s), qPrintable(id));
            QVERIFY2(!reading["text"_L1].toString().isEmpty(), qPrintable(id));
            QVERIFY2(reading["knownAt"_L1].toString() <= u"2026-01-21T06:00:00Z"_s, qPrintable(id));
        }
    }

    void nothingIsThereThatWasKnownOnlyLater()
    {
        const auto at = [this](const QString& time, const QStringList& more = {}) {
            return read(
                brief(QStringList{u"--episode"_s, u"january-2026"_s, u"--at"_s, time, u"--json"_s} + more)
                    .output);
        };
        const auto noon = at(u"2026-01-20T12:00Z"_s);
        QCOMPARE(noon.readings.at(u"etf.net_last"_s)["value"_L1].toDouble(), -394.7e6);
        QVERIFY(!noon.readings.contains(u"cohort.sth.cost_basis"_s));
        QCOMPARE(noon.readings.at(u"macro.jgb20_bid_to_cover.last"_s)["value"_L1].toDouble(), 3.19);
        const auto before = at(u"2026-01-20T03:34Z"_s);
        QCOMPARE(before.readings.at(u"macro.jgb20_bid_to_cover.last"_s)["value"_L1].toDouble(), 4.1);
        // What was known at noon, asked for the evening: windows end at noon, and asOf says so.
        const auto evening = at(u"2026-01-20T23:00Z"_s, {u"--as-of"_s, u"2026-01-20T12:00Z"_s});
        QCOMPARE(evening.asOf, u"2026-01-20T12:00:00Z"_s);
        QCOMPARE(evening.readings, noon.readings);
    }

    /// Invented files of the shapes that people bring.
    void filesThatPeopleBring()
    {
        QByteArray candles = "time,open,high,low,close,volume,quote_volume,taker_buy_quote,trades\n";
        // Minutes of three days; the close is 90,000 plus the minute's number, the low of minute 2,000 is
        // 80,000.
        for (int i = 0; i < 3 * 1440; ++i) {
            const qint64 seconds = 1768608000 + i * 60; // 2026-01-17
            const QByteArray close = QByteArray::number(90'000 + i);
            candles += QByteArray::number(seconds) + ',' + close + ',' + QByteArray::number(90'010 + i) +
                       ',' + (i == 2'000 ? QByteArray("80000") : close) + ',' + close + ",1,100000,40000,5\n";
        }
        const QString funds = write(u"flows.csv"_s, "date,fund,net_flow_usd\n2026-01-15,IBIT,5000000\n"
                                                    "2026-01-16,IBIT,-300000000\n2026-01-16,FBTC,-94700000\n"
                                                    "2026-01-19,IBIT,-1000000\n");
        QCOMPARE(import({write(u"minutes.csv"_s, candles), u"--instrument"_s, u"binance:BTCUSDT"_s}), 0);
        QCOMPARE(import({funds}), 0);
        QCOMPARE(import({write(u"auctions.csv"_s,
                               "date,tenor,size_bn_jpy,yield,bid_to_cover\n"
                               "2025-12-11,20-Year,800,2.9,4.10\n2026-01-20,20-Year,800,3.2,3.19\n")}),
                 0);
        const auto answer = read(brief({u"--at"_s, u"2026-01-20T00:00Z"_s, u"--json"_s}).output);
        const auto& readings = answer.readings;
        QCOMPARE(readings.at(u"price.last"_s)["value"_L1].toInt(), 90'000 + 4'319);
        QCOMPARE(readings.at(u"price.low_24h"_s)["value"_L1].toInt(), 92'880);
        QCOMPARE(readings.at(u"price.low_24h"_s)["at"_L1].toString(), u"2026-01-19T00:00:00Z"_s);
        QVERIFY(answer.missing.contains(u"price.ytd_pct"_s)); // 1 January is not stored
        // Each minute takers bought 40,000 and sold 60,000.
        QCOMPARE(readings.at(u"taker.net_1d"_s)["value"_L1].toDouble(), -20'000.0 * 1'440);
        QVERIFY(answer.missing.contains(u"taker.crossing"_s));
        QCOMPARE(readings.at(u"etf.net_last"_s)["value"_L1].toDouble(), -394.7e6);
        QCOMPARE(readings.at(u"etf.net_last"_s)["at"_L1].toString(), u"2026-01-16T14:30:00Z"_s);
        QCOMPARE(readings.at(u"macro.jgb20_bid_to_cover.last"_s)["value"_L1].toDouble(), 4.1);
        const auto later = read(brief({u"--at"_s, u"2026-01-20T03:35Z"_s, u"--json"_s}).output);
        QCOMPARE(later.readings.at(u"macro.jgb20_bid_to_cover.last"_s)["value"_L1].toDouble(), 3.19);
        QVERIFY(later.missing.contains(u"liquidations.long_48h"_s));
    }

    void thresholdsAreSettings()
    {
        const QStringList at{u"--episode"_s, u"january-2026"_s, u"--at"_s, u"2026-01-21T06:00Z"_s,
                             u"--json"_s};
        QVERIFY(!write(u"readings.json"_s, R"({"liquidationThresholdUsd": 2e9, "takerThresholdUsd": -320e6})")
                     .isEmpty());
        const auto answer = read(brief(at).output);
        QCOMPARE(answer.readings.at(u"drive"_s)["value"_L1].toString(), u"neither"_s);
        QVERIFY(answer.missing.contains(u"taker.crossing"_s));
        QVERIFY(!write(u"readings.json"_s, R"({"takerWindowDays": "seven"})").isEmpty());
        const auto refused = brief(at);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.words.contains("takerWindowDays is a number from 1 to 366"),
                 refused.words.constData());
        QVERIFY(QFile::remove(m_folder.filePath(u"readings.json"_s)));
    }

    void withoutJsonItPrintsSentencesWithTheirSources()
    {
        const QStringList at{u"--episode"_s, u"january-2026"_s, u"--at"_s, u"2026-01-21T06:00Z"_s};
        const QString plain = QString::fromUtf8(brief(at).output);
        QVERIFY(plain.startsWith(
            u"binance:BTCUSDT, 21 January 2026, 06:00 UTC\n\nBitcoin stood at $88,791.15"_s));
        QVERIFY(plain.contains(u"The holders of one day to one week are under water"_s));
        QVERIFY(plain.contains(u"\n[1] "_s));
        QVERIFY(QString::fromUtf8(brief(at + QStringList{u"--markdown"_s}).output).contains(u"\n[^1]: "_s));
    }

    void wrongUseAndNothingKnown_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        QTest::newRow("no time") << u"--at noon"_s << 2 << u"noon"_s;
        QTest::newRow("two forms") << u"--json --markdown"_s << 2 << u"exclude"_s;
        QTest::newRow("an argument") << u"today"_s << 2 << u"today"_s;
        QTest::newRow("an instrument that is not stored")
            << u"--instrument kraken:BTC/USD"_s << 1 << u"kraken:BTC/USD"_s;
        QTest::newRow("before all data") << u"--at 2009-01-01"_s << 1 << u"2009-01-01"_s;
        QTest::newRow("no such episode") << u"--episode nothing"_s << 1 << u"nothing"_s;
    }
    void wrongUseAndNothingKnown()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, words);
        const auto run = brief(arguments.split(u' '));
        QTEST(run.exitCode, "exitCode");
        QVERIFY(run.output.isEmpty());
        QVERIFY2(run.words.contains(words.toUtf8()), run.words.constData());
    }
};

QTEST_GUILESS_MAIN(TestBriefCommand)
#include "tst_briefcommand.moc"

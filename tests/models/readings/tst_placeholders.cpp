// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/placeholders.h"
#include "models/readings/readingnames.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime at(const char* iso)
{
    return parseIso(iso).value();
}

Amount amount(const char* text)
{
    return Amount::parse(text).value();
}

MarketReading reading(const QString& id, ReadingValue value, const QString& unit = {})
{
    return {.id = id,
            .value = std::move(value),
            .unit = unit,
            .text = u"A sentence about "_s + id + u'.',
            .at = at("2026-01-20T23:18:00Z"),
            .origin = {u"Binance spot"_s, {}},
            .knownAt = at("2026-01-20T23:18:00Z")};
}

Brief exampleBrief()
{
    Brief brief{.at = at("2026-01-21T06:00:00Z"),
                .asOf = at("2026-01-21T06:00:00Z"),
                .instrument = {},
                .readings = {},
                .missing = {}};
    brief.add(reading(u"price.last"_s, amount("89316"), u"USDT"_s));
    brief.add(reading(u"price.low_24h"_s, amount("87895.98"), u"USD"_s));
    brief.add(reading(u"price.change_24h_pct"_s, amount("1.3"), u"pct"_s));
    brief.add(reading(u"price.high_24h"_s, amount("1.9312"), u"EUR"_s));
    brief.add(reading(u"etf.net_2_sessions"_s, amount("-874400000"), u"USD"_s));
    brief.add(reading(u"etf.streak_sessions"_s, amount("-3")));
    brief.add(reading(u"cohort.sth.cost_basis"_s, amount("99300.4"), u"USD"_s));
    brief.add(reading(u"cohort.sth.supply_btc"_s, amount("2500000.5"), u"BTC"_s));
    brief.add(reading(u"cohort.sth.under_water"_s, true));
    brief.add(reading(u"correlation.btc_spx_30d"_s, amount("0.515")));
    brief.add(reading(u"options.skew_25d"_s, amount("4.51"), u"points"_s));
    brief.add(reading(u"options.put_call"_s, amount("1")));
    brief.add(reading(u"momentum.rsi_14d"_s, amount("38.04")));
    brief.add(reading(u"macro.jgb20_yield.last"_s, amount("2.345"), u"%"_s));
    brief.add(reading(u"macro.jgb20_bid_to_cover.last"_s, amount("3.19")));
    brief.add(reading(u"macro.jgb20_bid_to_cover.record_since"_s, u"2025-05-20"_s));
    brief.add(reading(u"level.defense-band.state"_s, u"breached"_s));
    brief.add(reading(u"level.defense-band.since"_s, at("2026-01-20T16:00:00Z")));
    brief.add(reading(u"drive"_s, u"{price.last} "_s + QChar(0x202E)));
    brief.add(reading(u"taker.crossing"_s,
                      std::vector<ReadingField>{
                          {u"threshold"_s, amount("-300000000")},
                          {u"count"_s, amount("5")},
                          {u"previous_at"_s, std::monostate{}},
                          {u"previous"_s, std::vector<ReadingField>{{u"at"_s, at("2025-11-21T00:00:00Z")},
                                                                    {u"price"_s, amount("1085010")}}}},
                      u"USD"_s));
    brief.add(reading(u"event.next"_s, std::vector<ReadingField>{{u"title"_s, u"Decision of the bank"_s},
                                                                 {u"at"_s, at("2026-01-23T03:00:00Z")},
                                                                 {u"days"_s, amount("2")}}));
    brief.miss(u"etf.net_last"_s, u"no flows of funds are stored"_s);
    brief.miss(u"level.own/name.state"_s, u"no close of it is stored"_s);
    return brief;
}

FilledText fill(const QString& text, const QString& zone = u"UTC"_s)
{
    static const Brief brief = exampleBrief();
    return filled(text, {.brief = &brief,
                         .instrument = u"BTC-USDT"_s,
                         .zone = zone,
                         .asOf = at("2026-01-21T00:00:00Z"),
                         .shown = {at("2026-01-13T00:00:00Z"), at("2026-01-24T12:00:00Z")}});
}

} // namespace

class TestPlaceholders final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void values_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        const auto row = [](const QString& typed, const QString& written) {
            QTest::newRow(qPrintable(typed)) << typed << written;
        };
        row(u"plain words"_s, u"plain words"_s);
        row(u"{price.last}"_s, u"$89,316"_s);
        row(u"Low {price.low_24h}, then {price.last}."_s, u"Low $87,895.98, then $89,316."_s);
        row(u"{price.change_24h_pct}"_s, u"+1.30 %"_s);
        row(u"{price.high_24h}"_s, u"1.9312 EUR"_s);
        row(u"{etf.net_2_sessions}"_s, u"−$874.4 M"_s);
        row(u"{etf.streak_sessions}"_s, u"−3"_s);
        row(u"{cohort.sth.cost_basis}"_s, u"$99,300.40"_s);
        row(u"{cohort.sth.supply_btc}"_s, u"2,500,001 BTC"_s);
        row(u"{cohort.sth.under_water}"_s, u"yes"_s);
        row(u"{correlation.btc_spx_30d}"_s, u"+0.52"_s);
        row(u"{options.skew_25d}"_s, u"+4.5 points"_s);
        row(u"{options.put_call}"_s, u"1.00"_s);
        row(u"{momentum.rsi_14d}"_s, u"38.0"_s);
        row(u"{macro.jgb20_yield.last}"_s, u"2.345 %"_s);
        row(u"{macro.jgb20_bid_to_cover.last}"_s, u"3.19"_s);
        row(u"{macro.jgb20_bid_to_cover.record_since}"_s, u"20 May 2025"_s);
        row(u"{level.defense-band.state}"_s, u"breached"_s);
        row(u"{level.defense-band.since}"_s, u"20 January 2026, 16:00 UTC"_s);
        row(u"{taker.crossing.threshold}"_s, u"−$300.0 M"_s);
        row(u"{taker.crossing.count}"_s, u"5"_s);
        row(u"{taker.crossing.previous.at}"_s, u"21 November 2025"_s);
        row(u"{taker.crossing.previous.price}"_s, u"$1,085,010"_s);
        row(u"{taker.crossing}"_s, u"A sentence about taker.crossing."_s);
        row(u"{event.next.title} in {event.next.days} days"_s, u"Decision of the bank in 2 days"_s);
        row(u"{event.next.at}"_s, u"23 January 2026, 03:00 UTC"_s);
        row(u"{price.last.text}"_s, u"A sentence about price.last."_s);
        row(u"{price.last.at}"_s, u"20 January 2026, 23:18 UTC"_s);
        row(u"{price.last.source}"_s, u"Binance spot"_s);
        row(u"{instrument} in {zone}"_s, u"BTC-USDT in UTC"_s);
        row(u"{from} to {to}"_s, u"13 January 2026 to 24 January 2026, 12:00 UTC"_s);
        row(u"{as_of}"_s, u"21 January 2026, 00:00 UTC"_s);
    }
    void values()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        const FilledText text = fill(typed);
        QCOMPARE(text.text, written);
        QVERIFY(text.missing.empty());
        QVERIFY(text.unknown.isEmpty());
    }

    void timesAreOfTheZone()
    {
        QCOMPARE(fill(u"{price.last.at}"_s, u"Asia/Tokyo"_s).text, u"21 January 2026, 08:18 Asia/Tokyo"_s);
        QCOMPARE(fill(u"{from}"_s, u"Asia/Tokyo"_s).text, u"13 January 2026, 09:00 Asia/Tokyo"_s);
    }

    void braces_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        const auto row = [](const QString& typed, const QString& written) {
            QTest::newRow(qPrintable(typed)) << typed << written;
        };
        row(u"{{price.last}}"_s, u"{price.last}"_s);
        row(u"{{{price.last}}}"_s, u"{$89,316}"_s);
        row(u"a { b"_s, u"a { b"_s);
        row(u"a } b"_s, u"a } b"_s);
        row(u"{"_s, u"{"_s);
        row(u"{}"_s, u"{}"_s);
        row(u"{ price.last }"_s, u"{ price.last }"_s);
        row(u"{two words}"_s, u"{two words}"_s);
        row(u"{price.last"_s, u"{price.last"_s);
        row(u"{a {price.last}"_s, u"{a $89,316"_s);
    }
    void braces()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        const FilledText text = fill(typed);
        QCOMPARE(text.text, written);
        QVERIFY(text.unknown.isEmpty());
    }

    void aValueIsNotFilledAgainNorTrusted()
    {
        QCOMPARE(fill(u"{drive}!"_s).text, u"{price.last} !"_s); // its override of direction is gone
    }

    void whatIsMissingSaysSo()
    {
        const FilledText text =
            fill(u"{etf.net_last}, {etf.net_last.text}, {etf.net_last}, {level.own/name.state}, "
                 "{whales.deposits_1d}, {taker.crossing.previous_at}"_s);
        QCOMPARE(text.text, u"not known, not known, not known, not known, not known, not known"_s);
        QVERIFY(text.unknown.isEmpty());
        QStringList ids;
        for (const MissingReading& one : text.missing)
            ids << one.id + u": "_s + one.reason;
        QCOMPARE(ids, (QStringList{u"etf.net_last: no flows of funds are stored"_s,
                                   u"etf.net_last.text: no flows of funds are stored"_s,
                                   u"level.own/name.state: no close of it is stored"_s,
                                   u"whales.deposits_1d: nothing of that name is stored"_s,
                                   u"taker.crossing.previous_at: nothing is known of it"_s}));
    }

    void withoutReadingsNothingIsKnown()
    {
        const FilledText text = filled(u"{price.last} {zone}"_s, {.noBrief = u"no candles are stored"_s});
        QCOMPARE(text.text, u"not known UTC"_s);
        QCOMPARE(text.missing.front().reason, u"no candles are stored"_s);
    }

    void whatIsUnknownStaysAsTyped()
    {
        const FilledText text =
            fill(u"{price.lst} {price.lst} {price.last.txt} {nonsense} {event.next.titel}"_s);
        QCOMPARE(text.text, u"{price.lst} {price.lst} {price.last.txt} {nonsense} {event.next.titel}"_s);
        QCOMPARE(text.unknown,
                 (QStringList{u"price.lst"_s, u"price.last.txt"_s, u"nonsense"_s, u"event.next.titel"_s}));
        QVERIFY(text.missing.empty());
    }

    void theNearestNameIsTold()
    {
        const Brief brief = exampleBrief();
        const PlaceholderFacts facts{.brief = &brief};
        QCOMPARE(unknownPlaceholderWords(u"price.lst"_s, facts),
                 u"There is no reading “price.lst”; price.last may be meant."_s);
        QCOMPARE(unknownPlaceholderWords(u"zzzzzzzz"_s, facts),
                 u"There is no reading “zzzzzzzz”; it stays as it was typed."_s);
        const FilledText odd = fill(u"{level.defence-band.state}"_s);
        QCOMPARE(odd.text, u"not known"_s);
        QCOMPARE(missingPlaceholderWords(odd.missing.front(), facts),
                 u"level.defence-band.state is not known: nothing of that name is stored; "
                 "level.defense-band.state may be meant."_s);
        QCOMPARE(missingPlaceholderWords(brief.missing.front(), facts),
                 u"etf.net_last is not known: no flows of funds are stored."_s);
    }

    void rightToLeftHoldsValuesApart()
    {
        QCOMPARE(fill(u"سعر {price.last}"_s).text, u"سعر \u2068$89,316\u2069"_s);
        QCOMPARE(fill(u"at {price.last}"_s).text, u"at $89,316"_s);
    }

    void theLongestNameCounts()
    {
        Brief brief;
        brief.add(reading(u"level.a.state"_s, u"short"_s));
        brief.add(reading(u"level.a.state.state"_s, u"long"_s));
        const PlaceholderFacts facts{.brief = &brief};
        QCOMPARE(filled(u"{level.a.state} {level.a.state.state}"_s, facts).text, u"short long"_s);
    }

    void longTextsAreFilledToo()
    {
        QString typed;
        for (int i = 0; i < 20000; ++i)
            typed += u"{price.last} { "_s;
        QCOMPARE(fill(typed).text.size(), qsizetype{20000} * 10);
        QVERIFY(fill(u'{' + QString(100000, u'a') + u'}').unknown.isEmpty());
    }

    void readingsAreAskedForWhereNeeded()
    {
        QVERIFY(asksForReadings(u"at {price.last}"_s));
        QVERIFY(!asksForReadings(u"{instrument} {from} {to} {as_of} {zone} {{price.last}} { }"_s));
    }

    void valuesAreListed()
    {
        const Brief brief = exampleBrief();
        const auto values = placeholderValues({.brief = &brief, .instrument = u"BTC-USDT"_s});
        QCOMPARE(values.front().id, u"as_of"_s);
        QCOMPARE(values.size(), 5 + brief.readings.size());
        QCOMPARE(values[5].id, u"cohort.sth.cost_basis"_s);
        QCOMPARE(values[5].value, u"$99,300.40"_s);
        QCOMPARE(placeholderValues({}).size(), std::size_t(5));
    }

    void namesOfReadings_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOne");
        for (const char* name :
             {"price.last", "watch.SOL.change_24h_pct", "level.my-own.state", "level.x.touches",
              "cohort.1d-1w.cost_basis", "cohort.10y+.supply_btc", "cohort.all.under_water",
              "macro.jgb20_bid_to_cover.streak", "correlation.btc_spx_30d", "event.next.title",
              "taker.crossing.count", "drive", "drive.text"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char* name :
             {"", "price", "price.last.last", "watch.DOGE.change_24h_pct", "level.x", "cohort.x.supply_btc",
              "macro.jgb20.max", "correlation.btc_30d", "title", "text"})
            QTest::newRow(qPrintable(u"not "_s + QLatin1StringView(name)))
                << QString::fromLatin1(name) << false;
    }
    void namesOfReadings()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOne);
        QCOMPARE(isReadingName(name), isOne);
    }
};

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"

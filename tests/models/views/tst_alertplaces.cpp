// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/alertplaces.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UtcTime now = fromMsecs(1768953600000); // 2026-01-21T00:00Z
const QString instrument = u"binance:BTCUSDT"_s;

AlertCondition touching(const QString& level)
{
    return {.level = level};
}
AlertCondition reaching(const QString& series, int value, const QString& column = {})
{
    return {.kind = AlertCondition::Kind::Value,
            .series = series,
            .column = column,
            .value = Amount::fromDouble(value)};
}
Alert alertOf(const QString& id, const std::vector<AlertCondition>& conditions)
{
    return {.id = id, .name = id.toUpper(), .instrument = instrument, .conditions = conditions};
}

} // namespace

class TestAlertPlaces final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void aLevelOnceHoweverManyLookAtIt()
    {
        const AlertState state{.alerts = {alertOf(u"a"_s, {touching(u"band"_s), touching(u"sth"_s)}),
                                          alertOf(u"b"_s, {touching(u"band"_s)})},
                               .now = now};
        const std::vector<AlertPlace> wanted{{.level = u"band"_s, .alerts = {u"A"_s, u"B"_s}},
                                             {.level = u"sth"_s, .alerts = {u"A"_s}}};
        QCOMPARE(alertPlaces(state, instrument), wanted);
    }
    void onlyPricesOfTheInstrumentShownHaveAPlace()
    {
        const AlertState state{
            .alerts = {alertOf(u"a"_s, {reaching(u"price/binance:BTCUSDT"_s, 90000)}),
                       alertOf(u"b"_s, {reaching(u"price/coinbase:BTC-USD"_s, 91000)}),
                       alertOf(u"c"_s, {reaching(u"price/binance:BTCUSDT"_s, 92000, u"volume"_s)}),
                       alertOf(u"d"_s, {reaching(u"liquidations/all"_s, 93000)}),
                       alertOf(u"e"_s, {reaching(u"price/binance:BTCUSDT"_s, 94000, u"close"_s)})},
            .now = now};
        const std::vector<AlertPlace> wanted{{.price = Price::whole(90000), .alerts = {u"A"_s}},
                                             {.price = Price::whole(94000), .alerts = {u"E"_s}}};
        QCOMPARE(alertPlaces(state, instrument), wanted);
    }
    void whatCannotFireAnyMoreHasNone()
    {
        Alert off = alertOf(u"off"_s, {touching(u"a"_s)});
        off.isOn = false;
        Alert over = alertOf(u"over"_s, {touching(u"b"_s)});
        over.validTo = now;
        Alert spent = alertOf(u"spent"_s, {touching(u"c"_s)});
        spent.isOnce = true;
        spent.armedAt = now - 2h;
        AlertState state{.alerts = {off, over, spent}, .now = now};
        state.log.push_back({.firing = {.alert = u"spent"_s, .at = now - 1h}});
        QVERIFY(alertPlaces(state, instrument).empty());
        state.alerts[2].armedAt = now - 30min; // armed again since
        QCOMPARE(alertPlaces(state, instrument).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestAlertPlaces)
#include "tst_alertplaces.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cardfigures.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

CardFacts facts()
{
    return {.data = exampleCards(),
            .study = std::pair(exampleStudyQuestion(), Result<EventStudy>(exampleStudy())),
            .alerts = exampleAlerts()};
}

/// Null when there is none.
const CardNumber* find(const CardNumbers& numbers, const QString& row, const QString& column)
{
    const auto found = std::find_if(numbers.begin(), numbers.end(), [&](const CardNumber& number) {
        return number.row == row && number.column == column;
    });
    return found == numbers.end() ? nullptr : &*found;
}

} // namespace

class CardFiguresTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void eachNumberAsItIsStored_data()
    {
        QTest::addColumn<CardNumbers>("numbers");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("unit");
        const auto row = [](const char* name, const CardNumbers& numbers, const QString& of,
                            const QString& column, const char* value, const QString& unit) {
            QTest::newRow(name) << numbers << of << column << QByteArray(value) << unit;
        };
        const CardFacts all = facts();
        row("a fund's flow", flowNumbers(all), u"2026-01-20"_s, u"FBTC"_s, "-152000000", u"USD"_s);
        row("a flow that is not reported", flowNumbers(all), u"2026-01-20"_s, u"ARKB"_s, "", u"USD"_s);
        row("all funds", flowNumbers(all), u"2026-01-16"_s, u"total"_s, "-395000000", u"USD"_s);
        row("a price", cohortNumbers(all), u"price"_s, u"last"_s, "89000", u"USD"_s);
        row("an edge of a level", levelNumbers(all), u"defense-band"_s, u"low"_s, "89800", u"USD"_s);
        row("a state", levelNumbers(all), u"resistance-sth"_s, u"state"_s, "capping", {});
        row("a state's beginning", levelNumbers(all), u"defense-band"_s, u"since"_s, "2026-01-20T21:00:00Z",
            {});
        row("closings of a day", pictureNumbers(all), u"2026-01-20T00:00:00Z"_s, u"long_usd"_s, "905000000",
            u"USD"_s);
        row("a day without a record", pictureNumbers(all), u"2026-01-23T00:00:00Z"_s, u"short_usd"_s, "",
            u"USD"_s);
        row("the start of an index", watchNumbers(all), u"2026-01-13T00:00:00Z"_s, u"ETH"_s, "100",
            u"index"_s);
        row("occurrences that count over a week", studyNumbers(all), u"after 168h"_s, u"price_count"_s, "6",
            {});
    }
    void eachNumberAsItIsStored()
    {
        QFETCH(CardNumbers, numbers);
        QFETCH(QString, row);
        QFETCH(QString, column);
        const CardNumber* const number = find(numbers, row, column);
        QVERIFY(number);
        QTEST(number->value, "value");
        QTEST(number->unit, "unit");
    }
    /// (89,000 - 89,800) / 89,000 is negative: the level lies above the price by 800 of 89,000.
    void aDistanceIsThatOfTheNearestEdge()
    {
        const auto numbers = levelNumbers(facts());
        QCOMPARE(find(numbers, u"defense-band"_s, u"distance_pct"_s)->value, QByteArray("0.8988764"));
    }
    void aReadingKeepsItsTimes()
    {
        const CardFacts all = facts();
        const auto numbers = briefNumbers(all);
        QCOMPARE(numbers.size(), all.data.brief->readings.size());
        QCOMPARE(numbers[0].row, all.data.brief->readings[0].id);
        QVERIFY(numbers[0].knownAt == all.data.brief->readings[0].knownAt);
    }
    void candlesComeNewestFirst()
    {
        CardFacts all = facts();
        all.data.candles = {{at("2026-01-20"),
                             Price::whole(1),
                             Price::whole(4),
                             Price::whole(1),
                             Price::whole(2),
                             {},
                             {},
                             {},
                             {}},
                            {at("2026-01-21"),
                             Price::whole(2),
                             Price::whole(5),
                             Price::whole(2),
                             Price::whole(3),
                             {},
                             {},
                             {},
                             {}}};
        const auto numbers = candleNumbers(all);
        QCOMPARE(numbers[0].row, u"2026-01-21T00:00:00Z"_s);
        QCOMPARE(find(numbers, u"2026-01-20T00:00:00Z"_s, u"high"_s)->value, QByteArray("4"));
        QVERIFY(find(numbers, u"2026-01-20T00:00:00Z"_s, u"volume"_s)->value.isEmpty());
    }
    /// A step has two corners and is one number.
    void aStepIsOneNumber()
    {
        CardFacts all;
        const qint64 day = toMsecs(at("2026-01-20"));
        all.data.history.bases = {{.name = u"sth"_s,
                                   .runs = {{{day, 99'300}, {day + 86'400'000, 99'300}}},
                                   .source = u"a"_s,
                                   .definition = u"b"_s},
                                  {.name = u"10y+"_s, .runs = {{{day, 1}, {day + 86'400'000, 1}}}}};
        const auto numbers = basisNumbers(all);
        QCOMPARE(numbers.size(), std::size_t(1)); // the other band is not drawn at first
        QCOMPARE(numbers[0].value, QByteArray("99300"));
        QCOMPARE(numbers[0].source, u"a (b)"_s);
    }
    void nothingShownIsNoNumber()
    {
        const CardFacts nothing;
        for (const auto numbers :
             {flowNumbers, basisNumbers, lossNumbers, costNumbers, watchNumbers, correlationNumbers,
              studyNumbers, pictureNumbers, levelNumbers, briefNumbers, holderNumbers, alertNumbers,
              eventNumbers, candleNumbers, sourceNumbers})
            QVERIFY(numbers(nothing).empty());
    }
};

QTEST_GUILESS_MAIN(CardFiguresTest)
#include "tst_cardfigures.moc"

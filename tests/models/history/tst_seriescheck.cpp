// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriescheck.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcTime first{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
constexpr Span oneDayLong = std::chrono::hours{24};

Sample sample(int day, int value)
{
    const UtcTime from = first + oneDayLong * day;
    return {from, from + oneDayLong, from + oneDayLong, {Int128(value) * decimalUnits}};
}

} // namespace

class TestSeriesCheck : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    /// 100 and 102 are 2 % apart, 200 and 190 are -5 %, 400 and 402 are 0.5 %.
    void daysThatBothHaveAreCompared()
    {
        const std::vector<Sample> one{sample(0, 100), sample(1, 200), sample(2, 300), sample(4, 400),
                                      sample(5, 0)};
        const std::vector<Sample> other{sample(-1, 1), sample(0, 102), sample(1, 190),
                                        sample(3, 7),  sample(4, 402), sample(5, 9)};
        const auto comparison = compareSamples(one, other);
        QVERIFY(comparison);
        QCOMPARE(comparison->intervals, 3);
        QCOMPARE(comparison->latest.from, first + oneDayLong * 4);
        QCOMPARE(comparison->latest.pct, 0.5);
        QCOMPARE(comparison->largest.from, first + oneDayLong);
        QCOMPARE(comparison->largest.pct, -5.0);
        QCOMPARE(comparison->largest.second, sample(1, 190).value);
    }

    void nothingInCommon()
    {
        QVERIFY(!compareSamples({}, {}));
        const std::vector<Sample> one{sample(0, 1)};
        const std::vector<Sample> other{sample(1, 1)};
        QVERIFY(!compareSamples(one, other));
    }

    void onlyOneDefinitionFromTwoSources()
    {
        testing::FakeClock clock{first};
        const auto store = Store::openInMemory(clock).value();
        const auto add = [&](const QString& source, const QString& definition, int value) {
            const auto series = store->ensureSeries({u"cohort/sth"_s, u"cost_basis"_s, source, definition},
                                                    SeriesKind::Samples, u"USD"_s);
            const std::vector<Sample> samples{sample(0, value)};
            QVERIFY(store->mergeSamples(series.value().id, samples).hasValue());
        };
        add(u"bitview"_s, u"STH < 150 d"_s, 1000);
        add(u"glassnode"_s, u"STH < 155 d"_s, 2000);
        add(u"file"_s, {}, 1);
        add(u"other file"_s, {}, 2);
        QVERIFY(checkSeries(*store, u"cohort/"_s).value().empty());
        add(u"own node"_s, u"STH < 150 d"_s, 1006);
        const auto checks = checkSeries(*store, u"cohort/"_s).value();
        QCOMPARE(checks.size(), std::size_t{1});
        QCOMPARE(checks.front().firstSource, u"bitview"_s);
        QCOMPARE(checks.front().secondSource, u"own node"_s);
        QCOMPARE(checks.front().comparison.latest.pct, 0.6);
        QVERIFY(warningOf(checks.front(), 0.7).isEmpty());
        const QString warning = warningOf(checks.front(), 0.5);
        QVERIFY2(warning.contains(u"1000"_s) && warning.contains(u"1006"_s) && warning.contains(u"0.60"_s),
                 qPrintable(warning));
        QVERIFY(checkSeries(*store, u"macro/"_s).value().empty());
    }
};

QTEST_GUILESS_MAIN(TestSeriesCheck)
#include "tst_seriescheck.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/panebars.h"

#include <QtTest>

#include <cmath>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UtcTime begin = parseIso("2026-01-12").value();

UtcTime day(int n, Span time = {})
{
    return begin + 24h * n + time;
}

SamplePoint pointOf(UtcTime from, UtcTime to, double value)
{
    return {toMsecs(from), toMsecs(to), toMsecs(to), value};
}

/// Three sessions of a yield, then nothing from the fourth day on, and an auction on the second.
ViewData yields()
{
    PaneData pane;
    pane.kind = u"jgb"_s;
    pane.title = u"Japanese yields"_s;
    pane.unit = u"%"_s;
    pane.names = {u"20 y"_s};
    pane.samples = {std::make_shared<SampleSeries>(std::vector<SamplePoint>{
        pointOf(day(0), day(0, 6h), 3.1), pointOf(day(1), day(1, 6h), 3.2), pointOf(day(2), day(2, 6h), 3.3),
        pointOf(day(4), latestTime, std::nan(""))})};
    pane.marks = {{.time = day(1, 3h),
                   .since = day(1, 3h),
                   .until = latestTime,
                   .value = 3.15,
                   .label = u"3.19"_s,
                   .words = u"20-year auction 3.19, 4.10 before"_s}};
    pane.provenance = {{.series = u"macro/jgb20y_yield"_s,
                        .source = u"mof; other"_s,
                        .definition = {},
                        .unit = {},
                        .from = {},
                        .to = {}}};
    ViewData data;
    data.panes = {pane};
    data.asOf = day(6);
    return data;
}

QString words(const ViewData& data, const QString& kind, const std::optional<UtcTime>& at)
{
    View view;
    view.interval = oneHour;
    view.range = {day(0), day(6)};
    TimelineLayout layout;
    layout.time = {view.range, 0, 600};
    PaneBars bars;
    readPaneBars(view, *findPaneKind(kind), data, layout.time, 1, bars);
    const QTimeZone zone = QTimeZone::utc();
    QStringList parts;
    for (const LegendRun& run : legendOf(bars, Scene{layout, view, data, zone, 2026}, at))
        parts.append(run.text);
    return parts.join(u' ');
}

} // namespace

class TestLineLegend final : public QObject {
    Q_OBJECT

private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void tellsTheValueAtThePointer_data()
    {
        QTest::addColumn<UtcTime>("at");
        QTest::addColumn<QString>("beginning");
        QTest::newRow("within a session") << day(1, 2h) << u"Japanese yields 20 y 3.200 ·"_s;
        QTest::newRow("in the night after it")
            << day(1, 20h) << u"Japanese yields 20 y 3.200 20-year auction 3.19, 4.10 before · 13 Jan ·"_s;
        QTest::newRow("before the auction") << day(0, 7h) << u"Japanese yields 20 y 3.100 ·"_s;
        QTest::newRow("when a value was due") << day(5) << u"Japanese yields 20 y no record 20-year"_s;
    }
    void tellsTheValueAtThePointer()
    {
        QFETCH(UtcTime, at);
        QFETCH(QString, beginning);
        const QString legend = words(yields(), u"jgb"_s, at);
        QVERIFY2(legend.startsWith(beginning), qPrintable(legend));
        QVERIFY2(legend.endsWith(u"· close in Tokyo · % · mof · other"_s), qPrintable(legend));
    }
    void withoutAPointerTheLastOneInView()
    {
        ViewData data = yields();
        data.asOf = day(3);
        QVERIFY(words(data, u"jgb"_s, {}).startsWith(u"Japanese yields 20 y 3.300 "_s));
    }
    void partsAndTheRunningSumAreTold()
    {
        const auto session = [](int n, double value) { return pointOf(day(n, 14h), day(n, 21h), value); };
        PaneData pane;
        pane.kind = u"etf"_s;
        pane.title = u"ETF net flow"_s;
        pane.samples = {std::make_shared<SampleSeries>(std::vector{session(0, 5e6), session(1, -2e6)})};
        pane.parts = {{u"IBIT"_s, std::make_shared<SampleSeries>(std::vector{session(1, -3e6)})},
                      {u"FBTC"_s, std::make_shared<SampleSeries>(std::vector{session(1, 1e6)})}};
        ViewData data;
        data.panes = {pane};
        data.asOf = day(6);
        const QString legend = words(data, u"etf"_s, day(1, 15h));
        QVERIFY2(legend.startsWith(u"ETF net flow −2.0 M IBIT −3.0 M FBTC +1.0 M sum since 12 Jan +3.0 M "_s),
                 qPrintable(legend));
    }
    void aDayWithoutASessionIsNoPartOfTheSum()
    {
        const auto session = [](int n, double value) { return pointOf(day(n, 14h), day(n, 21h), value); };
        PaneData pane;
        pane.kind = u"etf"_s;
        pane.title = u"ETF net flow"_s;
        pane.samples = {
            std::make_shared<SampleSeries>(std::vector{session(0, 5e6), session(1, -2e6), session(2, 1e6)})};
        pane.sessionless = {{day(1, 14h), day(1, 21h)}};
        ViewData data;
        data.panes = {pane};
        data.asOf = day(6);
        const QString closed = words(data, u"etf"_s, day(1, 15h));
        QVERIFY2(
            closed.startsWith(u"ETF net flow −2.0 M New York closed, not counted sum since 12 Jan +5.0 M "_s),
            qPrintable(closed));
        const QString after = words(data, u"etf"_s, day(2, 15h));
        QVERIFY2(after.startsWith(u"ETF net flow +1.0 M sum since 12 Jan +6.0 M "_s), qPrintable(after));
    }
};

QTEST_MAIN(TestLineLegend)
#include "tst_linelegend.moc"

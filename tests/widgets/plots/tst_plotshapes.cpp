// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/plots/barshapes.h"
#include "widgets/plots/candleshapes.h"
#include "widgets/plots/hatch.h"
#include "widgets/plots/inks.h"
#include "widgets/plots/tagstack.h"
#include "widgets/theme/contrast.h"

#include <QtTest>

#include <array>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3600000;

/// Ten pixels an hour from 1970 on; value 100 at row 0, value 0 at row 100.
TimeScale hours(int count)
{
    return {{UtcTime{}, UtcTime{} + std::chrono::hours{count}}, 0, count * 10.0};
}
ValueScale hundred()
{
    return {.low = 0, .high = 100, .top = 0, .height = 100, .logarithmic = false};
}
CandleBar candle(int hour, double open, double high, double low, double close)
{
    return {hour * hourMs, {open, high, low, close, 1}};
}

} // namespace

class TestPlotShapes final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void tagsStack_data()
    {
        QTest::addColumn<QList<int>>("ticks");
        QTest::addColumn<QList<int>>("tops");
        QTest::newRow("far ones stay centred on their ticks") << QList<int>{100, 200} << QList<int>{90, 190};
        QTest::newRow("two that meet share the way") << QList<int>{100, 110} << QList<int>{85, 105};
        QTest::newRow("three in one place") << QList<int>{100, 100, 100} << QList<int>{70, 90, 110};
        QTest::newRow("one at the top is pushed inside") << QList<int>{2, 200} << QList<int>{0, 190};
        QTest::newRow("two at the bottom are pushed up") << QList<int>{298, 299} << QList<int>{260, 280};
        QTest::newRow("a chain pushes its neighbour")
            << QList<int>{100, 115, 130} << QList<int>{85, 105, 125};
    }
    void tagsStack()
    {
        QFETCH(QList<int>, ticks);
        QFETCH(QList<int>, tops);
        std::vector<Tag> tags;
        for (const int tick : ticks)
            tags.push_back({tick, 0});
        stackTags(tags, 20, 0, 300);
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            QCOMPARE(tags[std::size_t(i)].tick, ticks[i]);
            QCOMPARE(tags[std::size_t(i)].top, tops[i]);
        }
    }

    void candleWidthsCentreTheWick()
    {
        for (const int wick : {1, 2, 3})
            for (double spacing = 1; spacing < 60; spacing += 0.13) {
                const CandleWidths widths = candleWidths(spacing, wick);
                QVERIFY(widths.body >= 1 && widths.wick >= 1 && widths.body >= widths.wick);
                QCOMPARE((widths.body - widths.wick) % 2, 0);
                if (spacing >= 2)
                    QVERIFY2(widths.body < spacing, qPrintable(QString::number(spacing)));
            }
    }
    void candlesStandOnWholePixels()
    {
        CandleShapes shapes;
        const std::array bars{candle(0, 40, 90, 10, 60), candle(1, 60, 70, 30, 40)};
        layOutCandles(bars, oneHour, hours(2), hundred(), QRect(0, 0, 20, 100), 1, shapes);
        // spacing 10: body 7 (10 less a quarter, odd), wick at the middle column 5
        QCOMPARE(shapes.up, (std::vector{QRect(2, 40, 7, 20), QRect(5, 10, 1, 30), QRect(5, 60, 1, 30)}));
        QCOMPARE(shapes.down,
                 (std::vector{QRect(12, 40, 7, 20), QRect(15, 30, 1, 10), QRect(15, 60, 1, 10)}));
    }
    void aCandleWithoutHeightIsStillSeen()
    {
        CandleShapes shapes;
        const std::array bars{candle(0, 50, 50, 50, 50)};
        layOutCandles(bars, oneHour, hours(2), hundred(), QRect(0, 0, 20, 100), 1, shapes);
        QCOMPARE(shapes.up, (std::vector{QRect(2, 50, 7, 1)}));
    }
    void candlesOutsideTheClipAreLeftOut()
    {
        CandleShapes shapes;
        const std::array bars{candle(0, 40, 90, 10, 60), candle(3, 60, 70, 30, 40)};
        layOutCandles(bars, oneHour, hours(4), hundred(), QRect(30, 0, 10, 100), 1, shapes);
        QVERIFY(shapes.up.empty());
        QCOMPARE(shapes.down.size(), std::size_t(3));
    }

    void barsLeaveAGap()
    {
        BarShapes shapes;
        const std::array bars{DrawnBar{0, hourMs, 30}, DrawnBar{hourMs, 2 * hourMs, 50}};
        layOutBars(bars, BarDirection::Up, hours(2), hundred(), QRect(0, 0, 20, 100), 1, shapes);
        QCOMPARE(shapes.up, (std::vector{QRect(0, 70, 9, 30), QRect(10, 50, 9, 50)}));
    }
    void barsGoDownBySignOrByRole()
    {
        const ValueScale values{.low = -50, .high = 50, .top = 0, .height = 100, .logarithmic = false};
        BarShapes shapes;
        const std::array bars{DrawnBar{0, hourMs, -20}};
        layOutBars(bars, BarDirection::BySign, hours(2), values, QRect(0, 0, 20, 100), 1, shapes);
        QCOMPARE(shapes.down, (std::vector{QRect(0, 50, 9, 20)}));
        shapes.clear();
        const std::array longs{DrawnBar{0, hourMs, 20}};
        layOutBars(longs, BarDirection::Down, hours(2), values, QRect(0, 0, 20, 100), 1, shapes);
        QCOMPARE(shapes.down, (std::vector{QRect(0, 50, 9, 20)}));
    }
    void aValueOfZeroDrawsNothing()
    {
        BarShapes shapes;
        const std::array bars{DrawnBar{0, hourMs, 0}};
        layOutBars(bars, BarDirection::BySign, hours(2), hundred(), QRect(0, 0, 20, 100), 1, shapes);
        QVERIFY(shapes.up.empty() && shapes.down.empty());
    }

    void aFlaggedBarReachesAsFarAsItsParts()
    {
        const ValueScale values{.low = -50, .high = 50, .top = 0, .height = 100, .logarithmic = false};
        const std::array bars{DrawnBar{0, hourMs, -20, true}, DrawnBar{hourMs, 2 * hourMs, 30}};
        const std::array pieces{StackPiece{0, hourMs, 0, 10, 0}, StackPiece{0, hourMs, 0, -30, 1},
                                StackPiece{hourMs, 2 * hourMs, 0, 30, 0}};
        QCOMPARE(layOutSessionless(bars, pieces, hours(2), values, QRect(0, 0, 20, 100), 1),
                 std::vector{QRect(0, 40, 9, 40)});
    }

    void hatchingStaysInside()
    {
        const QRect rect(13, 7, 50, 21);
        const auto lines = hatchLines(rect, 7, 13);
        QVERIFY(lines.size() >= 7);
        for (const QLine& line : lines) {
            QVERIFY(rect.contains(line.p1()) && rect.contains(line.p2()));
            QCOMPARE(line.x2() - line.x1(), line.y1() - line.y2());
        }
    }
    void hatchingMovesWithItsTime()
    {
        const auto before = hatchLines(QRect(20, 0, 30, 10), 7, 20);
        const auto after = hatchLines(QRect(23, 0, 30, 10), 7, 23);
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            QCOMPARE(after[i], before[i].translated(3, 0));
    }

    void everyTextCanBeRead_data()
    {
        QTest::addColumn<QString>("theme");
        for (const auto& name : {u"dark"_s, u"light"_s, u"print"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyTextCanBeRead()
    {
        QFETCH(QString, theme);
        const Inks inks = inksOf(themeByName(theme));
        for (const QColor& ground : {inks.theme.background, inks.theme.panel, inks.theme.future})
            for (const QColor& text : {inks.theme.text, inks.theme.dim})
                QVERIFY2(contrastRatio(text, ground) >= 4.5,
                         qPrintable(text.name() + QStringLiteral(" on ") + ground.name()));
        for (const InkRole role : {InkRole::Text, InkRole::Dim, InkRole::Up, InkRole::Down, InkRole::Accent})
            QVERIFY(contrastRatio(inks.text(role), inks.theme.background) >= 4.5);
        for (const Ink& ink : inks.levels) {
            QVERIFY(contrastRatio(ink.text, inks.theme.background) >= 4.5);
            QVERIFY(contrastRatio(ink.onTag, ink.fill) >= 4.5);
        }
        QVERIFY(contrastRatio(inks.accent.text, inks.theme.panel) >= 4.5);
    }
};

QTEST_MAIN(TestPlotShapes)
#include "tst_plotshapes.moc"

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/plots/barshapes.h"
#include "widgets/plots/lineshapes.h"
#include "widgets/plots/panemarks.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3600000;
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// Ten pixels an hour from 1970 on; value 100 at row 0, value 0 at row 100.
TimeScale hours(int count)
{
    return {{UtcTime{}, UtcTime{} + std::chrono::hours{count}}, 0, count * 10.0};
}
ValueScale hundred()
{
    return {.low = 0, .high = 100, .top = 0, .height = 100, .logarithmic = false};
}
const QRect plot(0, 0, 100, 100);

/// One value an hour from 1970 on.
DrawnLine lineOf(const std::vector<double>& values)
{
    std::vector<SamplePoint> points;
    for (const double value : values) {
        const auto n = static_cast<qint64>(points.size());
        points.push_back({n * hourMs, (n + 1) * hourMs, (n + 1) * hourMs, value});
    }
    DrawnLine line;
    readLine(SampleSeries(points), hours(10), false, line);
    return line;
}

LineShapes laidOut(const DrawnLine& line, LineForm form, int width = 2)
{
    LineShapes shapes;
    layOutLine(line, form, hours(10), hundred(), plot, width, shapes);
    return shapes;
}

} // namespace

class TestLineShapes final : public QObject {
    Q_OBJECT

private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void stepsAreLevelAndUpright()
    {
        const LineShapes shapes = laidOut(lineOf({50, 70}), LineForm::Steps);
        QCOMPARE(shapes.rects, (std::vector<QRect>{{0, 49, 10, 2}, {10, 29, 10, 2}, {9, 29, 2, 22}}));
        QVERIFY(shapes.runs.empty());
    }
    void aGapIsAGap()
    {
        const LineShapes steps = laidOut(lineOf({50, gap, 70}), LineForm::Steps);
        QCOMPARE(steps.rects, (std::vector<QRect>{{0, 49, 10, 2}, {20, 29, 10, 2}}));
        const LineShapes joined = laidOut(lineOf({50, 60, gap, 70, 80}), LineForm::Joined);
        QCOMPARE(joined.runs.size(), std::size_t{2});
        QCOMPARE(joined.runs[0].last(), QPointF(20, 40));
        QCOMPARE(joined.runs[1].first(), QPointF(40, 30));
    }
    void stepsThatDoNotTouchAreNotTied()
    {
        DrawnLine line;
        readLine(SampleSeries({{0, hourMs, hourMs, 50}, {2 * hourMs, 3 * hourMs, 3 * hourMs, 70}}), hours(10),
                 false, line);
        QCOMPARE(laidOut(line, LineForm::Steps).rects.size(), std::size_t{2});
    }
    void joinedValuesMeetAtTheEndOfWhatTheyCover()
    {
        const LineShapes shapes = laidOut(lineOf({50, 70, 60}), LineForm::Joined);
        QCOMPARE(shapes.runs.size(), std::size_t{1});
        QCOMPARE(shapes.runs[0], QPolygonF({{10, 50}, {20, 30}, {30, 40}}));
        // The middle of a line of odd width lies on the middle of a pixel.
        QCOMPARE(laidOut(lineOf({50, 70}), LineForm::Joined, 3).runs[0].first(), QPointF(10, 50.5));
    }
    void aValueAloneIsADot()
    {
        const LineShapes shapes = laidOut(lineOf({gap, 50, gap}), LineForm::Joined);
        QVERIFY(shapes.runs.empty());
        QCOMPARE(shapes.rects, std::vector<QRect>{QRect(18, 48, 4, 4)});
    }
    void aJoinedLineGoesOnBeyondTheEdges()
    {
        DrawnLine line;
        const SampleSeries series({{-9 * hourMs, -8 * hourMs, 0, 10},
                                   {-3 * hourMs, -2 * hourMs, 0, 20},
                                   {2 * hourMs, 3 * hourMs, 0, 30},
                                   {20 * hourMs, 21 * hourMs, 0, 40}});
        readLine(series, hours(10), true, line);
        QCOMPARE(line.points.size(), std::size_t{3});
        readLine(series, hours(10), false, line);
        QCOMPARE(line.points.size(), std::size_t{1});
    }

    /// What is drawn of very many values is as much as the screen is wide, and reaches as far as they do.
    void manyValuesAreReadByColumn()
    {
        std::mt19937_64 random(5);
        std::vector<SamplePoint> points;
        const qint64 minute = hourMs / 60;
        for (int n = 0; n < 600; ++n)
            points.push_back({n * minute, (n + 1) * minute, 0, static_cast<double>(random() % 100)});
        const SampleSeries series(points);
        DrawnLine line;
        readLine(series, hours(10), false, line);
        QVERIFY(line.isDense);
        QVERIFY(line.points.size() <= 50);
        double least = 100;
        double greatest = 0;
        for (const LinePoint& point : line.points) {
            const auto extent = series.extent({fromMsecs(point.fromMs), fromMsecs(point.toMs)});
            QCOMPARE(point.least, extent.least);
            QCOMPARE(point.greatest, extent.greatest);
            least = std::min(least, point.least);
            greatest = std::max(greatest, point.greatest);
        }
        const auto all = series.extent(hours(10).range);
        QCOMPARE(least, all.least);
        QCOMPARE(greatest, all.greatest);
        const LineShapes shapes = laidOut(line, LineForm::Steps);
        QCOMPARE(shapes.rects.size(), line.points.size());
        QVERIFY(shapes.rects[0].height() > 2);
    }

    void marksThatWouldMeetAreOne()
    {
        std::vector<PaneMark> marks;
        for (const int minute : {0, 10, 240, 250})
            marks.push_back({.time = UtcTime{} + std::chrono::minutes{minute},
                             .since = {},
                             .until = {},
                             .value = 50,
                             .label = u"3.19"_s,
                             .words = {}});
        TextPainter text;
        text.setRatio(1);
        const auto shapes = layOutPaneMarks(marks, hours(10), hundred(), plot, text, PixelGrid{1});
        QCOMPARE(shapes.size(), std::size_t{2});
        QCOMPARE(shapes[0].centre, QPoint(0, 50));
        QCOMPARE(shapes[1].centre, QPoint(40, 50));
        QVERIFY(shapes[0].labelPlace.right() < 40);
        QVERIFY(shapes[1].labelPlace.left() > 40);
        QVERIFY(plot.contains(shapes[1].labelPlace));
        marks.push_back(marks.back());
        marks.back().time += std::chrono::hours{1}; // no room for the label of the one before
        for (const auto& shape : layOutPaneMarks(marks, hours(10), hundred(), plot, text, PixelGrid{1}))
            QVERIFY(shape.labelPlace.isEmpty());
    }
    void aMarkWithoutAValueStandsAtTheFoot()
    {
        const std::vector<PaneMark> marks{{.time = UtcTime{} + std::chrono::hours{5},
                                           .since = {},
                                           .until = {},
                                           .value = gap,
                                           .label = {},
                                           .words = {}}};
        TextPainter text;
        text.setRatio(1);
        const auto shapes = layOutPaneMarks(marks, hours(10), hundred(), plot, text, PixelGrid{1});
        QCOMPARE(shapes.size(), std::size_t{1});
        QVERIFY(shapes[0].centre.y() > 90 && shapes[0].centre.y() < 100);
    }

    void partsOfABarLieOneOnAnother()
    {
        const DrawnBar a{0, hourMs, 30};
        const DrawnBar b{0, hourMs, -10};
        const DrawnBar c{0, hourMs, 20};
        const auto pieces = stacked({{a}, {b}, {c}});
        QCOMPARE(pieces, (std::vector<StackPiece>{
                             {0, hourMs, 0, 30, 0}, {0, hourMs, 0, -10, 1}, {0, hourMs, 30, 50, 2}}));
        std::vector<std::vector<QRect>> rects(3);
        const ValueScale values{.low = -50, .high = 50, .top = 0, .height = 100, .logarithmic = false};
        layOutStack(pieces, hours(10), values, plot, 1, rects);
        QCOMPARE(rects[0], std::vector<QRect>{QRect(0, 20, 9, 30)});
        QCOMPARE(rects[1], std::vector<QRect>{QRect(0, 50, 9, 10)});
        QCOMPARE(rects[2], std::vector<QRect>{QRect(0, 0, 9, 20)});
        BarShapes frames;
        layOutFrames(std::vector<DrawnBar>{{0, hourMs, 40}}, hours(10), values, plot, 1, 1, frames);
        QCOMPARE(frames.up, (std::vector<QRect>{{0, 10, 9, 1}, {0, 10, 1, 40}, {8, 10, 1, 40}}));
        QVERIFY(frames.down.empty());
    }
    void aRunningSumBeginsWithTheFirst()
    {
        const auto sums = runningSum({{0, 1, 5}, {1, 2, -7}, {2, 3, 1}});
        QCOMPARE(sums, (std::vector<DrawnBar>{{0, 1, 5}, {1, 2, -2}, {2, 3, -1}}));
    }
};

QTEST_MAIN(TestLineShapes)
#include "tst_lineshapes.moc"

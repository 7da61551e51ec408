// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/plots/axisplot.h"
#include "widgets/plots/timelinepainter.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <cmath>
#include <set>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

const UtcTime begin = parseIso("2026-01-13").value();

/// Hours that rise and fall around 91,000; the sixth day of the second week is missing.
std::shared_ptr<CandleSeries> waves()
{
    auto series = std::make_shared<CandleSeries>(oneHour);
    CandleColumns columns;
    for (int hour = 0; hour < 240; ++hour) {
        if (hour >= 120 && hour < 144)
            continue;
        const auto price = [](int at) { return std::llround((91000 + 2000 * std::sin(at * 0.13)) * 1e8); };
        columns.time.push_back(toMsecs(begin) + hour * 3600000LL);
        columns.open.push_back(price(hour));
        columns.close.push_back(price(hour + 1));
        columns.high.push_back(std::max(price(hour), price(hour + 1)) + 20000000000LL);
        columns.low.push_back(std::min(price(hour), price(hour + 1)) - 20000000000LL);
        columns.volume.push_back(10);
        columns.netTaker.push_back(std::nan(""));
    }
    series->append(columns);
    series->finish();
    return series;
}

LevelData level(const QString& id, int low, int high, int colour)
{
    LevelData data;
    data.level.id = id;
    data.level.name = id;
    data.level.low = Price::whole(low);
    data.level.high = Price::whole(high);
    data.colourRole = colour;
    return data;
}

ViewData someData()
{
    ViewData data;
    data.instrumentTitle = u"BTC-USDT"_s;
    data.candles = waves();
    data.asOf = data.candles->range().to;
    data.levels = {level(u"band"_s, 89800, 90000, 0), level(u"line"_s, 92500, 92500, 1)};
    data.priceCoverage = {{data.candles->gaps().front(), CoverageState::Missing, {}}};
    PaneData etf;
    etf.kind = u"etf"_s;
    etf.title = u"ETF net flow"_s;
    etf.unit = u"USD"_s;
    std::vector<SamplePoint> points;
    for (int day = 0; day < 9; ++day) {
        const qint64 from = toMsecs(begin) + day * 86400000LL;
        points.push_back({from, from + 23400000, from + 86400000, day % 2 ? 5e8 : -3e8});
    }
    etf.samples = {std::make_shared<SampleSeries>(points)};
    data.panes = {etf};
    return data;
}

View someView()
{
    View view;
    view.range = {begin, begin + std::chrono::hours{264}};
    view.panes = {{.kind = u"price"_s, .weight = 3}, {.kind = u"etf"_s}, {.kind = u"deposits"_s}};
    return view;
}

constexpr QSize dips(900, 600);

struct Painted {
    ViewData data; ///< the painter looks at it for as long as it paints
    TimelineLayout layout;
    QImage image;
};

Painted painted(TimelinePainter& painter, double ratio)
{
    const View view = someView();
    const QSize size(static_cast<int>(dips.width() * ratio), static_cast<int>(dips.height() * ratio));
    Painted result{someData(), {}, QImage(size, QImage::Format_RGB32)};
    result.layout = painter.layOut(view, result.data, size, ratio);
    result.image.fill(Qt::magenta);
    QPainter paint(&result.image);
    painter.paint(paint, result.layout, view, result.data, result.layout.whole);
    return result;
}

} // namespace

class TestTimelinePainter final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void straightThingsAreCrisp_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 2.25})
            QTest::newRow(qPrintable(QString::number(ratio))) << ratio;
    }
    /// Below the legend and right of the level names, the pane of bars holds only the colours of its parts.
    void straightThingsAreCrisp()
    {
        QFETCH(double, ratio);
        TimelinePainter painter(themeByName(u"dark"_s));
        const Painted result = painted(painter, ratio);
        const PaneLayout& bars = result.layout.panes[1];
        std::set<QRgb> colours;
        const int top = bars.plot.top() + static_cast<int>(30 * ratio);
        for (int y = top; y <= bars.plot.bottom(); ++y)
            for (int x = bars.plot.left(); x <= bars.plot.right(); ++x)
                colours.insert(result.image.pixel(x, y));
        const Theme& theme = painter.theme();
        QVERIFY(colours.contains(theme.up.rgb()) && colours.contains(theme.down.rgb()));
        // background, future, grid, up, down, zero line, running sum
        QVERIFY2(colours.size() <= 7, qPrintable(QString::number(colours.size())));
    }
    void candlesAreCrisp_data() { straightThingsAreCrisp_data(); }
    /// Every pixel of a candle has its exact colour: no pixel beside one is a blend of it and the ground.
    void candlesAreCrisp()
    {
        QFETCH(double, ratio);
        TimelinePainter painter(themeByName(u"dark"_s));
        View view = someView();
        view.showsLevels = false;
        const ViewData data = someData();
        const QSize size(static_cast<int>(dips.width() * ratio), static_cast<int>(dips.height() * ratio));
        QImage image(size, QImage::Format_RGB32);
        const TimelineLayout layout = painter.layOut(view, data, size, ratio);
        QPainter paint(&image);
        painter.paintScene(paint, layout, view, data, layout.whole);
        paint.end();
        const Theme& theme = painter.theme();
        std::set<QRgb> colours;
        const int right = static_cast<int>(layout.time.x(toMsecs(begin) + 119 * 3600000LL));
        for (int y = 0; y <= layout.panes[0].plot.bottom(); ++y)
            for (int x = 0; x < right; ++x)
                colours.insert(image.pixel(x, y));
        QCOMPARE(colours, (std::set<QRgb>{theme.background.rgb(), theme.grid.rgb(), theme.up.rgb(),
                                          theme.down.rgb()}));
    }

    /// At the right edge of the price pane, below the candles, where the view asks for them.
    void costsLieAtTheRightEdgeWhereTheyAreShown()
    {
        ViewData data = someData();
        data.costs = std::make_shared<const CostDistribution>(
            CostDistribution{.buckets = {{Price::whole(1), Price::whole(1'000'000), *Amount::parse("100")}}});
        View view = someView();
        view.showsLevels = false;
        TimelinePainter painter(themeByName(u"dark"_s));
        const auto cornerOf = [&] {
            QImage image(dips, QImage::Format_RGB32);
            const TimelineLayout layout = painter.layOut(view, data, dips, 1);
            QPainter paint(&image);
            painter.paintScene(paint, layout, view, data, layout.whole);
            return image.pixelColor(layout.panes[0].plot.right(), layout.panes[0].plot.bottom() - 1);
        };
        const QColor without = cornerOf();
        view.showsCosts = true;
        const QColor with = cornerOf();
        const QColor profit = painter.theme().up;
        QVERIFY(with != without);
        QVERIFY2(with.green() > without.green() && with.green() < profit.green(), "translucent");
        data.costs.reset();
        QCOMPARE(cornerOf(), without);
    }

    void everyPixelIsPainted()
    {
        TimelinePainter painter(themeByName(u"light"_s));
        const Painted result = painted(painter, 1);
        for (int y = 0; y < result.image.height(); ++y)
            for (int x = 0; x < result.image.width(); ++x)
                QVERIFY(result.image.pixel(x, y) != QColor(Qt::magenta).rgb());
    }
    /// A repaint of any part gives the pixels that the whole had there.
    void partsAreLikeTheWhole()
    {
        TimelinePainter painter(themeByName(u"dark"_s));
        const Painted whole = painted(painter, 1.25);
        QImage parts = whole.image;
        QPainter paint(&parts);
        const View view = someView();
        const QRegion region =
            QRegion(100, 50, 200, 300) + QRegion(700, 0, 300, 500) + QRegion(0, 600, 1125, 90);
        paint.setClipRegion(region);
        paint.fillRect(parts.rect(), Qt::magenta);
        painter.paint(paint, whole.layout, view, whole.data, region);
        paint.end();
        QCOMPARE(parts, whole.image);
    }
    void gutterIsTheSameInAllPanes()
    {
        TimelinePainter painter(themeByName(u"dark"_s));
        const Painted result = painted(painter, 1.5);
        for (const PaneLayout& pane : result.layout.panes) {
            QCOMPARE(pane.gutter.left(), result.layout.panes[0].gutter.left());
            QCOMPARE(pane.gutter.width(), 132);
        }
    }
    void nearLevelsShowOnTheAxis()
    {
        TimelinePainter painter(themeByName(u"dark"_s));
        ViewData data = someData();
        data.levels.push_back(level(u"far"_s, 150000, 150000, 2));
        const TimelineLayout layout = painter.layOut(someView(), data, dips, 1);
        // candles reach from 88,800 to 93,200: both levels lie inside, the far one does not stretch the axis
        QVERIFY(layout.panes[0].values.high < 96000);
        QVERIFY(layout.panes[0].values.low > 86000);
    }
    void theDayOfClockTimesIsTold_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("hours");
        QTest::addColumn<QString>("day");
        QTest::newRow("some hours of one day") << QByteArray("UTC") << 10 << u"13 Jan"_s;
        QTest::newRow("a midnight among them tells it") << QByteArray("UTC") << 40 << QString();
        QTest::newRow("in the zone's own calendar") << QByteArray("America/New_York") << 4 << u"12 Jan"_s;
        QTest::newRow("days need none") << QByteArray("UTC") << 24 * 8 << QString();
    }
    void theDayOfClockTimesIsTold()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, hours);
        const View view = someView();
        const ViewData data = someData();
        const QTimeZone calendar(zone);
        TimelineLayout layout;
        layout.time = {{begin + std::chrono::minutes{1}, begin + std::chrono::hours{hours}}, 0, 900};
        const auto ticks = timeTicks(layout.time, calendar, 56, 2026);
        QTEST(dayOfTicks(ticks, {layout, view, data, calendar, 2026}), "day");
    }
    void aFixedScaleIsKept()
    {
        TimelinePainter painter(themeByName(u"dark"_s));
        View view = someView();
        view.panes[0].low = 80000;
        view.panes[0].high = 100000;
        const TimelineLayout layout = painter.layOut(view, someData(), dips, 1);
        QCOMPARE(layout.panes[0].values.low, 80000.0);
        QCOMPARE(layout.panes[0].values.high, 100000.0);
    }
    void anUnchangedTickRepaintsLittle()
    {
        TimelinePainter painter(themeByName(u"dark"_s));
        const View view = someView();
        ViewData data = someData();
        auto live = waves();
        data.candles = live;
        TimelineLayout layout = painter.layOut(view, data, dips, 1);
        const qint64 last = toMsecs(data.candles->range().to) - 3600000;
        const CandleSummary before = live->summary({fromMsecs(last), latestTime});
        const auto units = [](double price) { return std::llround(price * 1e8); };
        live->update(last, units(before.open), units(before.high), units(before.low),
                     units(before.close + 10), 11);
        const QRegion region = painter.refreshLast(layout, view, data);
        QVERIFY(!region.isEmpty());
        qint64 area = 0;
        for (const QRect& rect : region)
            area += qint64(rect.width()) * rect.height();
        QVERIFY2(area < qint64(dips.width()) * dips.height() / 4, qPrintable(QString::number(area)));
    }
    void aTickRepaintsAllThatChanged_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("step");
        QTest::addColumn<bool>("isHovered");
        for (const double ratio : {1.0, 1.25, 2.0})
            for (const double step : {10.0, -150.0, -1700.0})
                for (const bool isHovered : {false, true})
                    QTest::addRow("ratio %g, price moved by %g%s", ratio, step,
                                  isHovered ? ", under the pointer" : "")
                        << ratio << step << isHovered;
    }
    /// The parts that a tick names, painted over the picture before it, give the picture after it.
    void aTickRepaintsAllThatChanged()
    {
        QFETCH(double, ratio);
        QFETCH(double, step);
        QFETCH(bool, isHovered);
        TimelinePainter painter(themeByName(u"dark"_s));
        const View view = someView();
        ViewData data = someData();
        auto live = waves();
        data.candles = live;
        const QSize size = (QSizeF(dips) * ratio).toSize();
        TimelineLayout layout = painter.layOut(view, data, size, ratio);
        const qint64 last = toMsecs(live->range().to) - 3600000;
        std::optional<Hover> hover;
        if (isHovered)
            hover = Hover{QPoint(int(layout.time.x(last + 1800000)), 100), 0};
        QImage image(size, QImage::Format_RGB32);
        {
            QPainter paint(&image);
            painter.paint(paint, layout, view, data, layout.whole, hover);
        }
        const CandleSummary before = live->summary({fromMsecs(last), latestTime});
        const double close = before.close + step;
        const auto units = [](double price) { return std::llround(price * 1e8); };
        live->update(last, units(before.open), units(std::max(before.high, close)),
                     units(std::min(before.low, close)), units(close), 11);
        const QRegion region = painter.refreshLast(layout, view, data, hover);
        {
            QPainter paint(&image);
            painter.paint(paint, layout, view, data, region, hover);
        }
        TimelinePainter fresh(themeByName(u"dark"_s));
        const TimelineLayout whole = fresh.layOut(view, data, size, ratio);
        QImage expected(size, QImage::Format_RGB32);
        QPainter paint(&expected);
        fresh.paint(paint, whole, view, data, whole.whole, hover);
        paint.end();
        QCOMPARE(image, expected);
    }
    /// So do those of a pointer that moved; the first and the last position are outside of all panes.
    void aPointerRepaintsAllThatChanged()
    {
        TimelinePainter painter(themeByName(u"light"_s));
        const View view = someView();
        const ViewData data = someData();
        const TimelineLayout layout = painter.layOut(view, data, dips, 1);
        const auto whole = [&](const std::optional<Hover>& hover) {
            QImage image(dips, QImage::Format_RGB32);
            QPainter paint(&image);
            painter.paint(paint, layout, view, data, layout.whole, hover);
            return image;
        };
        const std::vector<std::optional<Hover>> path{
            std::nullopt,         Hover{{50, 100}, 0},  Hover{{51, 140}, 0},   Hover{{470, 140}, 0},
            Hover{{600, 450}, 1}, Hover{{799, 520}, 2}, Hover{{300, 590}, -1}, std::nullopt};
        QImage image = whole(path.front());
        for (std::size_t i = 1; i < path.size(); ++i) {
            const QRegion region = painter.overlayChange(layout, view, data, path[i - 1], path[i]);
            QPainter paint(&image);
            painter.paint(paint, layout, view, data, region, path[i]);
            paint.end();
            QVERIFY2(image == whole(path[i]), qPrintable(QStringLiteral("position %1").arg(i)));
        }
    }
    void nothingAtAllIsPaintedToo()
    {
        TimelinePainter painter(themeByName(u"dark"_s));
        View view;
        view.panes = defaultPanes();
        const ViewData data;
        QImage image(300, 200, QImage::Format_RGB32);
        const TimelineLayout layout = painter.layOut(view, data, image.size(), 1);
        QPainter paint(&image);
        painter.paint(paint, layout, view, data, layout.whole, Hover{QPoint(50, 20), 0});
        QCOMPARE(layout.panes.size(), std::size_t(5));
    }
};

QTEST_MAIN(TestTimelinePainter)
#include "tst_timelinepainter.moc"

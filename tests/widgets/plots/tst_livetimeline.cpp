// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/liveview.h"
#include "tests/support/failonwarning.h"
#include "tests/support/livenews.h"
#include "widgets/plots/streamstrips.h"
#include "widgets/plots/timelinepainter.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize size(900, 600);
const QString bybit = u"liquidations/bybit"_s;

QImage painted(TimelinePainter& painter, const TimelineLayout& layout, const View& view, const ViewData& data,
               const std::optional<Hover>& hover = {})
{
    QImage image(size, QImage::Format_RGB32);
    QPainter paint(&image);
    painter.paint(paint, layout, view, data, layout.whole, hover);
    return image;
}

LiveNews candle(int minute, int close, bool isClosed)
{
    LiveNews news{.candles = {liveCandle(minute, close, isClosed)}};
    news.candles[0].candle.quoteVolume = Amount::fromDouble(40);
    news.candles[0].candle.takerBuyQuote = Amount::fromDouble(30);
    return news;
}

LiveNews orders(int minute, double longUsd, double shortUsd)
{
    return {.liquidations = {{bybit,
                              {liveOrder(liveMinute(minute), PositionSide::Long, longUsd),
                               liveOrder(liveMinute(minute), PositionSide::Short, shortUsd)}}}};
}

LiveNews known(int from, int to)
{
    return {.coverage = {{bybit, {{liveMinute(from), liveMinute(to)}, CoverageState::Known, {}}}}};
}

Coverage entry(int from, int to, CoverageState state)
{
    return {{liveMinute(from), liveMinute(to)}, state, {}};
}

} // namespace

class TestLiveTimeline final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void ticksRepaintAllThatChanged_data()
    {
        QTest::addColumn<Interval>("interval");
        QTest::addColumn<bool>("isHovered");
        for (const Interval interval : {oneMinute, fiveMinutes, oneHour})
            for (const bool isHovered : {false, true})
                QTest::addRow("%s%s", qPrintable(interval.name()), isHovered ? ", under the pointer" : "")
                    << interval << isHovered;
    }
    /// After each piece of news the parts that it names, painted over the picture before it, give the picture
    /// that is painted afresh.
    void ticksRepaintAllThatChanged()
    {
        QFETCH(Interval, interval);
        QFETCH(bool, isHovered);
        View view = liveViewDocument();
        view.interval = interval;
        LiveView live(view, liveViewData(60));
        live.apply(known(0, 60));
        static_cast<void>(live.takeChange());
        const auto data = live.data();
        TimelinePainter painter(themeByName(u"dark"_s));
        TimelineLayout layout = painter.layOut(view, *data, size, 1);
        std::optional<Hover> hover;
        if (isHovered)
            hover = Hover{QPoint(static_cast<int>(layout.time.x(toMsecs(liveMinute(60)))) + 3, 100), 0};
        QImage image = painted(painter, layout, view, *data, hover);
        const std::vector<LiveNews> story{candle(60, 90'061, false),
                                          orders(60, 20, 40),
                                          candle(60, 90'070, false),
                                          candle(60, 90'050, true),
                                          known(0, 61),
                                          candle(61, 90'052, false),
                                          orders(61, 0, 9'000),
                                          known(0, 62),
                                          candle(61, 89'000, false),
                                          candle(61, 89'100, true),
                                          candle(62, 89'100, false),
                                          orders(62, 70'000, 1)};
        for (std::size_t i = 0; i < story.size(); ++i) {
            live.apply(story[i]);
            QVERIFY2(!live.takeChange().isWhole, qPrintable(QString::number(i)));
            const QRegion region = painter.refreshLast(layout, view, *data, hover);
            QPainter paint(&image);
            painter.paint(paint, layout, view, *data, region, hover);
            paint.end();
            TimelinePainter fresh(themeByName(u"dark"_s));
            const TimelineLayout whole = fresh.layOut(view, *data, size, 1);
            QVERIFY2(image == painted(fresh, whole, view, *data, hover),
                     qPrintable(QStringLiteral("news %1").arg(i)));
        }
    }

    /// 80 minutes over 812 px: 10.15 px a minute.
    void eachStreamHasAStrip()
    {
        PaneData pane;
        pane.streams = {
            {.series = bybit,
             .title = {},
             .entries = {entry(0, 20, CoverageState::Known), entry(20, 40, CoverageState::Missing),
                         entry(40, 60, CoverageState::Known)},
             .isRecorded = true},
            {.series = u"liquidations/okx"_s,
             .title = {},
             .entries = {entry(10, 60, CoverageState::Sampled)},
             .isRecorded = true}};
        const TimeScale time{{liveMinute(0), liveMinute(80)}, 0, 800};
        const auto strips = layOutStrips(pane, time, {0, 100, 800, 50}, PixelGrid{1});
        const std::vector<StripShape> expected{{{0, 142, 200, 3}, CoverageState::Known},
                                               {{400, 142, 200, 3}, CoverageState::Known},
                                               {{200, 142, 200, 3}, CoverageState::Missing},
                                               {{100, 146, 500, 3}, CoverageState::Sampled}};
        QVERIFY(strips == expected);
    }

    void aHoleOfASecondIsSeenInAYear()
    {
        PaneData pane;
        const UtcTime cut = liveMinute(60 * 24 * 100);
        pane.streams = {{.series = bybit,
                         .title = {},
                         .entries = {{{liveMinute(0), cut}, CoverageState::Known, {}},
                                     {{cut, cut + std::chrono::seconds{1}}, CoverageState::Missing, {}}},
                         .isRecorded = true}};
        const TimeScale time{{liveMinute(0), liveMinute(60 * 24 * 365)}, 0, 800};
        const auto strips = layOutStrips(pane, time, {0, 100, 800, 50}, PixelGrid{1});
        QCOMPARE(strips.back().rect.width(), 1);
    }

    void withoutARecorderThereAreNoStrips()
    {
        PaneData pane;
        pane.streams = {{.series = bybit, .title = {}, .entries = {entry(0, 20, CoverageState::Known)}}};
        QCOMPARE(stripsHeight(pane), 0);
        QVERIFY(layOutStrips(pane, {{liveMinute(0), liveMinute(80)}, 0, 800}, {0, 100, 800, 50}, PixelGrid{1})
                    .empty());
    }

    /// The outage is hatched: in its columns the pane has the colour of the hatch, before and after not.
    void anOutageInTheMiddleIsHatched()
    {
        View view = liveViewDocument();
        LiveView live(view, liveViewData(0 + 60));
        live.apply({.coverage = {{bybit, entry(0, 20, CoverageState::Known)},
                                 {bybit, entry(20, 40, CoverageState::Missing)},
                                 {bybit, entry(40, 60, CoverageState::Known)}}});
        TimelinePainter painter(themeByName(u"dark"_s));
        const TimelineLayout layout = painter.layOut(view, *live.data(), size, 1);
        const QImage image = painted(painter, layout, view, *live.data());
        const QRect plot = layout.panes[1].plot;
        const auto hatched = [&](int from, int to) {
            int count = 0;
            const QRgb ink = painter.theme().unknown.rgb();
            for (int x = static_cast<int>(layout.time.x(toMsecs(liveMinute(from)))) + 2;
                 x < layout.time.x(toMsecs(liveMinute(to))) - 2; ++x)
                for (int y = plot.top() + 30; y < plot.bottom() - 10; ++y)
                    count += image.pixel(x, y) == ink;
            return count;
        };
        QVERIFY(hatched(20, 40) > 200);
        QCOMPARE(hatched(0, 20), 0);
        QCOMPARE(hatched(40, 60), 0);
    }
};

QTEST_MAIN(TestLiveTimeline)
#include "tst_livetimeline.moc"

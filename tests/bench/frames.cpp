// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchtimeline.h"
#include "tests/bench/families.h"
#include "tests/bench/syntheticdata.h"

#include <QApplication>
#include <QCandlestickSeries>
#include <QCandlestickSet>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QValueAxis>

#include <cmath>

namespace holdline::bench {

namespace {

using namespace std::chrono_literals;

const QString blit = QStringLiteral("blit of 1920x1080");

void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
}

/// Counts what a widget paints.
class PaintCount final : public QObject {
public:
    explicit PaintCount(QWidget* widget) { widget->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

/// Candles as Qt Charts draws them, panned over nine tenths of them.
Samples panOfCandlestickSeries(int candles, int frames)
{
    auto* const series = new QCandlestickSeries;
    syntheticMinutes(candles, [series](const CandleColumns& day) {
        for (std::size_t i = 0; i < day.size(); ++i)
            series->append(new QCandlestickSet(
                static_cast<double>(day.open[i]) / 1e8, static_cast<double>(day.high[i]) / 1e8,
                static_cast<double>(day.low[i]) / 1e8, static_cast<double>(day.close[i]) / 1e8,
                static_cast<double>(day.time[i]), series));
    });
    auto* const chart = new QChart;
    chart->legend()->hide();
    chart->addSeries(series);
    auto* const times = new QDateTimeAxis(chart);
    auto* const values = new QValueAxis(chart);
    chart->addAxis(times, Qt::AlignBottom);
    chart->addAxis(values, Qt::AlignRight);
    series->attachAxis(times);
    series->attachAxis(values);
    values->setRange(50'000, 72'000);
    QChartView view(chart);
    view.resize(1920, 1080);
    view.show();
    settle();
    const PaintCount paints(view.viewport());
    const auto at = [](double minute) {
        return QDateTime::fromMSecsSinceEpoch(firstMinuteMs + static_cast<qint64>(minute * 60'000));
    };
    return timed(frames, [&](int i) {
        const double offset = candles * 0.1 * i / frames;
        const int before = paints.count();
        times->setRange(at(offset), at(offset + candles * 0.9));
        view.viewport()->update();
        for (int spins = 0; paints.count() == before && spins < 200; ++spins)
            QCoreApplication::processEvents();
    });
}

TimeRange shifted(TimeRange range, Span by)
{
    return {range.from + by, range.to + by};
}

Samples pan(BenchTimeline& timeline, TimeRange start, Span step, int frames)
{
    return timed(frames, [&](int i) { timeline.showRange(shifted(start, -step * i)); });
}

Samples zoom(BenchTimeline& timeline, TimeRange start, int frames)
{
    return timed(frames, [&](int i) {
        const auto length = start.length() * (100 + i % 40) / 100;
        timeline.showRange({start.to - length, start.to});
    });
}

/// A tick in the last candle; when `grows`, each makes a new low, so that the value axis moves.
Samples tick(BenchTimeline& timeline, CandleSeries& candles, bool grows, int frames)
{
    const auto last = candles.summary({candles.range().to - oneMinute.length, candles.range().to});
    const auto units = [](double price) { return Price::fromDouble(std::round(price * 100) / 100).units; };
    const qint64 open = units(last.open);
    const qint64 high = units(last.high);
    const qint64 openMs = toMsecs(candles.range().to) - 60'000;
    double low = last.low;
    timeline.showRange(timeline.view().range);
    return timed(frames, [&](int i) {
        if (grows)
            low *= 0.998;
        const double close = grows ? low : last.low + (last.high - last.low) * (i % 7) / 7;
        candles.update(openMs, open, high, std::min(units(low), units(close)), units(close), 10 + i);
        timeline.tick();
    });
}

Samples crosshair(BenchTimeline& timeline, int frames)
{
    timeline.showRange(timeline.view().range);
    return timed(frames, [&](int i) { timeline.pointAt({300 + 7 * i, 200 + i % 200}); });
}

class FrameRows final {
public:
    FrameRows(const Options& options, Report& report)
        : m_options(options),
          m_report(report),
          m_blit(referenceBlit().median()),
          m_isWindow(QGuiApplication::platformName() != QStringLiteral("offscreen"))
    {
    }

    void run()
    {
        m_report.add({.name = QStringLiteral("reference: ") + blit, .measured = referenceBlit()});
        for (const qint64 minutes : m_options.sizes())
            runSize(minutes);
        const auto charts = panOfCandlestickSeries(2000, m_options.isSmoke ? 3 : 40);
        m_report.add({.name = QStringLiteral("reference: QCandlestickSeries, 2,000 candles, pan"),
                      .n = 2000,
                      .measured = charts});
        m_report.add({.name = QStringLiteral("QCandlestickSeries pan / five-pane pan of all"),
                      .n = m_options.sizes().back(),
                      .measured = {{charts.median() / m_panOfNearlyAll}},
                      .unit = QStringLiteral("x"),
                      .goal = 30,
                      .isMoreBetter = true});
    }

private:
    void runSize(qint64 minutes)
    {
        const ViewData data = syntheticData(minutes);
        const auto candles = std::const_pointer_cast<CandleSeries>(data.candles);
        BenchTimeline timeline(fivePanes(data, oneMinute, 400min), data);
        timeline.show();
        settle();
        const int frames = m_options.frames();
        const TimeRange near = timeline.view().range;
        const TimeRange most{candles->range().to - candles->range().length() * 9 / 10, candles->range().to};

        const auto near400 = pan(timeline, near, 1min, frames);
        addFrame("pan, 400 minutes visible", minutes, near400, 1.2, 7.5);
        if (m_panOfFewest == 0)
            m_panOfFewest = near400.median();
        m_panOfNearlyAll = near400.median();
        const auto nearlyAll = pan(timeline, most, most.length() / 2000, frames);
        addFrame("pan, nine tenths visible", minutes, nearlyAll, 1.2, 7.5);
        m_panOfNearlyAll = nearlyAll.median();
        addFrame("zoom about 400 minutes", minutes, zoom(timeline, near, frames), 1.2, 7.5);
        addFrame("zoom about nine tenths", minutes, zoom(timeline, most, frames), 1.2, 7.5);

        timeline.showRange(near);
        addFrame("live tick", minutes, tick(timeline, *candles, false, frames), m_isWindow ? 0.4 : 0.20, {});
        addFrame("live tick that moves the value axis", minutes, tick(timeline, *candles, true, frames), 1.0,
                 {});
        lines(data);
        bands(timeline, minutes, near400.median());
        timeline.showRange(near);
        addFrame("crosshair", minutes, crosshair(timeline, frames), 0.40, {});
        if (minutes != m_options.sizes().front())
            m_report.add({.name = QStringLiteral("pan at this size / pan at the smallest"),
                          .n = minutes,
                          .measured = {{near400.median() / m_panOfFewest}},
                          .unit = QStringLiteral("x"),
                          .goal = 1.3});
    }

    /// Price above a line with a value a minute, all of it in view.
    void lines(const ViewData& loaded)
    {
        const TimeRange known = loaded.candles->range();
        std::vector<SamplePoint> points;
        for (qint64 at = toMsecs(known.from); at < toMsecs(known.to); at += 60'000)
            points.push_back(
                {at, at + 60'000, at + 60'000, 50 + 10 * std::sin(static_cast<double>(at) / 9e8)});
        ViewData data = loaded;
        PaneData line;
        line.kind = QStringLiteral("volatility");
        line.names = {QString()};
        line.samples = {std::make_shared<SampleSeries>(std::move(points))};
        data.panes = {line};
        View view = fivePanes(data, oneMinute, known.length() * 9 / 10);
        view.panes = {{.kind = QStringLiteral("price"), .weight = 3}, {.kind = line.kind}};
        BenchTimeline timeline(view, data);
        timeline.show();
        settle();
        addFrame("pan over a line, nine tenths visible", known.length() / oneMinute.length,
                 pan(timeline, view.range, view.range.length() / 2000, m_options.frames()), 1.2, 7.5);
    }

    /// Ten more bands and lines; the time that they add to a pan.
    void bands(BenchTimeline& timeline, qint64 minutes, double before)
    {
        ViewData data = timeline.data();
        addLevels(data, 10);
        timeline.setData(data);
        const TimeRange range = fivePanes(data, oneMinute, 400min).range;
        auto samples = pan(timeline, range, 1min, m_options.frames());
        for (double& value : samples.values)
            value -= before;
        m_report.add({.name = QStringLiteral("ten bands and levels more, added to a pan"),
                      .n = minutes,
                      .measured = samples,
                      .goal = 0.3});
    }

    void addFrame(const char* name, qint64 minutes, const Samples& samples, double goal,
                  std::optional<double> goalRatio)
    {
        const QString prefix = m_isWindow ? QStringLiteral("window, ") : QString();
        const bool isPan = goalRatio.has_value();
        m_report.add({.name = prefix + QString::fromLatin1(name),
                      .n = minutes,
                      .measured = samples,
                      .goal = m_isWindow && isPan ? 2.5 : goal,
                      .goalRatio = m_isWindow ? std::nullopt : goalRatio,
                      .referenceName = blit,
                      .reference = m_blit});
    }

    const Options& m_options;
    Report& m_report;
    double m_blit;
    bool m_isWindow;
    double m_panOfFewest = 0;
    double m_panOfNearlyAll = 0;
};

} // namespace

void benchFrames(const Options& options, Report& report)
{
    FrameRows(options, report).run();
}

} // namespace holdline::bench

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelledger.h"
#include "models/levels/markeditor.h"
#include "models/views/viewmarks.h"
#include "tests/bench/benchtimeline.h"
#include "tests/bench/families.h"
#include "tests/bench/syntheticdata.h"
#include "widgets/tools/drawingsession.h"
#include "widgets/tools/toolcatalog.h"

#include <QUndoStack>

namespace holdline::bench {

namespace {

using namespace std::chrono_literals;

const QString instrument = QStringLiteral("binance:BTCUSDT");

/// Half levels, half drawings of every tool, over the prices and times of a range.
std::vector<Mark> manyMarks(const ViewData& data, TimeRange range, int count)
{
    const CandleSummary summary = data.candles->summary(range);
    const auto& tools = toolCatalog();
    std::vector<Mark> marks;
    for (int i = 0; i < count; ++i) {
        const double share = (i * 37 % count) / static_cast<double>(count);
        const Price price =
            Price::fromDouble(std::round((summary.low + share * (summary.high - summary.low)) * 100) / 100);
        const UtcTime time = range.from + range.length() * (i * 61 % count) / count;
        const Tool& tool = i % 2 ? tools[0] : tools[static_cast<std::size_t>(i / 2) % tools.size()];
        ToolStart start{
            .id = QStringLiteral("mark-%1").arg(i), .instrument = instrument, .anchors = {{time, price}}};
        if (tool.anchors == 2)
            start.anchors.push_back({time + range.length() / 20, Price{price.units * 1001 / 1000}});
        marks.push_back(tool.make(start));
    }
    return marks;
}

Samples pan(BenchTimeline& timeline, TimeRange near, int frames)
{
    return timed(frames, [&](int i) { timeline.showRange({near.from - i * 1min, near.to - i * 1min}); });
}

void benchPainting(const Options& options, Report& report)
{
    const qint64 minutes = options.isSmoke ? 20'000 : 1'000'000;
    ViewData data = syntheticData(minutes);
    data.instrument = instrument;
    MarkSet marks;
    QUndoStack stack;
    const SystemClock clock;
    MarkEditor editor(marks, stack, clock, {});
    DrawingSession session(editor);
    BenchTimeline timeline(fivePanes(data, oneMinute, 400min), data);
    timeline.widget().setDrawing(session);
    timeline.show();
    const TimeRange near = timeline.view().range;
    const double without = pan(timeline, near, options.frames()).median();
    const auto compare = [&](const QString& name, TimeRange where, std::optional<double> goal) {
        setMarks(data, manyMarks(data, where, 1000));
        timeline.setData(data);
        report.add({.name = name,
                    .n = minutes,
                    .measured = pan(timeline, near, options.frames()),
                    .goalRatio = goal,
                    .referenceName = QStringLiteral("the same without"),
                    .reference = without});
    };
    compare(QStringLiteral("pan with 1,000 levels and drawings on all the candles"), data.candles->range(),
            1.5);
    compare(QStringLiteral("pan with 1,000 levels and drawings, all of them in view"), near, {});
    timeline.showRange(near);
    const auto moment = timeline.widget().drawingMoment();
    int found = 0;
    report.add({.name = QStringLiteral("hit test among 1,000 levels and drawings"),
                .n = static_cast<qint64>(moment.marks->size()),
                .measured = timed(options.frames() * 10,
                                  [&](int i) {
                                      const QPointF at(7 * i % 1700, 40 + 11 * i % 400);
                                      found +=
                                          !session.markAt(at, timeline.widget().drawingMoment()).isEmpty();
                                  }),
                .goal = 0.2,
                .note = QStringLiteral("%1 hits").arg(found)});
}

/// Five years of minutes in memory.
std::vector<LedgerCandle> minutesOf(qint64 count)
{
    std::vector<LedgerCandle> candles;
    syntheticMinutes(count, [&](const CandleColumns& day) {
        for (std::size_t i = 0; i < day.size(); ++i)
            candles.push_back(
                {fromMsecs(day.time[i]), Price{day.low[i]}, Price{day.high[i]}, Price{day.close[i]}});
    });
    return candles;
}

std::vector<JudgedClose> hoursOf(const std::vector<LedgerCandle>& minutes)
{
    std::vector<JudgedClose> hours;
    for (std::size_t at = 0; at + 60 <= minutes.size(); at += 60) {
        const auto hour = LedgerStretch::of(std::span(minutes).subspan(at, 60));
        hours.push_back({minutes[at + 59].open + 1min, minutes[at + 59].close, hour.low, hour.high});
    }
    return hours;
}

void benchJudging(const Options& options, Report& report)
{
    const qint64 count = options.isSmoke ? 50'000 : 5LL * 365 * 24 * 60;
    const auto minutes = minutesOf(count);
    const auto hours = hoursOf(minutes);
    const auto whole = LedgerStretch::of(minutes);
    std::vector<Level> levels;
    for (int i = 0; i < 100; ++i) {
        Level level;
        level.role = i % 2 ? LevelRole::Support : LevelRole::Resistance;
        level.low = {whole.low.units + (whole.high.units - whole.low.units) * i / 100};
        level.high = {level.low.units * 1002 / 1000};
        levels.push_back(level);
    }
    std::vector<LedgerCount> counts;
    std::size_t rows = 0;
    report.add({.name = QStringLiteral("states and ledger of 100 levels over five years of minutes"),
                .n = count,
                .measured = timed(options.isSmoke ? 1 : 5,
                                  [&](int) {
                                      counts.clear();
                                      rows = 0;
                                      for (const Level& level : levels) {
                                          counts.emplace_back(level, fixedEdges(level), oneMinute);
                                          rows += judgeLevel(level, hours, 4).size();
                                          for (const JudgedClose& close : hours)
                                              counts.back().judge(close, oneHour);
                                      }
                                      for (std::size_t at = 0; at < minutes.size(); at += 720) {
                                          const auto stretch = LedgerStretch::of(std::span(minutes).subspan(
                                              at, std::min<std::size_t>(720, minutes.size() - at)));
                                          for (LedgerCount& one : counts)
                                              one.take(stretch);
                                      }
                                  }),
                .goal = 1000,
                .note = QStringLiteral("%1 changes of state").arg(rows)});
    LedgerCandle next = minutes.back();
    report.add({.name = QStringLiteral("one candle more for 100 levels"),
                .measured = timed(options.frames(),
                                  [&](int) {
                                      next.open += 1min;
                                      const auto stretch = LedgerStretch::of(std::span(&next, 1));
                                      for (LedgerCount& one : counts)
                                          one.take(stretch);
                                  }),
                .goal = 1});
}

} // namespace

void benchMarks(const Options& options, Report& report)
{
    benchPainting(options, report);
    benchJudging(options, report);
}

} // namespace holdline::bench

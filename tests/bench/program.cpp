// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtimeline.h"
#include "tests/bench/candlefile.h"
#include "tests/bench/families.h"
#include "tests/bench/syntheticdata.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace holdline::bench {

namespace {

using namespace std::chrono_literals;

/// Wall time of a program from its start to its end; no values when it fails.
Samples runs(const QString& program, const QStringList& arguments, int count, QString& failure)
{
    return timed(count, [&](int) {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(program, arguments);
        if (!process.waitForFinished(600'000) || process.exitCode() != 0)
            failure = QString::fromUtf8(process.readAllStandardError()).trimmed();
    });
}

class ProgramRows final {
public:
    ProgramRows(const Options& options, Report& report) : m_options(options), m_report(report) {}

    void run()
    {
        const qint64 minutes = m_options.isSmoke ? 20'000 : minutesOfFiveYears;
        if (const auto filled = fillStore(m_folder.path(), minutes); filled.hasError())
            return m_report.skip(QStringLiteral("program"), filled.error().message);
        const int count = m_options.isSmoke ? 2 : 12;
        m_empty = child({QStringLiteral("empty")}, count);
        m_report.add({.name = QStringLiteral("reference: ") + emptyWindow, .measured = m_empty});
        m_report.add({.name = QStringLiteral("start to the first frame of five panes, stored data"),
                      .n = minutes,
                      .measured = child({QStringLiteral("panes"), m_folder.path()}, count),
                      .goal = QGuiApplication::platformName() == QStringLiteral("offscreen") ? 90.0 : 130.0,
                      .referenceName = emptyWindow,
                      .reference = m_empty.median()});
        exportPicture(minutes, count);
        importFile();
    }

private:
    static inline const QString emptyWindow = QStringLiteral("an empty window's first frame");

    Samples child(const QStringList& role, int count)
    {
        QString failure;
        return runs(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--child")} + role,
                    count, failure);
    }

    void exportPicture(qint64 minutes, int count)
    {
        const QString name =
            QStringLiteral("export five panes of five years as PNG, more than an empty window");
        QString failure;
        auto samples = runs(m_options.program,
                            {QStringLiteral("--data-dir"), m_folder.path(), QStringLiteral("--quiet"),
                             QStringLiteral("export"), QStringLiteral("-o"),
                             m_folder.filePath(QStringLiteral("picture.png")), QStringLiteral("--size"),
                             QStringLiteral("1920x1080")},
                            count, failure);
        if (!QFile::exists(m_folder.filePath(QStringLiteral("picture.png"))))
            return m_report.skip(name, failure);
        for (double& value : samples.values)
            value -= m_empty.median();
        m_report.add({.name = name,
                      .n = minutes,
                      .measured = samples,
                      .goal = 250,
                      .referenceName = emptyWindow,
                      .reference = m_empty.median()});
    }

    void importFile()
    {
        const qint64 rows = m_options.isSmoke ? 20'000 : 2'100'000;
        QString file = m_options.candleFile;
        if (file.isEmpty()) {
            file = m_folder.filePath(QStringLiteral("minutes.csv"));
            QFile written(file);
            if (written.open(QIODevice::WriteOnly))
                written.write(candleFile(rows));
        }
        const QTemporaryDir target;
        QString failure;
        const double begin = nowMs();
        QProcess process;
        process.start(m_options.program,
                      {QStringLiteral("--data-dir"), target.path(), QStringLiteral("import"), file,
                       QStringLiteral("--instrument"), QStringLiteral("binance:BTCUSDT")});
        const bool isDone = process.waitForFinished(600'000) && process.exitCode() == 0;
        const double taken = nowMs() - begin;
        const QString name = QStringLiteral("import a file of minutes");
        if (!isDone)
            return m_report.skip(name, QString::fromUtf8(process.readAllStandardError()).trimmed());
        m_report.add({.name = name,
                      .n = QFile(file).size(),
                      .measured = {{taken}},
                      .goal = m_options.isSmoke ? std::nullopt : std::optional(1200.0),
                      .referenceName = emptyWindow,
                      .reference = m_empty.median(),
                      .note = QString::fromUtf8(process.readAllStandardOutput()).trimmed()});
    }

    const Options& m_options;
    Report& m_report;
    QTemporaryDir m_folder;
    Samples m_empty;
};

class EmptyWindow final : public QWidget {
public:
    bool isPainted = false;

protected:
    void paintEvent(QPaintEvent*) override { isPainted = true; }
};

ViewData storedData(const QString& folder)
{
    const SystemClock clock;
    ViewData data = syntheticData(1440);
    auto store = Store::open(folder, clock, Durability::Normal);
    if (store.hasError())
        return data;
    const auto series = store.value()->find(priceKey().name);
    auto candles = std::make_shared<CandleSeries>(oneMinute);
    auto taker = std::make_shared<FlowSeries>(oneMinute);
    [[maybe_unused]] const auto read =
        store.value()->visitCandles(series.value().front().id, oneMinute, {earliestTime, latestTime}, {},
                                    [&](const CandleColumns& columns) {
                                        candles->append(columns);
                                        taker->append(columns.time, columns.netTaker);
                                        return true;
                                    });
    candles->finish();
    taker->finish();
    data.candles = candles;
    data.panes[1].flows = {taker};
    return data;
}

} // namespace

int runChild(const QStringList& arguments)
{
    if (arguments.value(0) == QStringLiteral("empty")) {
        EmptyWindow window;
        window.resize(1920, 1080);
        window.show();
        while (!window.isPainted)
            QCoreApplication::processEvents();
        return 0;
    }
    const ViewData data = storedData(arguments.value(1));
    BenchTimeline timeline(fivePanes(data, oneHour, 24h * 14), data);
    timeline.show();
    return 0;
}

void benchProgram(const Options& options, Report& report)
{
    ProgramRows(options, report).run();
}

} // namespace holdline::bench

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/bench/families.h"
#include "tests/bench/livewindow.h"
#include "tests/bench/stallmeter.h"
#include "tests/support/standinthread.h"
#include "widgets/timeline/timelinewidget.h"

#include <QJsonObject>

#include <mutex>

namespace holdline::bench {

namespace {

using testing::StandInThread;

const QString spot = QStringLiteral("binance");
const QString futures = QStringLiteral("binance-futures");

QJsonObject floodOf(const char* stream, int rate)
{
    return {{QStringLiteral("rate"), rate}, {QStringLiteral("streams"), QString::fromLatin1(stream)}};
}

/// Paints a second of the window while nothing but the venue's usual messages come.
double usualPaints(LiveWindow& window, double milliseconds)
{
    const int before = window.paints();
    runUntil(milliseconds);
    return (window.paints() - before) * 1000 / milliseconds;
}

qint64 storedLiquidations(const QString& dataDir, const QString& provider)
{
    const SystemClock clock;
    const auto store = Store::open(dataDir, clock);
    const auto series = store.hasValue() ? store.value()->find(QStringLiteral("liquidations/") + provider)
                                         : Result<std::vector<StoredSeries>>(store.error());
    if (series.hasError() || series.value().empty())
        return 0;
    const auto items = store.value()->liquidations(series.value().front().id, {earliestTime, latestTime});
    return items.hasValue() ? static_cast<qint64>(items.value().size()) : 0;
}

struct Flood {
    QString provider;
    const char* stream;
    int rate; ///< messages a second; 0: as many as go
    double milliseconds;
    QString name;
};

/// Messages for that time; then it is counted whether each one came.
void benchFlood(const Flood& flood, Report& report)
{
    StandInThread venue({.provider = flood.provider});
    LiveWindow window(flood.provider, venue.endpoints(flood.provider));
    if (!window.begin())
        return report.skip(flood.name, window.state());
    const double usual = usualPaints(window, 5000);
    const int paintsBefore = window.paints();
    const double begin = nowMs();
    venue.server().play(QStringLiteral("flood"), 0, floodOf(flood.stream, flood.rate));
    runUntil(flood.milliseconds);
    const double paints = (window.paints() - paintsBefore) * 1000 / (nowMs() - begin);
    venue.server().endFault(QStringLiteral("flood"));
    const auto sent = [&] { return venue.server().log().floodCount(); };
    const auto came = [&] { return window.feeds().empty() ? 0 : window.feeds().front().messages; };
    qint64 seen = -1;
    runUntil(60'000, [&] { return came() >= sent() && std::exchange(seen, came()) == came(); });
    const double taken = nowMs() - begin;
    const FeedStatus status = window.feeds().front();
    window.end();
    const qint64 stored = storedLiquidations(window.dataDir(), flood.provider);
    report.add({.name = flood.name,
                .n = sent(),
                .measured = {{static_cast<double>(sent() - status.dropped) / taken * 1000}},
                .unit = QStringLiteral("/s"),
                .goal = 150'000,
                .isMoreBetter = true,
                .note = QStringLiteral("sent %1, came %2 with the usual ones, dropped %3, rejected %4, "
                                       "liquidations stored %5; %6 paints a second, %7 without the flood")
                            .arg(sent())
                            .arg(status.messages)
                            .arg(status.dropped)
                            .arg(status.rejected)
                            .arg(stored)
                            .arg(paints, 0, 'f', 1)
                            .arg(usual, 0, 'f', 1)});
}

/// Trades that each set a new high, told apart from the rest by it, and when each was sent and seen.
class Probes final : public QObject {
public:
    Probes(StandInThread& venue, LiveWindow& window) : m_venue(venue), m_window(window)
    {
        m_high = drawnHigh() * 1.01;
        connect(&window, &LiveWindow::painted, this, &Probes::look);
    }
    ~Probes() override { stop(); }

    void start()
    {
        m_thread = std::thread([this] { send(); });
    }
    void stop()
    {
        m_isEnded = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] Samples latencies() const { return m_latencies; }
    [[nodiscard]] qsizetype open() const { return static_cast<qsizetype>(m_sent.size()); }

private:
    struct Sent {
        double high;
        double at;
    };

    [[nodiscard]] double drawnHigh() const
    {
        const auto& candles = m_window.timeline().viewData().candles;
        const UtcTime end = candles->range().to;
        return candles->summary({end - std::chrono::minutes{2}, end}).high;
    }

    void send()
    {
        for (int i = 0; !m_isEnded; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50 + i * 7 % 23});
            const double high = m_high + i;
            const QByteArray time = QByteArray::number(toMsecs(SystemClock().now()));
            const QByteArray text = R"({"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":)" + time +
                                    R"(,"s":"BTCUSDT","a":)" + QByteArray::number(900'000'000'000 + i) +
                                    R"(,"p":")" + QByteArray::number(high, 'f', 2) +
                                    R"(","q":"0.00100000","f":1,"l":1,"T":)" + time +
                                    R"(,"m":false,"M":true}})";
            {
                const std::lock_guard lock(m_guard);
                m_sent.push_back({high, nowMs()});
            }
            m_venue.server().sendNow(text);
        }
    }

    void look()
    {
        const double now = nowMs();
        const double high = drawnHigh();
        const std::lock_guard lock(m_guard);
        std::erase_if(m_sent, [&](const Sent& sent) {
            const bool isSeen = sent.high <= high + 0.005;
            if (isSeen)
                m_latencies.values.push_back(now - sent.at);
            return isSeen;
        });
    }

    StandInThread& m_venue;
    LiveWindow& m_window;
    double m_high = 0;
    std::mutex m_guard;
    std::vector<Sent> m_sent;
    Samples m_latencies;
    std::atomic<bool> m_isEnded = false;
    std::thread m_thread;
};

void benchLatency(const Options& options, Report& report)
{
    constexpr int rate = 5000;
    const QString name = QStringLiteral("socket to pixel at 5,000 messages a second, p99");
    StandInThread venue({.provider = spot});
    LiveWindow window(spot, venue.endpoints(spot));
    if (!window.begin())
        return report.skip(name, window.state());
    // The venue's own word on the open candle would take the probes' highs back.
    venue.server().play(QStringLiteral("ack-silent"), 0,
                        {{QStringLiteral("streams"), QStringLiteral("kline")}});
    venue.server().play(QStringLiteral("flood"), 0, floodOf("aggTrade", rate));
    runUntil(2000);
    Probes probes(venue, window);
    StallMeter stalls;
    const qint64 before = venue.server().log().floodCount();
    const double begin = nowMs();
    probes.start();
    runUntil(options.isSmoke ? 3000 : 60'000);
    const Samples waits = stalls.end(); // before this thread waits for that of the probes
    probes.stop();
    runUntil(500);
    const double sent = static_cast<double>(venue.server().log().floodCount() - before);
    const QString told = QStringLiteral("%1 probes, %2 never seen; %3 messages a second")
                             .arg(probes.latencies().values.size())
                             .arg(probes.open())
                             .arg(sent / (nowMs() - begin) * 1000, 0, 'f', 0);
    report.add({.name = name,
                .n = rate,
                .measured = {{probes.latencies().quantile(0.99)}},
                .goal = 25,
                .note = told});
    report.add(
        {.name = QStringLiteral("the same, median"), .n = rate, .measured = {{probes.latencies().median()}}});
    report.add({.name = QStringLiteral("the interface thread's longest stop meanwhile"),
                .n = static_cast<qint64>(waits.values.size()),
                .measured = {{waits.quantile(1)}},
                .goal = 8,
                .note = QStringLiteral("p99.9 %1 ms, p99 %2 ms")
                            .arg(waits.quantile(0.999), 0, 'f', 2)
                            .arg(waits.quantile(0.99), 0, 'f', 2)});
}

} // namespace

void benchLive(const Options& options, Report& report)
{
    benchFlood({spot, "aggTrade", 0, options.isSmoke ? 2000.0 : 60'000.0,
                QStringLiteral("trades by stream into the open window's series")},
               report);
    benchFlood({futures, "forceOrder", 155'000, options.isSmoke ? 2000.0 : 60'000.0,
                QStringLiteral("liquidations by stream into the open window's store")},
               report);
    benchLatency(options, report);
}

} // namespace holdline::bench

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/requestcounter.h"
#include "tests/support/standin/sentlog.h"
#include "tests/support/standin/standinclock.h"
#include "tests/support/standin/streamclient.h"

#include <QTcpServer>
#include <QThread>
#include <QTimer>

#include <deque>
#include <set>
#include <type_traits>

namespace holdline::testing {

class HttpPeer;

struct StandInOptions {
    QString provider; ///< one of standInProviders()
    quint32 seed = 1;
    std::optional<UtcTime> start = {}; ///< the venue's time at the beginning; absent: the system's
    double speed = 1;                  ///< of the venue's clock
    quint16 port = 0;                  ///< 0: any
    std::vector<ScenarioEvent> events = {};
    Span history = std::chrono::hours{24 * 400}; ///< how long before the start it began to trade
};

/// A venue on the loopback: REST and stream on one port. May be moved to a thread of its own before start();
/// every public function may be called from any thread while that thread runs its event loop.
class StandIn final : public QObject {
    Q_OBJECT

public:
    explicit StandIn(StandInOptions options);
    ~StandIn() override;

    /// Listens; false when the port is taken.
    [[nodiscard]] bool start();
    /// Closes everything and listens no more.
    void stop();
    [[nodiscard]] QString restAddress() const;
    [[nodiscard]] QString streamAddress() const;

    /// Lets something happen now; its `at` is not looked at.
    void play(const QString& name, double length = 0, const QJsonObject& options = {});
    void endFault(const QString& name);
    void cutAll() { play(QStringLiteral("cut")); }
    /// A text message to every client.
    void sendNow(const QByteArray& text);
    /// REST answers that status from now on, until endFault("status").
    void refuse(int status);
    void forgetMinutes(TimeRange range);

    [[nodiscard]] UtcTime now() const;
    /// A copy, to ask what happened.
    [[nodiscard]] SimulatedMarket market() const;
    [[nodiscard]] int connections() const; ///< of the stream
    [[nodiscard]] int accepted() const;    ///< connections of the stream so far
    [[nodiscard]] SentLog& log() { return m_log; }

private:
    template <typename Work>
    auto inThread(Work work) const
    {
        using Value = std::invoke_result_t<Work>;
        if (QThread::currentThread() == thread())
            return work();
        auto* self = const_cast<StandIn*>(this);
        if constexpr (std::is_void_v<Value>) {
            QMetaObject::invokeMethod(self, work, Qt::BlockingQueuedConnection);
        } else {
            std::optional<Value> value;
            QMetaObject::invokeMethod(
                self, [&] { value.emplace(work()); }, Qt::BlockingQueuedConnection);
            return std::move(*value);
        }
    }

    void accept();
    void answer(HttpPeer* peer, const HttpRequest& request);
    /// How many were asked for in the last five minutes of refusing, this one included.
    [[nodiscard]] int countUpgrade();
    void upgrade(HttpPeer* peer, const HttpRequest& request);
    [[nodiscard]] HttpReply replyTo(const HttpRequest& request);
    [[nodiscard]] VenueState state() const;
    void tick();
    void follow();
    void happen(const ScenarioEvent& event);
    void happenToMarket(const ScenarioEvent& event);
    void followHalt();
    void followSkew();
    void logHappenings(TimeRange span);
    [[nodiscard]] bool isOut() const;
    [[nodiscard]] UtcTime scriptMinute(double minute) const;

    StandInOptions m_options;
    StandInClock m_clock;
    std::unique_ptr<Venue> m_venue;
    SimulatedMarket m_market;
    Faults m_faults;
    RequestCounter m_counter;
    SentLog m_log;
    QTcpServer m_server;
    QTimer m_timer;
    QTimer m_floodTimer;
    std::set<HttpPeer*> m_peers;
    std::set<StreamClient*> m_clients;
    UtcTime m_told;
    int m_lastNumber = 0;
    double m_outageEnd = 0;
    bool m_isHalted = false;
    std::deque<double> m_upgrades; ///< elapsed seconds
};

} // namespace holdline::testing

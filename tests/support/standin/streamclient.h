// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "tests/support/standin/floodtext.h"
#include "tests/support/standin/sentlog.h"
#include "tests/support/standin/venue.h"
#include "tests/support/standin/websocketpeer.h"

#include <deque>
#include <memory>
#include <optional>
#include <utility>

namespace holdline::testing {

/// One client of a venue's stream: its session, and the rules and faults of its connection.
class StreamClient final : public QObject {
    Q_OBJECT

public:
    struct Setting {
        int number = 0; ///< counted from 1, in the log
        StreamRules rules;
        const SimulatedMarket& market;
        const Faults& faults;
        const Clock& clock;
        SentLog& log;
    };

    StreamClient(Setting setting, std::unique_ptr<StreamSession> session, WebSocketPeer* peer,
                 QObject* parent);

    /// Tells what happened in a span.
    void tell(TimeRange span);
    /// What is due by the clock: pings, limits, faults of the connection.
    void tick();
    /// As much of a flood as is due and the socket takes.
    void flood();
    void sendNow(const QByteArray& text);
    /// The venue's farewell, and the end so many seconds later; 0: as the venue does it.
    void sayGoodbye(double lead);

    [[nodiscard]] WebSocketPeer& peer() const { return *m_peer; }
    [[nodiscard]] StreamSession& session() const { return *m_session; }

private:
    [[nodiscard]] VenueState state() const;
    void receive(const QByteArray& text);
    void countClientMessage();
    void deliver(std::vector<OutMessage> messages);
    void deliverData(const OutMessage& message);
    void send(const OutMessage& message);
    void sendLate();
    void followFreeze();
    void sendPings();
    void enforceRules();
    void sendUnknown();
    void sendHostile();
    [[nodiscard]] QByteArrayList hostileTexts(const ScenarioEvent& fault) const;

    Setting m_setting;
    std::unique_ptr<StreamSession> m_session;
    WebSocketPeer* m_peer;
    double m_opened;
    double m_lastTraffic;
    double m_lastAppPing;
    double m_lastPing;
    double m_pongDue = 0; ///< 0: no ping is open
    QByteArray m_pingPayload;
    bool m_isFrozenByFault = false;
    bool m_isThawing = false;
    bool m_hasSubscribed = false;
    double m_goodbyeEnd = 0;
    double m_lastUnknown = 0;
    double m_lastHostile = 0;
    qsizetype m_nextHostile = 0;
    std::deque<double> m_clientMessages; ///< elapsed seconds of the last second's
    std::optional<OutMessage> m_held;    ///< changes place with the next
    std::deque<std::pair<double, OutMessage>> m_late;
    std::unique_ptr<FloodText> m_flood;
    double m_floodBegan = 0;
};

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/route.h"
#include "models/history/livenews.h"

#include <vector>

namespace holdline {

/// What a connection should do.
struct RouteAct {
    enum class Kind { Reconnect, HandOver };
    int route = 0;
    Kind kind = Kind::Reconnect;
    bool byAlternative = false;
    QString why;
};

/// How the streams of one provider do: when each spoke last, and which are silent longer than they ever are.
/// Times are this program's.
class StreamWatch final {
public:
    explicit StreamWatch(const std::vector<Route>& routes);

    void opened(int route, UtcTime now);
    void closed(int route, const QString& why);
    void failed(int route, int httpStatus, const QString& why);
    void message(int route, int stream, UtcTime now); ///< stream -1: of none
    void refused(int route, int stream, const QString& why);

    /// Streams that are silent for too long make their route connect again, by another path when none spoke
    /// on this one. While others of the route speak, it waits twice as long each time: one halted contract
    /// shall not cost what the others tell.
    [[nodiscard]] std::vector<RouteAct> look(UtcTime now);

    [[nodiscard]] std::vector<StreamStatus> streams() const;
    [[nodiscard]] bool isAllOpen() const;
    [[nodiscard]] bool isRegionRefused() const;
    /// A sentence on what is wrong, or empty.
    [[nodiscard]] QString problem() const;

private:
    struct Watched {
        StreamSpec spec;
        std::optional<UtcTime> last = {};
        bool isSilent = false;
        int timesWaited = 0; ///< reconnections since it spoke last, while others spoke
        QString refused = {};
    };
    struct Line {
        Route route;
        bool isOpen = false;
        UtcTime openedAt = {};
        UtcTime judgedFrom = {}; ///< silence is counted from here
        int status = 0;
        QString why = {}; ///< it is closed
        std::vector<Watched> streams = {};
    };
    [[nodiscard]] StreamStatus::State stateOf(const Line& line, const Watched& stream) const;
    [[nodiscard]] static Span quietOf(const Line& line, const Watched& stream, UtcTime now);
    /// Any stream of it, on the connection that is open.
    [[nodiscard]] static bool hasSpokenHere(const Line& line);
    [[nodiscard]] static std::optional<RouteAct> actOf(Line& line, UtcTime now);

    std::vector<Line> m_lines;
};

} // namespace holdline

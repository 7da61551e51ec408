// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/streamlink.h"
#include "tests/support/rawstreamserver.h"

#include <QSignalSpy>
#include <QtTest>

#include <functional>
#include <memory>

namespace holdline::testing {

inline constexpr int patience = 20000; ///< ms

inline Route plainRoute()
{
    Route route;
    route.name = QStringLiteral("test");
    route.path = QStringLiteral("/stream?streams=btcusdt@kline_1m/!forceOrder@arr");
    return route;
}

inline LinkSettings quickSettings()
{
    LinkSettings settings;
    settings.backoff = {Span{20}, Span{100}, 0.2, std::chrono::seconds{60}};
    settings.overlap = Span{50};
    return settings;
}

/// A link, a server of its own, and all that it said.
struct Play {
    explicit Play(const Route& route = plainRoute(), const LinkSettings& settings = quickSettings())
        : link(std::make_unique<StreamLink>(route, server.address(), settings, clock)),
          opened(link.get(), &StreamLink::opened),
          closed(link.get(), &StreamLink::closed),
          failed(link.get(), &StreamLink::failed),
          came(link.get(), &StreamLink::messageCame)
    {
    }
    [[nodiscard]] QByteArrayList messages() const
    {
        QByteArrayList list;
        for (const auto& arguments : came)
            list.append(arguments.at(0).toByteArray());
        return list;
    }
    [[nodiscard]] QString why() const
    {
        return closed.isEmpty() ? QString() : closed.last().at(0).toString();
    }

    SystemClock clock;
    RawStreamServer server;
    std::unique_ptr<StreamLink> link;
    QSignalSpy opened;
    QSignalSpy closed;
    QSignalSpy failed;
    QSignalSpy came;
};

/// Waits until the link is open and the server knows.
inline bool open(Play& play)
{
    play.link->start();
    return QTest::qWaitFor([&] { return play.link->isOpen() && play.server.openCount() == 1; }, patience);
}

inline bool wait(const std::function<bool()>& what)
{
    return QTest::qWaitFor(what, patience);
}

} // namespace holdline::testing

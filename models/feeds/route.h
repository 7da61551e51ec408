// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace holdline {

/// How a client keeps a connection alive, by the venue's rule. A zero span: it need not.
struct Heartbeat {
    Span every{};              ///< a message is sent when so long has passed
    QByteArray message;        ///< text frame
    bool onlyWhenIdle = false; ///< counted from the last message that came
};

/// One stream on a route.
struct StreamSpec {
    QString name;        ///< as the venue calls it: `btcusdt@kline_1m`
    Span silence{};      ///< longest time without a message while all is well; zero: may be silent for ever
    QString series = {}; ///< a series that cannot be fetched again and comes by this stream, or empty
};

/// One connection to a venue.
struct Route {
    QString name;                  ///< `market`
    QString path;                  ///< appended to the address, query included
    QStringList alternatives = {}; ///< other paths for the same streams, tried when a stream stays silent
    std::vector<QByteArray> greetings = {}; ///< text frames sent after opening, in this order
    std::vector<StreamSpec> streams = {};
    Heartbeat heartbeat = {};
    Span silence{};            ///< longest time without any message before the connection counts as dead
    Span lifetime{};           ///< the venue cuts it after this; zero: it does not say
    int messagesPerSecond = 0; ///< most that a client may send; zero: no rule
};

} // namespace holdline

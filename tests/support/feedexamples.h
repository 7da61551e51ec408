// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/livenews.h"

namespace holdline::testing {

inline FeedStatus feedExample(const QString& id, const QString& title, StreamStatus::State state)
{
    FeedStatus feed;
    feed.id = id;
    feed.title = title;
    feed.gives = QStringLiteral("candles");
    feed.isConnected = state == StreamStatus::State::Live;
    feed.hasAnswered = feed.isConnected;
    if (feed.isConnected)
        feed.lastAnswer = liveMinute(60);
    feed.streams = {{.name = QStringLiteral("kline"), .route = QStringLiteral("market"), .state = state}};
    return feed;
}

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "models/feeds/streamlink.h"
#include "models/foundation/steadyclock.h"
#include "models/history/feedhistory.h"
#include "tests/bench/families.h"
#include "tests/bench/livewindow.h"
#include "tests/bench/tlsflood.h"

namespace holdline::bench {

namespace {

/// Trades over TLS by the link, the parser and the history that the program has.
void benchTls(TlsFlood::Writing writing, qint64 count, double goal, const QString& name, Report& report)
{
    TlsFlood server(count, writing);
    if (server.port() == 0)
        return report.skip(name, QStringLiteral("openssl made no certificate"));
    const SteadyClock clock;
    const auto feed = findFeed(QStringLiteral("binance"))->make({"BTC"});
    FeedHistory history(*feed, {}, {});
    Route route = history.routes().front();
    route.greetings.clear();
    StreamLink link(route, QStringLiteral("wss://127.0.0.1:%1").arg(server.port()), {}, clock);
    double begin = 0;
    double end = 0;
    qint64 came = 0;
    QString failure;
    QObject::connect(&link, &StreamLink::failed, &link, [&](int, const QString& why) { failure = why; });
    QObject::connect(&link, &StreamLink::messageCame, &link, [&](const QByteArray& text) {
        begin = came == 0 ? nowMs() : begin;
        static_cast<void>(history.message(0, text, clock.now()));
        end = ++came == count ? nowMs() : end;
    });
    link.start();
    if (!runUntil(120'000, [&] { return end > 0 || !failure.isEmpty(); }) || end == 0)
        return report.skip(name, failure);
    if (history.status().rejected > 0)
        return report.skip(name, QStringLiteral("messages were rejected"));
    report.add({.name = name,
                .n = count,
                .measured = {{static_cast<double>(count) / (end - begin)}},
                .unit = QStringLiteral("k/s"),
                .goal = goal,
                .isMoreBetter = true});
}

} // namespace

void benchLinks(const Options& options, Report& report)
{
    benchTls(TlsFlood::Writing::Batched, options.isSmoke ? 20'000 : 5'000'000, 1000,
             QStringLiteral("socket to series over TLS, batched, thousands a second"), report);
    benchTls(TlsFlood::Writing::OneRecordAMessage, options.isSmoke ? 10'000 : 1'000'000, 150,
             QStringLiteral("socket to series over TLS, one record a message, thousands a second"), report);
}

} // namespace holdline::bench

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/childprocess.h"
#include "tests/bench/families.h"
#include "tests/bench/livewindow.h"
#include "tests/support/standinthread.h"

#include <QFile>

#include <memory>

namespace holdline::bench {

namespace {

const QStringList providers{QStringLiteral("binance"), QStringLiteral("binance-futures"),
                            QStringLiteral("bybit"), QStringLiteral("okx"), QStringLiteral("coinbase")};

using Venues = std::vector<std::unique_ptr<testing::StandInThread>>;

Venues startVenues()
{
    Venues venues;
    for (const QString& provider : providers)
        venues.push_back(
            std::make_unique<testing::StandInThread>(testing::StandInOptions{.provider = provider}));
    return venues;
}

qint64 messagesOf(const Venues& venues)
{
    qint64 sum = 0;
    for (const auto& venue : venues)
        sum += venue->server().log().messageCount();
    return sum;
}

bool areAllAsked(const Venues& venues)
{
    return std::all_of(venues.begin(), venues.end(),
                       [](const auto& venue) { return venue->server().connections() > 0; });
}

} // namespace

/// The program with its window shown, five venues connected, nothing touched.
void benchIdle(const Options& options, Report& report)
{
    const QString name = QStringLiteral("idle window, five venues connected, share of one core");
    const Venues venues = startVenues();
    const QTemporaryDir folder;
    QFile settings(folder.filePath(QStringLiteral("live.json")));
    if (!settings.open(QIODevice::WriteOnly))
        return report.skip(name, settings.errorString());
    settings.write(R"({"backfill":"1h","sources":[")" + providers.join(QStringLiteral("\",\"")).toUtf8() +
                   R"("]})");
    settings.close();
    QStringList arguments{QStringLiteral("--data-dir"), folder.path()};
    for (std::size_t i = 0; i < venues.size(); ++i) {
        for (const QString& endpoint : venues[i]->endpoints(providers[static_cast<qsizetype>(i)]))
            arguments += {QStringLiteral("--endpoint"), endpoint};
    }
    ChildProcess program(options.program, arguments);
    if (!runUntil(60'000, [&] { return areAllAsked(venues); }))
        return report.skip(name, QStringLiteral("it did not connect"));
    runUntil(options.isSmoke ? 1000 : 20'000); // history is filled meanwhile
    const double length = options.isSmoke ? 2000 : 60'000;
    const double cpuBefore = program.cpuMs();
    const qint64 messagesBefore = messagesOf(venues);
    const double begin = nowMs();
    runUntil(length);
    const double taken = nowMs() - begin;
    report.add({.name = name,
                .measured = {{(program.cpuMs() - cpuBefore) / taken * 100}},
                .unit = QStringLiteral("%"),
                .goal = 2,
                .note = QStringLiteral("%1 messages a second")
                            .arg(static_cast<double>(messagesOf(venues) - messagesBefore) / taken * 1000, 0,
                                 'f', 1)});
    program.terminate();
}

} // namespace holdline::bench

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/replaycommand.h"

#include "app/commands/cancelonsignal.h"
#include "models/history/feeddocument.h"
#include "models/history/replay.h"

#include <QJsonDocument>

namespace holdline {

namespace {

/// `max`, or how many times as fast as it happened. 0 is `max`.
Result<double> speedOption(const QCommandLineParser& parser)
{
    const QString text = parser.value(QStringLiteral("speed"));
    if (text.isEmpty() || text == QStringLiteral("max"))
        return 0.0;
    bool isNumber = false;
    const double speed = QStringView(text).toDouble(&isNumber);
    if (!isNumber || !(speed > 0) || speed > 1e9)
        return Error{Error::Kind::Usage, QStringLiteral("--speed needs a number above 0, or max")};
    return speed;
}

QByteArray toJson(const ReplayReport& report)
{
    QJsonObject sources;
    for (const FeedStatus& status : report.feeds) {
        QJsonObject counts = countsObject(status);
        counts.remove(QStringLiteral("connected"));
        sources.insert(status.id, counts);
    }
    QJsonObject notStored;
    for (const auto& [reason, count] : report.notStored)
        notStored.insert(reason, count);
    const QJsonObject line{{QStringLiteral("lines"), report.lines},
                           {QStringLiteral("messages"), report.messages},
                           {QStringLiteral("stored"), report.stored},
                           {QStringLiteral("notStored"), notStored},
                           {QStringLiteral("added"), report.counts.added},
                           {QStringLiteral("unchanged"), report.counts.unchanged},
                           {QStringLiteral("revised"), report.counts.revised},
                           {QStringLiteral("sources"), sources}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

int runReplay(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Feeds a capture through the same parsers into the store."));
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A capture, plain or packed."));
    parser.addOptions(
        {{QStringLiteral("speed"), QStringLiteral("Times as fast as it happened, or max (the default)."),
          QStringLiteral("factor")}});
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return context.fail({Error::Kind::Usage, QStringLiteral("replay needs one file")});
    const auto speed = speedOption(parser);
    if (speed.hasError())
        return context.fail(speed.error());
    Progress progress;
    const CancelOnSignal cancel(progress);
    const QString file = parser.positionalArguments().first();
    const auto report = replayCapture(file, {context.dataDir, speed.value()}, progress);
    if (report.hasError())
        return context.fail({report.error().kind, file + QStringLiteral(": ") + report.error().message});
    context.print(toJson(report.value()));
    return ExitDone;
}

} // namespace

Command replayCommand()
{
    return {.name = QStringLiteral("replay"),
            .summary = QStringLiteral("feeds a capture into the store"),
            .needs = Command::Needs::Core,
            .run = runReplay};
}

} // namespace holdline

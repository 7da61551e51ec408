// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/sourcescommand.h"

#include "app/datasource.h"
#include "models/feeds/feedcatalog.h"
#include "models/history/feeddocument.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

namespace {

QJsonValue timeOrNull(const std::optional<UtcTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

QByteArray sourceLine(const FeedTraits& traits, const FeedStatus& status, UtcTime now)
{
    QJsonArray rejects;
    for (const auto& [reason, count] : status.rejects)
        rejects.append(QJsonObject{{QStringLiteral("reason"), reason}, {QStringLiteral("count"), count}});
    const QJsonObject line{{QStringLiteral("source"), traits.id},
                           {QStringLiteral("title"), traits.title},
                           {QStringLiteral("gives"), traits.gives},
                           {QStringLiteral("keyed"), false},
                           {QStringLiteral("lastAnswer"), timeOrNull(status.lastAnswer)},
                           {QStringLiteral("ageSeconds"),
                            status.lastAnswer
                                ? QJsonValue(std::chrono::duration<double>(now - *status.lastAnswer).count())
                                : QJsonValue(QJsonValue::Null)},
                           {QStringLiteral("pausedUntil"), timeOrNull(status.pausedUntil)},
                           {QStringLiteral("rejected"), status.rejected},
                           {QStringLiteral("rejects"), rejects},
                           {QStringLiteral("problem"), status.problem}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

int runSources(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Providers, what each gives, and how each did last."));
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    if (!parser.positionalArguments().isEmpty())
        return context.fail({Error::Kind::Usage, QStringLiteral("sources takes no words")});
    const auto store = openData(context, {});
    if (store.hasError())
        return context.fail(store.error());
    for (const FeedEntry& entry : feedCatalog()) {
        const auto document = store.value()->document(feedDocumentName(entry.traits.id));
        if (document.hasError())
            return context.fail(document.error());
        context.print(sourceLine(entry.traits,
                                 feedStatusFromDocument(document.value().value_or(QByteArray())),
                                 context.clock.now()));
    }
    return ExitDone;
}

} // namespace

Command sourcesCommand()
{
    return {.name = QStringLiteral("sources"),
            .summary = QStringLiteral("lists providers and how each did last"),
            .needs = Command::Needs::Core,
            .run = runSources};
}

} // namespace holdline

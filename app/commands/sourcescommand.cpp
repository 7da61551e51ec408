// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/sourcescommand.h"

#include "app/datasource.h"
#include "app/hiddenline.h"
#include "app/providerkeys.h"
#include "app/systemkeystore.h"
#include "models/feeds/feedcatalog.h"
#include "models/history/feeddocument.h"
#include "models/history/livesettings.h"
#include "models/history/seriescheck.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

namespace {

QJsonValue timeOrNull(const std::optional<UtcTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

QByteArray sourceLine(const FeedTraits& traits, const FeedStatus& status, bool hasKey, UtcTime now)
{
    QJsonArray rejects;
    for (const auto& [reason, count] : status.rejects)
        rejects.append(QJsonObject{{QStringLiteral("reason"), reason}, {QStringLiteral("count"), count}});
    const QJsonObject line{{QStringLiteral("source"), traits.id},
                           {QStringLiteral("title"), traits.title},
                           {QStringLiteral("gives"), traits.gives},
                           {QStringLiteral("keyed"), traits.key.isWanted()},
                           {QStringLiteral("hasKey"), hasKey},
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

QJsonObject differenceObject(const SampleDifference& difference)
{
    return {{QStringLiteral("day"), toIso(difference.from)},
            {QStringLiteral("values"), QJsonArray{difference.first.toDouble(), difference.second.toDouble()}},
            {QStringLiteral("pct"), difference.pct}};
}

QByteArray checkLine(const SeriesCheck& check, double limitPct)
{
    const QJsonObject line{{QStringLiteral("check"), check.name},
                           {QStringLiteral("column"), check.column},
                           {QStringLiteral("definition"), check.definition},
                           {QStringLiteral("sources"), QJsonArray{check.firstSource, check.secondSource}},
                           {QStringLiteral("days"), check.comparison.intervals},
                           {QStringLiteral("latest"), differenceObject(check.comparison.latest)},
                           {QStringLiteral("largest"), differenceObject(check.comparison.largest)},
                           {QStringLiteral("limitPct"), limitPct},
                           {QStringLiteral("warning"), warningOf(check, limitPct)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

Result<Done> printSources(Store& store, const ProviderKeys& keys, const CommandContext& context)
{
    for (const FeedEntry& entry : feedCatalog()) {
        const auto document = store.document(feedDocumentName(entry.traits.id));
        if (document.hasError())
            return document.error();
        const bool hasKey = entry.traits.key.isWanted() && keys.isKept(entry.traits.id);
        context.print(sourceLine(entry.traits,
                                 feedStatusFromDocument(document.value().value_or(QByteArray())), hasKey,
                                 context.clock.now()));
    }
    return Done{};
}

/// Where two sources give the same, how far they are apart.
Result<Done> printChecks(Store& store, const CommandContext& context)
{
    const auto settings = loadLiveSettings(context.dataDir);
    if (settings.hasError())
        return settings.error();
    const auto checks = checkSeries(store, QStringLiteral("cohort/"));
    if (checks.hasError())
        return checks.error();
    for (const SeriesCheck& check : checks.value()) {
        const double limitPct = settings.value().warnAbovePct;
        context.print(checkLine(check, limitPct));
        if (const QString warning = warningOf(check, limitPct); !warning.isEmpty())
            context.say(warning);
    }
    return Done{};
}

Result<Done> changeKey(const QCommandLineParser& parser, ProviderKeys& keys, const CommandContext& context)
{
    const bool isSet = parser.isSet(QStringLiteral("set-key"));
    const QString provider = parser.value(isSet ? QStringLiteral("set-key") : QStringLiteral("forget-key"));
    const FeedEntry* entry = findFeed(provider);
    if (!entry || !entry->traits.key.isWanted())
        return Error{Error::Kind::Usage, QStringLiteral("“%1” is no source that takes a key").arg(provider)};
    if (!isSet) {
        const auto done = keys.forget(provider);
        if (done.hasValue())
            context.say(QStringLiteral("The key of %1 is no longer kept.").arg(entry->traits.title));
        return done;
    }
    context.say(QStringLiteral("The key of %1, which is not shown:").arg(entry->traits.title));
    const auto done = keys.keep(provider, readHiddenLine());
    if (done.hasValue())
        context.say(QStringLiteral("The key of %1 is in the keychain.").arg(entry->traits.title));
    return done;
}

int runSources(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Providers, what each gives, and how each did last."));
    parser.addOptions({
        {QStringLiteral("set-key"),
         QStringLiteral("Reads a provider's key from standard input and keeps it in the keychain."),
         QStringLiteral("provider")},
        {QStringLiteral("forget-key"), QStringLiteral("Takes a provider's key out of the keychain."),
         QStringLiteral("provider")},
    });
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    if (!parser.positionalArguments().isEmpty())
        return context.fail({Error::Kind::Usage, QStringLiteral("sources takes no words")});
    SystemKeyStore keychain;
    ProviderKeys keys(context.dataDir, keychain);
    if (parser.isSet(QStringLiteral("set-key")) || parser.isSet(QStringLiteral("forget-key"))) {
        const auto done = changeKey(parser, keys, context);
        return done.hasError() ? context.fail(done.error()) : int(ExitDone);
    }
    const auto store = openData(context, {});
    if (store.hasError())
        return context.fail(store.error());
    auto done = printSources(*store.value(), keys, context);
    if (done.hasValue())
        done = printChecks(*store.value(), context);
    return done.hasError() ? context.fail(done.error()) : int(ExitDone);
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

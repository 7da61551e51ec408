// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/liveoptions.h"

#include "app/providerkeys.h"
#include "app/systemkeystore.h"
#include "models/foundation/duration.h"

#include <algorithm>

namespace holdline {

namespace {

QStringList listOption(const QCommandLineParser& parser, const QString& name)
{
    QStringList all;
    for (const QString& value : parser.values(name))
        all += value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    return all;
}

Result<std::vector<QByteArray>> assetsOption(const QCommandLineParser& parser)
{
    std::vector<QByteArray> assets;
    for (const QString& name : listOption(parser, QStringLiteral("assets"))) {
        const QByteArray asset = name.toUpper().toLatin1();
        const auto& followed = followedAssets();
        if (std::find(followed.begin(), followed.end(), asset) == followed.end())
            return badUsage(QStringLiteral("“%1” is not followed; assets are BTC ETH XRP ADA SOL").arg(name));
        assets.push_back(asset);
    }
    return assets;
}

Result<QStringList> sourcesOption(const QCommandLineParser& parser)
{
    QStringList known;
    for (const FeedEntry& entry : feedCatalog())
        known.append(entry.traits.id);
    const QStringList sources = listOption(parser, QStringLiteral("sources"));
    if (parser.isSet(QStringLiteral("sources")) && sources.isEmpty())
        return badUsage(QStringLiteral("--sources needs names, such as %1").arg(known.value(0)));
    for (const QString& source : sources) {
        if (!known.contains(source))
            return badUsage(QStringLiteral("“%1” is no source; there are %2")
                                .arg(source, known.join(QStringLiteral(", "))));
    }
    return sources;
}

Result<Done> readOptions(const QCommandLineParser& parser, CollectorSettings& settings)
{
    const auto sources = sourcesOption(parser);
    if (sources.hasError())
        return sources.error();
    if (!sources.value().isEmpty())
        settings.sources = sources.value();
    const auto assets = assetsOption(parser);
    if (assets.hasError())
        return assets.error();
    settings.assets = assets.value();
    if (!parser.isSet(QStringLiteral("backfill")))
        return Done{};
    const auto backfill = parseDuration(parser.value(QStringLiteral("backfill")));
    if (!backfill)
        return badUsage(QStringLiteral("“%1” is no duration; write 90s, 5m, 2h or 7d")
                            .arg(parser.value(QStringLiteral("backfill"))));
    settings.rules.backfill = *backfill;
    return Done{};
}

} // namespace

void addLiveOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {QStringLiteral("sources"), QStringLiteral("Only these providers, by comma."),
         QStringLiteral("list")},
        {QStringLiteral("assets"), QStringLiteral("Only these of BTC, ETH, XRP, ADA, SOL, by comma."),
         QStringLiteral("list")},
        {QStringLiteral("backfill"), QStringLiteral("How far back minutes are asked for (90s, 5m, 2h, 7d)."),
         QStringLiteral("duration")},
        {QStringLiteral("endpoint"),
         QStringLiteral("Where a provider is reached, as provider.rest=URL or provider.ws=URL."),
         QStringLiteral("address")},
    });
}

Result<CollectorSettings> liveSettings(const QCommandLineParser& parser, const QString& dataDir)
{
    auto settings = liveSettings(parser.values(QStringLiteral("endpoint")), dataDir);
    if (settings.hasError())
        return settings.error();
    if (auto done = readOptions(parser, settings.value()); done.hasError())
        return done.error();
    return settings;
}

Result<CollectorSettings> liveSettings(const QStringList& endpoints, const QString& dataDir)
{
    const auto kept = loadLiveSettings(dataDir);
    if (kept.hasError())
        return kept.error();
    const auto addresses = Endpoints::from(endpoints, kept.value().endpoints);
    if (addresses.hasError())
        return addresses.error();
    CollectorSettings settings;
    settings.dataDir = dataDir;
    settings.key = [dataDir](const QString& provider) {
        SystemKeyStore keychain;
        return ProviderKeys(dataDir, keychain).key(provider);
    };
    settings.endpoints = addresses.value();
    settings.sources = kept.value().sources;
    settings.link = kept.value().link;
    settings.tunings = kept.value().tunings;
    settings.rules.backfill = kept.value().backfill.value_or(settings.rules.backfill);
    return settings;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/liveoptions.h"

#include <algorithm>

namespace holdline {

namespace {

Error usage(const QString& words)
{
    return {Error::Kind::Usage, words};
}

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
            return usage(QStringLiteral("“%1” is not followed; assets are BTC ETH XRP ADA SOL").arg(name));
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
        return usage(QStringLiteral("--sources needs names, such as %1").arg(known.value(0)));
    for (const QString& source : sources) {
        if (!known.contains(source))
            return usage(QStringLiteral("“%1” is no source; there are %2")
                             .arg(source, known.join(QStringLiteral(", "))));
    }
    return sources;
}

} // namespace

std::optional<Span> parseDuration(QStringView text)
{
    if (text.size() < 2)
        return std::nullopt;
    bool isNumber = false;
    const qint64 count = text.chopped(1).toLongLong(&isNumber);
    if (!isNumber || count < 0 || count > 1'000'000)
        return std::nullopt;
    switch (text.back().unicode()) {
    case u's':
        return std::chrono::seconds{count};
    case u'm':
        return std::chrono::minutes{count};
    case u'h':
        return std::chrono::hours{count};
    case u'd':
        return std::chrono::hours{24 * count};
    default:
        return std::nullopt;
    }
}

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
    CollectorSettings settings;
    settings.dataDir = dataDir;
    const auto sources = sourcesOption(parser);
    if (sources.hasError())
        return sources.error();
    settings.sources = sources.value();
    const auto assets = assetsOption(parser);
    if (assets.hasError())
        return assets.error();
    settings.assets = assets.value();
    const auto endpoints = Endpoints::from(parser.values(QStringLiteral("endpoint")));
    if (endpoints.hasError())
        return endpoints.error();
    settings.endpoints = endpoints.value();
    if (parser.isSet(QStringLiteral("backfill"))) {
        const auto backfill = parseDuration(parser.value(QStringLiteral("backfill")));
        if (!backfill)
            return usage(QStringLiteral("“%1” is no duration; write 90s, 5m, 2h or 7d")
                             .arg(parser.value(QStringLiteral("backfill"))));
        settings.rules.backfill = *backfill;
    }
    return settings;
}

} // namespace holdline

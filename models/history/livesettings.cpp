// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/livesettings.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

namespace {

Error wrong(const QString& key, const QString& wanted)
{
    return {Error::Kind::Malformed, QStringLiteral("live.json: “%1” must be %2.").arg(key, wanted)};
}

/// Whether the key is absent or a duration, which is then taken.
bool take(const QJsonObject& object, const QString& key, std::optional<Span>& span)
{
    if (!object.contains(key))
        return true;
    span = parseDuration(object.value(key).toString());
    return span.has_value();
}

Result<BackoffRule> readBackoff(const QJsonObject& object)
{
    BackoffRule rule;
    std::optional<Span> first;
    std::optional<Span> longest;
    if (!take(object, QStringLiteral("first"), first) || !take(object, QStringLiteral("longest"), longest))
        return wrong(QStringLiteral("backoff"), QStringLiteral("durations such as 1s or 30s"));
    rule.first = first.value_or(rule.first);
    rule.longest = longest.value_or(rule.longest);
    rule.jitter = object.value(QStringLiteral("jitter")).toDouble(rule.jitter);
    if (!(rule.jitter >= 0 && rule.jitter <= 1) || rule.first > rule.longest)
        return wrong(QStringLiteral("backoff"),
                     QStringLiteral("a first wait not above the longest and a jitter from 0 to 1"));
    return rule;
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

Result<LiveSettings> loadLiveSettings(const QString& dataDir)
{
    LiveSettings settings;
    QFile file(QDir(dataDir).filePath(QStringLiteral("live.json")));
    if (!file.open(QIODevice::ReadOnly))
        return settings;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return Error{Error::Kind::Malformed, QStringLiteral("live.json is no JSON object.")};
    const QJsonObject object = document.object();
    if (!take(object, QStringLiteral("backfill"), settings.backfill))
        return wrong(QStringLiteral("backfill"), QStringLiteral("a duration such as 90d"));
    for (const QJsonValue source : object.value(QStringLiteral("sources")).toArray())
        settings.sources.append(source.toString());
    const QJsonObject endpoints = object.value(QStringLiteral("endpoints")).toObject();
    for (auto endpoint = endpoints.begin(); endpoint != endpoints.end(); ++endpoint)
        settings.endpoints[endpoint.key()] = endpoint.value().toString();
    const auto backoff = readBackoff(object.value(QStringLiteral("backoff")).toObject());
    if (backoff.hasError())
        return backoff.error();
    settings.backoff = backoff.value();
    return settings;
}

} // namespace holdline

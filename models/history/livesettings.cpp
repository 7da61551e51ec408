// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/livesettings.h"

#include "models/feeds/feedcatalog.h"
#include "models/foundation/duration.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace holdline {

namespace {

Error wrong(const QString& key, const QString& wanted)
{
    return {Error::Kind::Malformed, QStringLiteral("live.json: “%1” must be %2.").arg(key, wanted)};
}

/// An object of the file, read key by key; the first key that is not as it must be is remembered.
class Section final {
public:
    Section(QJsonObject object, QString name) : m_object(std::move(object)), m_name(std::move(name)) {}

    void take(const char* key, Span& span)
    {
        std::optional<Span> given;
        take(key, given);
        span = given.value_or(span);
    }
    void take(const char* key, std::optional<Span>& span)
    {
        if (const auto value = valueOf(key)) {
            span = parseDuration(value->toString());
            if (!span)
                refuse(key, QStringLiteral("a duration such as 90s, 5m, 2h or 7d"));
        }
    }
    void take(const char* key, std::optional<int>& number, int most)
    {
        if (const auto value = valueOf(key)) {
            number = value->toInt(-1);
            if (*number < 1 || *number > most)
                refuse(key, QStringLiteral("a whole number from 1 to %1").arg(most));
        }
    }
    void take(const char* key, std::optional<double>& number, double most)
    {
        if (const auto value = valueOf(key)) {
            number = value->toDouble(-1);
            if (!(*number > 0 && *number <= most))
                refuse(key, QStringLiteral("a number above 0 and up to %1").arg(most));
        }
    }
    void takeShare(const char* key, double& share)
    {
        if (const auto value = valueOf(key)) {
            share = value->toDouble(-1);
            if (!(share >= 0 && share <= 1))
                refuse(key, QStringLiteral("a number from 0 to 1"));
        }
    }
    [[nodiscard]] std::optional<QJsonObject> object(const char* key)
    {
        const auto value = valueOf(key);
        if (value && !value->isObject())
            refuse(key, QStringLiteral("an object"));
        return value && value->isObject() ? std::optional(value->toObject()) : std::nullopt;
    }
    [[nodiscard]] std::optional<QJsonValue> valueOf(const char* key) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        return value.isUndefined() ? std::nullopt : std::optional(value);
    }
    void refuse(const char* key, const QString& wanted)
    {
        if (!m_error)
            m_error = wrong(m_name.isEmpty() ? QString::fromLatin1(key)
                                             : m_name + QLatin1Char('.') + QLatin1String(key),
                            wanted);
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    QJsonObject m_object;
    QString m_name;
    std::optional<Error> m_error;
};

QStringList providerNames()
{
    QStringList names;
    for (const FeedEntry& entry : feedCatalog())
        names.append(entry.traits.id);
    return names;
}

std::optional<Error> readSources(Section& root, LiveSettings& settings)
{
    const auto given = root.valueOf("sources");
    if (!given)
        return std::nullopt;
    const QStringList known = providerNames();
    for (const QJsonValue source : given->toArray())
        settings.sources.append(source.toString());
    const bool isKnown = std::all_of(settings.sources.begin(), settings.sources.end(),
                                     [&](const QString& source) { return known.contains(source); });
    if (!given->isArray() || settings.sources.isEmpty() || !isKnown)
        root.refuse("sources", QStringLiteral("an array of %1").arg(known.join(QStringLiteral(", "))));
    return root.error();
}

std::optional<Error> readEndpoints(Section& root, LiveSettings& settings)
{
    const QJsonObject endpoints = root.object("endpoints").value_or(QJsonObject{});
    for (auto endpoint = endpoints.begin(); endpoint != endpoints.end(); ++endpoint)
        settings.endpoints[endpoint.key()] = endpoint.value().toString();
    return root.error();
}

std::optional<Error> readLink(Section& root, LinkSettings& link)
{
    Section backoff(root.object("backoff").value_or(QJsonObject{}), QStringLiteral("backoff"));
    backoff.take("first", link.backoff.first);
    backoff.take("longest", link.backoff.longest);
    backoff.takeShare("jitter", link.backoff.jitter);
    if (link.backoff.first > link.backoff.longest)
        backoff.refuse("first", QStringLiteral("no longer than the longest wait"));
    Section section(root.object("link").value_or(QJsonObject{}), QStringLiteral("link"));
    section.take("connectLimit", link.connectLimit);
    section.take("handOverBefore", link.handOverBefore);
    section.take("overlap", link.overlap);
    section.take("pauseWhenLimited", link.pauseWhenLimited);
    section.take("pauseWhenForbidden", link.pauseWhenForbidden);
    return root.error() ? root.error() : backoff.error() ? backoff.error() : section.error();
}

std::optional<Error> readTuning(Section section, FeedTuning& tuning)
{
    section.take("page", tuning.page, 100'000);
    section.take("weight", tuning.weight, 1'000'000);
    section.take("questionsPerSecond", tuning.questionsPerSecond, 1000);
    section.take("reach", tuning.reach);
    section.take("silence", tuning.silence);
    section.take("heartbeat", tuning.heartbeat);
    section.take("lifetime", tuning.lifetime);
    return section.error();
}

std::optional<Error> readTunings(Section& root, LiveSettings& settings)
{
    const QJsonObject providers = root.object("providers").value_or(QJsonObject{});
    for (const QString& id : providerNames()) {
        if (!providers.contains(id))
            continue;
        const QString name = QStringLiteral("providers.") + id;
        if (auto error = readTuning({providers.value(id).toObject(), name}, settings.tunings[id]))
            return error;
    }
    return root.error();
}

} // namespace

Result<LiveSettings> loadLiveSettings(const QString& dataDir)
{
    LiveSettings settings;
    QFile file(QDir(dataDir).filePath(QStringLiteral("live.json")));
    if (!file.open(QIODevice::ReadOnly))
        return settings;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return Error{Error::Kind::Malformed, QStringLiteral("live.json is no JSON object.")};
    Section root(document.object(), {});
    root.take("backfill", settings.backfill);
    std::optional<double> warnAbovePct;
    root.take("warnAbovePct", warnAbovePct, 100);
    settings.warnAbovePct = warnAbovePct.value_or(settings.warnAbovePct);
    auto error = readSources(root, settings);
    error = error ? error : readEndpoints(root, settings);
    error = error ? error : readLink(root, settings.link);
    error = error ? error : readTunings(root, settings);
    return error ? Result<LiveSettings>(*error) : settings;
}

} // namespace holdline

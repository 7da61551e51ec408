// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/readingsettingsfile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// A number that may stand under a key.
struct ReadingSetting {
    const char* key;
    double least;
    double greatest;
    void (*set)(ReadingSettings&, double);
};
constexpr double mostDollars = 1e15;
constexpr std::array readingSettings{
    ReadingSetting{"takerThresholdUsd", -mostDollars, 0,
                   [](ReadingSettings& to, double value) { to.takerThreshold = Amount::fromDouble(value); }},
    ReadingSetting{"takerWindowDays", 1, 366,
                   [](ReadingSettings& to, double value) { to.takerWindowDays = static_cast<int>(value); }},
    ReadingSetting{
        "liquidationThresholdUsd", 0, mostDollars,
        [](ReadingSettings& to, double value) { to.liquidationThreshold = Amount::fromDouble(value); }},
    ReadingSetting{"spikeTimesMedian", 1, 1000,
                   [](ReadingSettings& to, double value) { to.spikeTimesMedian = value; }},
    ReadingSetting{"cascadeQuantile", 0, 1,
                   [](ReadingSettings& to, double value) { to.cascadeQuantile = value; }},
};

Error settingError(const QString& words)
{
    return {Error::Kind::Malformed, u"readings.json: %1."_s.arg(words)};
}

} // namespace

Result<ReadingSettings> loadReadingSettings(const QString& dataDir)
{
    ReadingSettings settings;
    QFile file(QDir(dataDir).filePath(u"readings.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return settings;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return settingError(u"it is no JSON object"_s);
    for (const ReadingSetting& setting : readingSettings) {
        const QJsonValue value = document.object().value(QLatin1StringView(setting.key));
        if (value.isUndefined())
            continue;
        if (!value.isDouble() || value.toDouble() < setting.least || value.toDouble() > setting.greatest)
            return settingError(u"%1 is a number from %2 to %3"_s.arg(QLatin1StringView(setting.key))
                                    .arg(setting.least)
                                    .arg(setting.greatest));
        setting.set(settings, value.toDouble());
    }
    return settings;
}

} // namespace holdline

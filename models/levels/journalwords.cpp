// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/journalwords.h"

#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

namespace {

QJsonObject objectOf(const std::optional<QString>& document)
{
    return document ? QJsonDocument::fromJson(document->toUtf8()).object() : QJsonObject();
}

QString words(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isUndefined() || value.isNull())
        return QStringLiteral("–");
    return QString::fromUtf8(jsonText(value));
}

} // namespace

QString nameOf(const JournalEntry& entry)
{
    const QJsonObject object = objectOf(entry.after ? entry.after : entry.before);
    for (const char* key : {"name", "kind"}) {
        const QString name = object.value(QLatin1String(key)).toString();
        if (!name.isEmpty())
            return name;
    }
    return entry.id;
}

QStringList changeWords(const JournalEntry& entry)
{
    if (!entry.before || !entry.after)
        return {nameOf(entry)};
    const QJsonObject before = objectOf(entry.before);
    const QJsonObject after = objectOf(entry.after);
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    QStringList lines;
    for (const QString& key : keys) {
        const bool isTheActItself = key == QStringLiteral("edited");
        if (!isTheActItself && before.value(key) != after.value(key))
            lines.append(
                QStringLiteral("%1 %2 → %3").arg(key, words(before.value(key)), words(after.value(key))));
    }
    return lines;
}

} // namespace holdline

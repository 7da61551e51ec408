// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/feeddocument.h"

#include <QJsonDocument>

namespace holdline {

namespace {

std::optional<UtcTime> timeOf(const QJsonObject& object, QLatin1String key)
{
    const auto time = parseIso(object.value(key).toString().toLatin1());
    return time.hasValue() ? std::optional(time.value()) : std::nullopt;
}

qint64 countOf(const QJsonObject& object, QLatin1String key)
{
    return static_cast<qint64>(object.value(key).toDouble());
}

} // namespace

QString feedDocumentName(const QString& provider)
{
    return QStringLiteral("live/") + provider;
}

QJsonObject countsObject(const FeedStatus& status)
{
    return {
        {QStringLiteral("connected"), status.isConnected}, {QStringLiteral("messages"), status.messages},
        {QStringLiteral("dropped"), status.dropped},       {QStringLiteral("rejected"), status.rejected},
        {QStringLiteral("gapsOpened"), status.gapsOpened}, {QStringLiteral("gapsFilled"), status.gapsFilled}};
}

QByteArray toDocument(const FeedStatus& status)
{
    QJsonObject object = countsObject(status);
    if (status.lastAnswer)
        object.insert(QStringLiteral("lastAnswer"), toIso(*status.lastAnswer));
    if (status.pausedUntil)
        object.insert(QStringLiteral("pausedUntil"), toIso(*status.pausedUntil));
    if (!status.problem.isEmpty())
        object.insert(QStringLiteral("problem"), status.problem);
    QJsonObject rejects;
    for (const auto& [reason, count] : status.rejects)
        rejects.insert(reason, count);
    object.insert(QStringLiteral("rejects"), rejects);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

FeedStatus feedStatusFromDocument(const QByteArray& document)
{
    const QJsonObject object = QJsonDocument::fromJson(document).object();
    FeedStatus status;
    status.messages = countOf(object, QLatin1String("messages"));
    status.dropped = countOf(object, QLatin1String("dropped"));
    status.rejected = countOf(object, QLatin1String("rejected"));
    status.gapsOpened = countOf(object, QLatin1String("gapsOpened"));
    status.gapsFilled = countOf(object, QLatin1String("gapsFilled"));
    status.lastAnswer = timeOf(object, QLatin1String("lastAnswer"));
    status.hasAnswered = status.lastAnswer.has_value();
    status.pausedUntil = timeOf(object, QLatin1String("pausedUntil"));
    status.problem = object.value(QLatin1String("problem")).toString();
    const QJsonObject rejects = object.value(QLatin1String("rejects")).toObject();
    for (auto reject = rejects.begin(); reject != rejects.end(); ++reject)
        status.rejects[reject.key()] = static_cast<qint64>(reject.value().toDouble());
    return status;
}

} // namespace holdline

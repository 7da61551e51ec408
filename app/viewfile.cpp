// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace holdline {

Result<View> readViewFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    QJsonParseError reason;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &reason);
    if (!document.isObject())
        return Error{Error::Kind::Malformed,
                     QStringLiteral("%1 is no view: %2")
                         .arg(path, reason.error ? reason.errorString() : QStringLiteral("not an object"))};
    return viewFromJson(document.object());
}

Result<Done> writeViewFile(const QString& path, const View& view)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(toJson(view)).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return Done{};
    return Error{Error::Kind::Storage,
                 QStringLiteral("%1 could not be written: %2").arg(path, file.errorString())};
}

} // namespace holdline

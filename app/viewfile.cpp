// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewfile.h"

#include "models/foundation/savefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace holdline {

Result<View> readViewFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("%1 could not be read: %2").arg(path, file.errorString())};
    QJsonParseError reason;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &reason);
    if (!document.isObject())
        return Error{Error::Kind::Malformed,
                     QStringLiteral("%1 is not a view: %2")
                         .arg(path, reason.error
                                        ? reason.errorString()
                                        : QStringLiteral("it should be a JSON object with a version, "
                                                         "as export writes it to a .json file"))};
    auto view = viewFromJson(document.object());
    if (view.hasError())
        return Error{view.error().kind, path + QStringLiteral(": ") + view.error().message};
    return view;
}

Result<Done> writeViewFile(const QString& path, const View& view)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    return saveFile(path, QJsonDocument(toJson(view)).toJson());
}

} // namespace holdline

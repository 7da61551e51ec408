// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/savefile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace holdline {

Result<Done> saveFile(const QString& path, const QByteArray& content)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1 could not be written: it is not an ordinary file").arg(path)};
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    if (!isWritten)
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1 could not be written: %2").arg(path, file.errorString())};
    return Done{};
}

} // namespace holdline

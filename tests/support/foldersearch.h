// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QString>

namespace holdline::testing {

/// The first file below a folder that holds these bytes, in its name or inside; empty when none does.
[[nodiscard]] inline QString fileThatHolds(const QString& folder, const QByteArray& bytes)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const bool isNamedSo = file.fileName().toUtf8().contains(bytes);
        if (isNamedSo || (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)))
            return file.fileName();
    }
    return {};
}

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/databaseimport.h"

#include "models/history/databasemerge.h"
#include "models/store/databasecopy.h"

#include <QFile>
#include <QTemporaryDir>

namespace holdline {

bool isDatabaseFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

Result<ImportReport> importDatabase(Store& store, const QString& path, const Progress& progress)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error{Error::Kind::Storage,
                     QStringLiteral("There is no place for a copy of it: %1").arg(folder.errorString())};
    if (const auto copied = copyDatabase(path, folder.filePath(QStringLiteral("holdline.db")));
        copied.hasError())
        return copied.error();
    const SystemClock clock;
    auto other = Store::open(folder.path(), clock, Durability::Normal);
    if (other.hasError())
        return other.error();
    if (!other.value()->notice().isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("it is a damaged database")};
    if (const auto begun = store.begin(); begun.hasError())
        return begun.error();
    DatabaseMerge merge(*other.value(), store, progress);
    if (const auto merged = merge.run(); merged.hasError()) {
        store.rollback();
        return merged.error();
    }
    if (const auto committed = store.commit(); committed.hasError()) {
        store.rollback();
        return committed.error();
    }
    ImportReport report = merge.report();
    report.kind = QStringLiteral("database");
    return report;
}

} // namespace holdline

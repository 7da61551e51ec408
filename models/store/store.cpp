// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"
#include "models/store/sqlstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace holdline {

namespace {

Error storageError(const QString& message)
{
    return {Error::Kind::Storage, message};
}

Result<Done> checkPlace(const QString& dataDir, const QString& path)
{
    const QFileInfo folder(dataDir);
    if (folder.exists() && !folder.isDir())
        return storageError(QStringLiteral("%1 is a file; the data folder must be a folder.").arg(dataDir));
    if (!QDir().mkpath(dataDir))
        return storageError(QStringLiteral("The data folder %1 cannot be made.").arg(dataDir));
    const QFileInfo file(path);
    if (file.exists() && !file.isFile())
        return storageError(QStringLiteral("%1 is not a file; move it away.").arg(path));
    if (file.exists() && (!file.isReadable() || !file.isWritable()))
        return storageError(QStringLiteral("There is no permission to read and write %1.").arg(path));
    return Done{};
}

/// A packed day takes some 35 to 65 KB: larger pages than the usual 4 KB read a seventh faster. Without
/// effect on a database that has tables already.
Result<Done> usePagesForDays(Database& database)
{
    return database.execute(QStringLiteral("PRAGMA page_size = 16384"));
}

/// Two processes that switch a new file at once may refuse each other for a moment.
Result<Done> useWriteAheadLog(Database& database)
{
    for (int attempt = 1;; ++attempt) {
        auto done = database.execute(QStringLiteral("PRAGMA journal_mode = WAL"));
        if (done.hasValue() || attempt == 100)
            return done;
        QThread::msleep(20);
    }
}

constexpr qint64 databaseHeaderBytes = 100;

Result<std::unique_ptr<Database>> openDatabase(const QString& path, Durability durability)
{
    // SQLite would take so short a file for an empty database and write over it.
    if (const qint64 size = QFileInfo(path).size(); size > 0 && size < databaseHeaderBytes)
        return Error{Error::Kind::Storage, QStringLiteral("%1 is damaged.").arg(path),
                     QStringLiteral("sqlite %1: too short").arg(sqliteNotADatabase)};
    auto database = Database::open(path, durability);
    if (database.hasError())
        return database;
    auto done = checkSchema(*database.value(), path);
    if (done.hasValue())
        done = usePagesForDays(*database.value());
    if (done.hasValue())
        done = useWriteAheadLog(*database.value());
    if (done.hasValue())
        done = migrate(*database.value(), path);
    if (done.hasError())
        return done.error();
    return database;
}

bool isUnreadable(const Error& error)
{
    const int code = sqliteCode(error);
    return code == sqliteCorrupt || code == sqliteNotADatabase;
}

/// `holdline.db.unreadable-20260121T060000Z`, with a number when that is taken.
QString unusedName(const QString& path, UtcTime now)
{
    QString stamp = toIso(std::chrono::floor<std::chrono::seconds>(now));
    stamp.remove(u'-').remove(u':');
    const QString name = path + QStringLiteral(".unreadable-") + stamp;
    QString unused = name;
    for (int i = 2; QFileInfo::exists(unused); ++i)
        unused = name + QStringLiteral("-%1").arg(i);
    return unused;
}

Result<QString> setAside(const QString& path, const Clock& clock)
{
    const QString aside = unusedName(path, clock.now());
    if (!QFile::rename(path, aside))
        return storageError(QStringLiteral("%1 is unreadable and cannot be set aside.").arg(path));
    for (const QString& suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFileInfo::exists(path + suffix))
            QFile::rename(path + suffix, aside + suffix);
    }
    return aside;
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const QString& dataDir, const Clock& clock, Durability durability)
{
    const QString path = QDir(dataDir).filePath(QStringLiteral("holdline.db"));
    if (auto place = checkPlace(dataDir, path); place.hasError())
        return place.error();
    QString notice;
    auto database = openDatabase(path, durability);
    if (database.hasError() && isUnreadable(database.error())) {
        const auto aside = setAside(path, clock);
        if (aside.hasError())
            return aside.error();
        notice = QStringLiteral("The database was unreadable. It was set aside as %1 and a new one begun.")
                     .arg(aside.value());
        database = openDatabase(path, durability);
    }
    if (database.hasError())
        return database.error();
    return std::unique_ptr<Store>(new SqlStore(std::move(database.value()), notice, clock));
}

Result<std::unique_ptr<Store>> Store::openInMemory(const Clock& clock)
{
    auto database = openDatabase(QStringLiteral(":memory:"), Durability::Normal);
    if (database.hasError())
        return database.error();
    return std::unique_ptr<Store>(new SqlStore(std::move(database.value()), QString(), clock));
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databasecopy.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace holdline {

namespace {

Result<Done> vacuumInto(QSqlDatabase& database, const QString& to)
{
    QSqlQuery query(database);
    QString quoted = to;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    if (query.exec(QStringLiteral("VACUUM INTO '%1'").arg(quoted)))
        return Done{};
    const int code = query.lastError().nativeErrorCode().toInt() & 0xff;
    const bool isDamaged = code == 11 || code == 26;
    return Error{isDamaged ? Error::Kind::Malformed : Error::Kind::Storage,
                 isDamaged
                     ? QStringLiteral("it is a damaged database")
                     : QStringLiteral("it could not be copied: %1").arg(query.lastError().databaseText())};
}

} // namespace

Result<Done> copyDatabase(const QString& from, const QString& to)
{
    if (!QFileInfo(from).isFile())
        return Error{Error::Kind::Unavailable, QStringLiteral("there is no such file")};
    const QString connection = QUuid::createUuid().toString();
    Result<Done> done = Done{};
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(from);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
        done =
            database.open()
                ? vacuumInto(database, to)
                : Error{
                      Error::Kind::Unavailable,
                      QStringLiteral("it could not be opened: %1").arg(database.lastError().databaseText())};
        database.close();
    }
    QSqlDatabase::removeDatabase(connection);
    return done;
}

} // namespace holdline

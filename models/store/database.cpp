// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <QSqlError>
#include <QUuid>

namespace holdline {

namespace {

QString sentence(int code, const QString& path, const QString& answer)
{
    switch (code) {
    case 3:
    case 8:
    case 23:
        return QStringLiteral("There is no permission to write %1.").arg(path);
    case 5:
    case 6:
        return QStringLiteral("%1 is busy: another program has been writing to it for long.").arg(path);
    case 10:
        return QStringLiteral("The disk refused to read or write %1; nothing was changed.").arg(path);
    case 13:
        return QStringLiteral("The disk is full: %1 could not grow; nothing was changed.").arg(path);
    case 14:
        return QStringLiteral("%1 cannot be opened: is its folder there, and may it be written?").arg(path);
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return QStringLiteral("%1 is damaged.").arg(path);
    default:
        return QStringLiteral("%1 refused: %2.").arg(path, answer);
    }
}

Error errorOf(const QSqlError& error, const QString& path)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber) & 0xff;
    return {Error::Kind::Storage, sentence(isNumber ? code : -1, path, error.databaseText()),
            QStringLiteral("sqlite %1: %2").arg(isNumber ? code : -1).arg(error.text())};
}

} // namespace

int sqliteCode(const Error& error)
{
    if (!error.detail.startsWith(QStringLiteral("sqlite ")))
        return -1;
    return error.detail.mid(7).section(u':', 0, 0).toInt();
}

Statement::Statement(Database& database, QString sql, std::unique_ptr<QSqlQuery> query)
    : m_database(&database),
      m_sql(std::move(sql)),
      m_query(std::move(query))
{
}

Statement::~Statement()
{
    if (m_query)
        m_database->giveBack(m_sql, std::move(m_query));
}

Statement& Statement::bind(const QVariant& value)
{
    m_query->addBindValue(value);
    return *this;
}

Result<Done> Statement::run()
{
    if (!m_query->exec())
        return errorOf(m_query->lastError(), m_database->m_path);
    return Done{};
}

Result<Done> Statement::forEach(const std::function<bool(const Row&)>& visit)
{
    if (auto ran = run(); ran.hasError())
        return ran;
    const Row row(*m_query);
    while (m_query->next()) {
        if (!visit(row))
            break;
    }
    const QSqlError error = m_query->lastError();
    m_query->finish();
    if (error.type() != QSqlError::NoError)
        return errorOf(error, m_database->m_path);
    return Done{};
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, Durability durability)
{
    std::unique_ptr<Database> database(new Database);
    database->m_connection = QStringLiteral("holdline-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    database->m_path = path;
    auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    connection.setDatabaseName(path);
    if (!connection.open())
        return errorOf(connection.lastError(), path);
    const bool isFull = durability == Durability::Full;
    for (const QString& pragma : {QStringLiteral("PRAGMA foreign_keys = ON"),
                                  QStringLiteral("PRAGMA synchronous = %1")
                                      .arg(isFull ? QStringLiteral("FULL") : QStringLiteral("NORMAL"))}) {
        if (auto done = database->execute(pragma); done.hasError())
            return done.error();
    }
    return database;
}

Database::~Database()
{
    if (m_isInTransaction)
        rollback();
    m_unused.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> Database::execute(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql))
        return errorOf(query.lastError(), m_path);
    return Done{};
}

Result<Statement> Database::statement(const QString& sql)
{
    if (auto node = m_unused.extract(sql))
        return Statement(*this, sql, std::move(node.mapped()));
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return errorOf(query->lastError(), m_path);
    return Statement(*this, sql, std::move(query));
}

void Database::giveBack(const QString& sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();
    m_unused.try_emplace(sql, std::move(query));
}

Result<Done> Database::begin()
{
    Q_ASSERT(!m_isInTransaction);
    auto done = execute(QStringLiteral("BEGIN IMMEDIATE"));
    m_isInTransaction = done.hasValue();
    return done;
}

Result<Done> Database::beginReading()
{
    Q_ASSERT(!m_isInTransaction);
    auto done = execute(QStringLiteral("BEGIN"));
    m_isInTransaction = done.hasValue();
    return done;
}

Result<Done> Database::commit()
{
    Q_ASSERT(m_isInTransaction);
    auto done = execute(QStringLiteral("COMMIT"));
    if (done.hasError())
        rollback();
    m_isInTransaction = false;
    return done;
}

void Database::rollback()
{
    // Refused when the failure itself has rolled back already; then there is nothing left to undo.
    QSqlQuery(QSqlDatabase::database(m_connection, false)).exec(QStringLiteral("ROLLBACK"));
    m_isInTransaction = false;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/store/durability.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>

namespace holdline {

class Database;

/// One row of an answer. Valid until the next row is taken.
class Row final {
public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }

private:
    const QSqlQuery& m_query;
};

/// A prepared statement on loan from its database: bind in order, then run or take the rows. May be run again
/// with new values.
class Statement final {
public:
    Statement(Database& database, QString sql, std::unique_ptr<QSqlQuery> query);
    Statement(Statement&&) = default;
    ~Statement();

    Statement& bind(const QVariant& value);
    Statement& bind(qint64 value) { return bind(QVariant(static_cast<qlonglong>(value))); }
    [[nodiscard]] Result<Done> run();
    /// Runs and calls for each row, until false is returned.
    [[nodiscard]] Result<Done> forEach(const std::function<bool(const Row&)>& visit);

private:
    Q_DISABLE_COPY(Statement)
    Database* m_database;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
};

/// One connection to one SQLite file, under a name of its own. Errors are of kind Storage and say in a
/// sentence what the disk or the database refused.
class Database final {
public:
    /// `path` may be `:memory:`. Waits up to five seconds for other processes.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path, Durability durability);
    ~Database();

    [[nodiscard]] Result<Done> execute(const QString& sql);
    /// Error when the SQL does not fit the tables.
    [[nodiscard]] Result<Statement> statement(const QString& sql);

    [[nodiscard]] bool isInTransaction() const { return m_isInTransaction; }
    /// Begins by taking the right to write, so that it cannot fail half-way for another writer.
    [[nodiscard]] Result<Done> begin();
    /// Begins a transaction that only reads; its moment is that of the first reading.
    [[nodiscard]] Result<Done> beginReading();
    [[nodiscard]] Result<Done> commit();
    void rollback();

private:
    friend class Statement;
    Database() = default;
    Q_DISABLE_COPY_MOVE(Database)
    void giveBack(const QString& sql, std::unique_ptr<QSqlQuery> query);

    QString m_connection;
    QString m_path;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_unused; ///< prepared, by their SQL
    bool m_isInTransaction = false;
};

/// Result codes of SQLite that decide what is done next; -1 when the error has none.
[[nodiscard]] int sqliteCode(const Error& error);
inline constexpr int sqliteCorrupt = 11;
inline constexpr int sqliteNotADatabase = 26;

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include <QStringList>

#include <array>

namespace holdline {

namespace {

/// Each entry takes the tables from the version before it to its own, the first from nothing to 1. Entries
/// are never changed once released. Times are UTC ms, prices and quantities units of 1e-8, exact decimals
/// text.
const std::array<QStringList, schemaVersion>& migrations()
{
    static const std::array<QStringList, schemaVersion> steps{
        QStringList{
            QStringLiteral("CREATE TABLE schema_version (version INTEGER NOT NULL)"),
            QStringLiteral("INSERT INTO schema_version (version) VALUES (1)"),
            QStringLiteral("CREATE TABLE series (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
                           "column_name TEXT NOT NULL, source TEXT NOT NULL, definition TEXT NOT NULL, "
                           "kind TEXT NOT NULL, unit TEXT NOT NULL, "
                           "UNIQUE (name, column_name, source, definition))"),
            QStringLiteral("CREATE TABLE candle_days (series_id BIGINT NOT NULL REFERENCES series (id), "
                           "interval_ms BIGINT NOT NULL, day BIGINT NOT NULL, candles BIGINT NOT NULL, "
                           "first_ms BIGINT NOT NULL, last_ms BIGINT NOT NULL, runs BIGINT NOT NULL, "
                           "packed BLOB NOT NULL, PRIMARY KEY (series_id, interval_ms, day))"),
            QStringLiteral("CREATE TABLE candle_revisions (series_id BIGINT NOT NULL REFERENCES series (id), "
                           "interval_ms BIGINT NOT NULL, open_ms BIGINT NOT NULL, revision BIGINT NOT NULL, "
                           "until_ms BIGINT NOT NULL, open BIGINT NOT NULL, high BIGINT NOT NULL, "
                           "low BIGINT NOT NULL, close BIGINT NOT NULL, volume TEXT, quote_volume TEXT, "
                           "taker_buy_quote TEXT, trades BIGINT, "
                           "PRIMARY KEY (series_id, interval_ms, open_ms, revision))"),
            QStringLiteral("CREATE TABLE samples (series_id BIGINT NOT NULL REFERENCES series (id), "
                           "from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, known_ms BIGINT NOT NULL, "
                           "value TEXT NOT NULL, PRIMARY KEY (series_id, from_ms, to_ms, known_ms))"),
            QStringLiteral("CREATE TABLE liquidations (series_id BIGINT NOT NULL REFERENCES series (id), "
                           "time_ms BIGINT NOT NULL, side TEXT NOT NULL, price BIGINT NOT NULL, "
                           "quantity BIGINT NOT NULL, usd TEXT NOT NULL, copies BIGINT NOT NULL, "
                           "PRIMARY KEY (series_id, time_ms, side, price, quantity, usd))"),
            QStringLiteral("CREATE TABLE events (series_id BIGINT NOT NULL REFERENCES series (id), "
                           "event_id TEXT NOT NULL, known_ms BIGINT NOT NULL, time_ms BIGINT NOT NULL, "
                           "title TEXT NOT NULL, category TEXT NOT NULL, importance INTEGER NOT NULL, "
                           "actual TEXT, prior TEXT, forecast TEXT, unit TEXT NOT NULL, note TEXT NOT NULL, "
                           "PRIMARY KEY (series_id, event_id, known_ms))"),
            QStringLiteral("CREATE TABLE coverage (series_id BIGINT NOT NULL REFERENCES series (id), "
                           "from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, state TEXT NOT NULL, "
                           "reason TEXT NOT NULL, PRIMARY KEY (series_id, from_ms))"),
            QStringLiteral("CREATE TABLE levels (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE level_journal (id BIGINT NOT NULL PRIMARY KEY, at_ms BIGINT NOT NULL, "
                "level_id TEXT NOT NULL, what TEXT NOT NULL, document_before TEXT, document_after TEXT)"),
        },
        QStringList{
            QStringLiteral("CREATE TABLE documents (name TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL)"),
        },
        QStringList{
            QStringLiteral("CREATE TABLE drawings (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL)"),
            QStringLiteral("ALTER TABLE level_journal ADD COLUMN author TEXT"),
        },
        QStringList{
            QStringLiteral("CREATE TABLE alerts (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL)"),
            QStringLiteral("CREATE TABLE alert_log (id BIGINT NOT NULL PRIMARY KEY, alert_id TEXT NOT NULL, "
                           "at_ms BIGINT NOT NULL, told_ms BIGINT NOT NULL, name TEXT NOT NULL, "
                           "words TEXT NOT NULL, outcome TEXT NOT NULL, picture BLOB, "
                           "UNIQUE (alert_id, at_ms))"),
        },
        QStringList{
            QStringLiteral("ALTER TABLE events ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0"),
        },
    };
    return steps;
}

Result<qint64> firstInteger(Database& database, const QString& sql)
{
    auto statement = database.statement(sql);
    if (statement.hasError())
        return statement.error();
    qint64 value = 0;
    auto done = statement.value().forEach([&value](const Row& row) {
        value = row.integer(0);
        return false;
    });
    if (done.hasError())
        return done.error();
    return value;
}

Error foreign(const QString& path)
{
    return {Error::Kind::Unavailable,
            QStringLiteral("%1 is a database of another program; it was left as it is.").arg(path)};
}

/// 0 when there is no table at all.
Result<qint64> storedVersion(Database& database, const QString& path)
{
    const auto tables = firstInteger(database, QStringLiteral("SELECT COUNT(*) FROM sqlite_master"));
    if (tables.hasError() || tables.value() == 0)
        return tables;
    const auto ours = firstInteger(
        database, QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'"));
    if (ours.hasError())
        return ours;
    if (ours.value() == 0)
        return foreign(path);
    const auto version = firstInteger(database, QStringLiteral("SELECT MAX(version) FROM schema_version"));
    if (version.hasValue() && version.value() < 1)
        return foreign(path);
    return version;
}

Result<Done> migrateFrom(Database& database, qint64 version)
{
    for (auto step = static_cast<std::size_t>(version); step < migrations().size(); ++step) {
        for (const QString& sql : migrations()[step]) {
            if (auto done = database.execute(sql); done.hasError())
                return done;
        }
    }
    return database.execute(QStringLiteral("UPDATE schema_version SET version = %1").arg(schemaVersion));
}

} // namespace

Result<Done> checkSchema(Database& database, const QString& path)
{
    const auto version = storedVersion(database, path);
    if (version.hasError())
        return version.error();
    if (version.value() <= schemaVersion)
        return Done{};
    return Error{
        Error::Kind::Unavailable,
        QStringLiteral("%1 was written by a newer Holdline: its tables have version %2, this one knows "
                       "version %3. It was left as it is.")
            .arg(path)
            .arg(version.value())
            .arg(schemaVersion)};
}

Result<Done> migrate(Database& database, const QString& path)
{
    const auto version = storedVersion(database, path);
    if (version.hasValue() && version.value() == schemaVersion)
        return Done{};
    if (auto begun = database.begin(); begun.hasError())
        return begun;
    // Another process may have been faster.
    auto done = checkSchema(database, path);
    if (done.hasValue()) {
        const auto before = storedVersion(database, path);
        done = before.hasError() ? Result<Done>(before.error()) : migrateFrom(database, before.value());
    }
    if (done.hasError()) {
        database.rollback();
        return done;
    }
    return database.commit();
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/alertrows.h"

namespace holdline {

Result<bool> AlertRows::isLogged(const AlertFiring& firing)
{
    auto statement =
        m_database.statement(QStringLiteral("SELECT 1 FROM alert_log WHERE alert_id = ? AND at_ms = ?"));
    if (statement.hasError())
        return statement.error();
    bool isThere = false;
    auto done = statement.value().bind(firing.alert).bind(toMsecs(firing.at)).forEach([&](const Row&) {
        isThere = true;
        return false;
    });
    if (done.hasError())
        return done.error();
    return isThere;
}

Result<bool> AlertRows::log(const AlertFiring& firing)
{
    const auto before = isLogged(firing);
    if (before.hasError())
        return before;
    if (before.value())
        return false;
    auto statement = m_database.statement(
        QStringLiteral("INSERT INTO alert_log (id, alert_id, at_ms, told_ms, name, words, outcome) "
                       "SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ? FROM alert_log"));
    if (statement.hasError())
        return statement.error();
    const auto done = statement.value()
                          .bind(firing.alert)
                          .bind(toMsecs(firing.at))
                          .bind(toMsecs(m_clock.now()))
                          .bind(firing.name)
                          .bind(firing.words)
                          .bind(pendingOutcome.toString())
                          .run();
    if (done.hasError())
        return done.error();
    return true;
}

Result<Done> AlertRows::set(const char* column, const QVariant& value, const AlertFiring& firing)
{
    auto statement =
        m_database.statement(QStringLiteral("UPDATE alert_log SET %1 = ? WHERE alert_id = ? AND at_ms = ?")
                                 .arg(QString::fromLatin1(column)));
    if (statement.hasError())
        return statement.error();
    return statement.value().bind(value).bind(firing.alert).bind(toMsecs(firing.at)).run();
}

Result<Done> AlertRows::setOutcome(const AlertFiring& firing, const QString& outcome)
{
    return set("outcome", outcome.isNull() ? QStringLiteral("") : outcome, firing);
}

Result<Done> AlertRows::setPicture(const AlertFiring& firing, const QByteArray& picture)
{
    return set("picture", picture, firing);
}

Result<std::vector<LoggedFiring>> AlertRows::firings(qint64 above)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT id, alert_id, at_ms, told_ms, name, words, outcome FROM alert_log "
                       "WHERE id > ? ORDER BY id"));
    if (statement.hasError())
        return statement.error();
    std::vector<LoggedFiring> firings;
    auto done = statement.value().bind(above).forEach([&firings](const Row& row) {
        firings.push_back({row.integer(0),
                           {row.text(1), fromMsecs(row.integer(2)), row.text(4), row.text(5)},
                           fromMsecs(row.integer(3)),
                           row.text(6)});
        return true;
    });
    if (done.hasError())
        return done.error();
    return firings;
}

Result<QByteArray> AlertRows::picture(qint64 number)
{
    auto statement = m_database.statement(QStringLiteral("SELECT picture FROM alert_log WHERE id = ?"));
    if (statement.hasError())
        return statement.error();
    QByteArray picture;
    auto done = statement.value().bind(number).forEach([&picture](const Row& row) {
        picture = row.bytes(0);
        return false;
    });
    if (done.hasError())
        return done.error();
    return picture;
}

} // namespace holdline

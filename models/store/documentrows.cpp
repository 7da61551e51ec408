// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documentrows.h"

namespace holdline {

Result<Done> DocumentRows::put(const QString& name, const QByteArray& content)
{
    auto statement = m_database.statement(
        QStringLiteral("INSERT INTO documents (name, content) VALUES (?, ?) ON CONFLICT (name) "
                       "DO UPDATE SET content = excluded.content"));
    if (statement.hasError())
        return statement.error();
    return statement.value().bind(name).bind(content.isNull() ? QByteArray("") : content).run();
}

Result<std::optional<QByteArray>> DocumentRows::document(const QString& name)
{
    auto statement = m_database.statement(QStringLiteral("SELECT content FROM documents WHERE name = ?"));
    if (statement.hasError())
        return statement.error();
    std::optional<QByteArray> content;
    auto done = statement.value().bind(name).forEach([&content](const Row& row) {
        content = row.bytes(0);
        return false;
    });
    if (done.hasError())
        return done.error();
    return content;
}

} // namespace holdline

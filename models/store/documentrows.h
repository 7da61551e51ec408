// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <optional>

namespace holdline {

/// Small documents by name.
class DocumentRows final {
public:
    explicit DocumentRows(Database& database) : m_database(database) {}

    [[nodiscard]] Result<Done> put(const QString& name, const QByteArray& content);
    [[nodiscard]] Result<std::optional<QByteArray>> document(const QString& name);

private:
    Database& m_database;
};

} // namespace holdline

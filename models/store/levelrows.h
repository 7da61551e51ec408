// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/store.h"

namespace holdline {

/// Levels as documents, with the journal of every change to them.
class LevelRows final {
public:
    LevelRows(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    [[nodiscard]] Result<std::vector<MergeOutcome>> put(std::span<const Level> levels);
    [[nodiscard]] Result<Done> remove(const QString& id);
    [[nodiscard]] Result<std::vector<Level>> levels();

private:
    [[nodiscard]] Result<std::optional<QString>> document(const QString& id);
    [[nodiscard]] Result<Done> write(const QString& id, const QString& document);
    [[nodiscard]] Result<Done> note(const QString& id, const QString& what, const QVariant& before,
                                    const QVariant& after);

    Database& m_database;
    const Clock& m_clock;
};

} // namespace holdline

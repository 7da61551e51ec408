// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/marktable.h"

namespace holdline {

/// An alert's document with what may be secret in it only named: web address and command.
[[nodiscard]] QString withoutSecrets(const QString& document);

/// Levels, drawings and alerts, each as its document.
class LevelRows final {
public:
    LevelRows(Database& database, const Clock& clock)
        : m_levels(database, clock, QStringLiteral("levels")),
          m_drawings(database, clock, QStringLiteral("drawings")),
          m_alerts(database, clock, QStringLiteral("alerts"), withoutSecrets)
    {
    }

    void setAuthor(const QString& author);
    [[nodiscard]] Result<std::vector<MergeOutcome>> put(std::span<const Level> levels);
    [[nodiscard]] Result<Done> removeLevel(const QString& id);
    [[nodiscard]] Result<std::vector<Level>> levels();
    [[nodiscard]] Result<std::vector<MergeOutcome>> put(std::span<const Drawing> drawings);
    [[nodiscard]] Result<Done> removeMark(const QString& id);
    [[nodiscard]] Result<std::vector<Drawing>> drawings();
    [[nodiscard]] Result<std::vector<MergeOutcome>> put(std::span<const Alert> alerts);
    [[nodiscard]] Result<std::vector<Alert>> alerts(QStringList* unreadable);
    [[nodiscard]] Result<Done> removeAlert(const QString& id);
    [[nodiscard]] Result<std::vector<JournalEntry>> journal(const QString& id);
    [[nodiscard]] Result<qint64> journalEnd();

private:
    MarkTable m_levels;
    MarkTable m_drawings;
    MarkTable m_alerts;
};

} // namespace holdline

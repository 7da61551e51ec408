// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/alert.h"
#include "models/levels/level.h"

#include <QWidget>

#include <span>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace holdline {

/// One condition of an alert, to be chosen and typed.
class ConditionRow final : public QWidget {
    Q_OBJECT

public:
    /// `series` are those that can be chosen; others can be typed.
    ConditionRow(const AlertCondition& condition, std::span<const Level> levels, const QStringList& series,
                 QWidget* parent = nullptr);

    /// Error: Malformed, with what cannot be read.
    [[nodiscard]] Result<AlertCondition> condition() const;
    void setRemovable(bool isRemovable);

signals:
    void removeRequested();

private:
    void fillKinds(AlertCondition::Kind kind);
    void fillLevels(const QString& id, std::span<const Level> levels);
    void fillStates(const QStringList& states);
    void fillSeries(const QString& chosen, const QStringList& series);
    void fillColumns(const QString& chosen);
    void showParts();
    [[nodiscard]] AlertCondition::Kind kind() const;

    AlertCondition m_condition; ///< what is not shown stays
    QComboBox* m_kind = nullptr;
    QComboBox* m_level = nullptr;
    QComboBox* m_state = nullptr;
    QComboBox* m_judging = nullptr;
    QComboBox* m_series = nullptr;
    QComboBox* m_column = nullptr;
    QComboBox* m_side = nullptr;
    QLineEdit* m_value = nullptr;
    QLineEdit* m_over = nullptr;
    QToolButton* m_remove = nullptr;
};

} // namespace holdline

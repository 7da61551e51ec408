// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/alert.h"
#include "models/levels/level.h"

#include <QDialog>
#include <QTimeZone>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace holdline {

class ConditionRow;

/// An alert, to be made or changed.
class AlertDialog final : public QDialog {
    Q_OBJECT

public:
    struct Choices {
        std::vector<Level> levels; ///< of the instrument shown
        QStringList series;        ///< whose values can be looked at
    };
    AlertDialog(const Alert& alert, Choices choices, const QTimeZone& zone, QWidget* parent = nullptr);

    void accept() override; ///< stays open with the reason while something cannot be read

signals:
    void alertChanged(const holdline::Alert& alert);
    /// To be heard now.
    void soundRequested(const QString& sound);

private:
    void buildConditions(QVBoxLayout& column);
    void buildTelling(QFormLayout& form);
    void addCondition(const AlertCondition& condition);
    void showRemovable();
    [[nodiscard]] Result<Alert> typed() const;
    [[nodiscard]] Result<Done> takeSpans(Alert& alert) const;
    [[nodiscard]] QString sound() const;
    void chooseSoundFile();

    Alert m_alert;
    Choices m_choices;
    QTimeZone m_zone;
    QLineEdit* m_name = nullptr;
    QVBoxLayout* m_conditions = nullptr;
    std::vector<ConditionRow*> m_rows;
    QLineEdit* m_within = nullptr;
    QWidget* m_withinRow = nullptr;
    QCheckBox* m_once = nullptr;
    QLineEdit* m_cooldown = nullptr;
    QLineEdit* m_validTo = nullptr;
    QComboBox* m_sound = nullptr;
    QCheckBox* m_onDesktop = nullptr;
    QLineEdit* m_command = nullptr;
    QLineEdit* m_webhook = nullptr;
    QLabel* m_reason = nullptr;
};

} // namespace holdline

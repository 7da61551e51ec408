// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/mark.h"

#include <QDialog>
#include <QTimeZone>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace holdline {

/// Shows all that a level or drawing says, to be changed by typing.
class MarkDialog final : public QDialog {
    Q_OBJECT

public:
    /// `tick` is the instrument's, by which arrows change prices.
    MarkDialog(const Mark& mark, const QTimeZone& zone, Price tick, QWidget* parent = nullptr);

    void accept() override; ///< stays open with the reason while something cannot be read

signals:
    void markChanged(const holdline::Mark& mark);

private:
    void buildLevel(const Level& level, QFormLayout& form);
    void buildDrawing(const Drawing& drawing, QFormLayout& form);
    QLineEdit* addLine(QFormLayout& form, const QString& name, const QString& text);
    QLineEdit* addPrice(QFormLayout& form, const QString& name, const QString& text);
    [[nodiscard]] Result<Mark> typed() const;
    [[nodiscard]] Result<Mark> typed(Level level) const;
    [[nodiscard]] Result<Mark> typed(Drawing drawing) const;
    [[nodiscard]] Result<std::optional<UtcTime>> typedTime(const QLineEdit& line) const;

    Mark m_mark;
    QTimeZone m_zone;
    Price m_tick;
    QLabel* m_reason = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_low = nullptr;
    QLineEdit* m_high = nullptr;
    QComboBox* m_role = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLineEdit* m_source = nullptr;
    QLineEdit* m_definition = nullptr;
    QLineEdit* m_follows = nullptr;
    std::vector<std::pair<QLineEdit*, QLineEdit*>> m_anchors; ///< time and price of each
};

} // namespace holdline

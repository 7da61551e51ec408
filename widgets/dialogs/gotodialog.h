// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/foundation/utctime.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QLineEdit;

namespace holdline {

/// What a person may type for a moment: ISO 8601, also shortened (`2026-01`, `2026-01-21`, `2026-01-21
/// 17:00`); without an offset it is meant in the zone. Error: Malformed, with an example.
[[nodiscard]] Result<UtcTime> parseTypedTime(const QString& text, const QTimeZone& zone);

/// Asks for a date.
class GoToDialog final : public QDialog {
    Q_OBJECT

public:
    GoToDialog(UtcTime proposed, const QTimeZone& zone, QWidget* parent = nullptr);

    void accept() override; ///< stays open with the reason while the text is no date

signals:
    void timeChosen(holdline::UtcTime time);

private:
    QTimeZone m_zone;
    QLineEdit* m_text = nullptr;
    QLabel* m_reason = nullptr;
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/typedtime.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QLineEdit;

namespace holdline {

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

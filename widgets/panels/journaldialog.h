// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/journaltable.h"
#include "widgets/theme/theme.h"

#include <QDialog>

namespace holdline {

/// Who changed which level or drawing, when, from what to what; filtered by typing, copied as text.
class JournalDialog final : public QDialog {
    Q_OBJECT

public:
    JournalDialog(const QString& title, const std::vector<JournalEntry>& entries, const QTimeZone& zone,
                  const Theme& theme, QWidget* parent = nullptr);

private:
    JournalTable m_table;
};

} // namespace holdline

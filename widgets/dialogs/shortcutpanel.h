// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QDialog>

namespace holdline {

/// Mouse and keys at a glance.
class ShortcutPanel final : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutPanel(const Theme& theme, QWidget* parent = nullptr);
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/tools/toolicon.h"

#include <QAbstractButton>

namespace holdline {

/// A small picture that can be pressed; a raised ground under the pointer, an accent while checked.
class IconButton final : public QAbstractButton {
    Q_OBJECT

public:
    IconButton(const ToolIcon& icon, const QString& name, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setToolIcon(const ToolIcon& icon);
    /// A colour shown instead of the icon's; invalid: the theme's.
    void setColour(const QColor& colour);
    [[nodiscard]] QSize sizeHint() const override { return {28, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    ToolIcon m_icon;
    QColor m_colour;
    Theme m_theme;
};

} // namespace holdline

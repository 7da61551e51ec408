// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

class QMenu;

namespace holdline {

/// A word that can be pressed: no frame, a raised ground under the pointer and while checked, an outline
/// while it has the keyboard.
class FlatButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit FlatButton(const QString& text, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// On a ground of its own, for buttons that lie on a picture.
    void setRaised(bool isRaised);
    /// Opens below when pressed. Borrowed.
    void setMenu(QMenu* menu);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void openMenu();

    Theme m_theme;
    QMenu* m_menu = nullptr;
    bool m_isRaised = false;
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QDockWidget;

namespace holdline {

class FlatButton;

/// The head of a dock: a thin strip to hold it by, since the card below says its own title; with the pointer
/// over it, buttons to float and to close. Bordered by one hairline at its top.
class DockGrip final : public QWidget {
    Q_OBJECT

public:
    explicit DockGrip(QDockWidget& dock);

    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Theme m_theme;
    FlatButton* m_float = nullptr;
    FlatButton* m_close = nullptr;
};

} // namespace holdline

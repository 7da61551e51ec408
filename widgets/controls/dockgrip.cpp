// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/dockgrip.h"

#include "widgets/theme/flatbutton.h"

#include <QDockWidget>
#include <QPainter>

namespace holdline {

namespace {

constexpr int gripHeight = 14; ///< device-independent px, as the rest
constexpr int buttonWidth = 22;

} // namespace

DockGrip::DockGrip(QDockWidget& dock)
    : QWidget(&dock),
      m_theme(themeByName(QStringLiteral("dark"))),
      m_float(new FlatButton(QStringLiteral("▫"), this)),
      m_close(new FlatButton(QStringLiteral("×"), this))
{
    m_float->setAccessibleName(tr("Float or dock %1").arg(dock.windowTitle()));
    m_float->setToolTip(tr("Float or dock"));
    m_close->setAccessibleName(tr("Close %1").arg(dock.windowTitle()));
    m_close->setToolTip(tr("Close; the View menu brings it back"));
    connect(m_float, &FlatButton::clicked, &dock, [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(m_close, &FlatButton::clicked, &dock, &QDockWidget::close);
    for (FlatButton* button : {m_float, m_close}) {
        button->setFocusPolicy(Qt::NoFocus);
        button->hide();
    }
    setCursor(Qt::SizeAllCursor);
}

void DockGrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_float->setTheme(theme);
    m_close->setTheme(theme);
    update();
}

QSize DockGrip::sizeHint() const
{
    return {80, gripHeight};
}

QSize DockGrip::minimumSizeHint() const
{
    return sizeHint();
}

void DockGrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(0, 0, width(), 1, m_theme.hairline);
    if (!underMouse())
        return;
    painter.fillRect(width() / 2 - 16, height() / 2, 32, 2, m_theme.hairline);
}

void DockGrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_close->setGeometry(width() - buttonWidth - 6, 1, buttonWidth, gripHeight);
    m_float->setGeometry(width() - 2 * buttonWidth - 8, 1, buttonWidth, gripHeight);
}

void DockGrip::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_float->show();
    m_close->show();
    update();
}

void DockGrip::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_float->hide();
    m_close->hide();
    update();
}

} // namespace holdline

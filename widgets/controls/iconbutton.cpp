// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/iconbutton.h"

#include <QPainter>

namespace holdline {

IconButton::IconButton(const ToolIcon& icon, const QString& name, QWidget* parent)
    : QAbstractButton(parent),
      m_icon(icon),
      m_theme(themeByName(QStringLiteral("dark")))
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
}

void IconButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void IconButton::setToolIcon(const ToolIcon& icon)
{
    m_icon = icon;
    update();
}

void IconButton::setColour(const QColor& colour)
{
    m_colour = colour;
    update();
}

void IconButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isChecked() || underMouse())
        painter.fillRect(rect(), m_theme.raised);
    if (isChecked())
        painter.fillRect(0, 0, 2, height(), m_theme.accent);
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    const QColor own = m_colour.isValid() ? m_colour : isChecked() ? m_theme.text : m_theme.dim;
    const QColor colour =
        isEnabled() ? (underMouse() && !m_colour.isValid() ? m_theme.text : own) : m_theme.faint;
    paintToolIcon(painter, QRectF(6, 6, 16, 16), m_icon, colour);
}

void IconButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void IconButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/flatbutton.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace holdline {

namespace {

constexpr int buttonHeight = 26; ///< device-independent px, as the rest
constexpr int sidePadding = 9;
constexpr int corner = 4;

} // namespace

FlatButton::FlatButton(const QString& text, QWidget* parent)
    : QAbstractButton(parent),
      m_theme(themeByName(QStringLiteral("dark")))
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setFont(themeFont(TextSize::Text));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FlatButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void FlatButton::setRaised(bool isRaised)
{
    m_isRaised = isRaised;
    update();
}

void FlatButton::setMenu(QMenu* menu)
{
    m_menu = menu;
    connect(this, &QAbstractButton::clicked, this, &FlatButton::openMenu, Qt::UniqueConnection);
}

void FlatButton::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

QSize FlatButton::sizeHint() const
{
    // Checked text is bold: the place for it is kept, so that nothing moves.
    const QFontMetrics metrics(themeFont(TextSize::Text, 1, true));
    return {metrics.horizontalAdvance(text()) + 2 * sidePadding, buttonHeight};
}

void FlatButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool isLit = isEnabled() && (underMouse() || isDown());
    if (isChecked() || isLit || m_isRaised) {
        painter.setBrush(isLit && m_isRaised ? m_theme.hairline : m_theme.raised);
        painter.drawRoundedRect(rect(), corner, corner);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    }
    painter.setFont(themeFont(TextSize::Text, 1, isChecked()));
    painter.setPen(isChecked() || isLit ? m_theme.text : isEnabled() ? m_theme.dim : m_theme.faint);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void FlatButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FlatButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void FlatButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace holdline

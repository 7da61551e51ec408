// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/feedlight.h"

#include <QPainter>

namespace holdline {

namespace {

constexpr int dotSize = 8; ///< device-independent px
constexpr int gap = 7;
constexpr int airBehind = 18;
constexpr int feedRowHeight = 20;

} // namespace

FeedLight::FeedLight(QWidget* parent) : QWidget(parent), m_theme(themeByName(QStringLiteral("dark")))
{
    setFont(themeFont(TextSize::Annotation));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Live data"));
    hide();
}

void FeedLight::setLight(Colour colour, const QString& words, const QString& more)
{
    setToolTip(more);
    if (colour == m_colour && words == m_words)
        return;
    m_colour = colour;
    m_words = words;
    setAccessibleDescription(words);
    setVisible(!words.isEmpty());
    updateGeometry();
    update();
}

void FeedLight::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(themeFont(TextSize::Annotation));
    update();
}

QSize FeedLight::sizeHint() const
{
    return {dotSize + gap + fontMetrics().horizontalAdvance(m_words) + airBehind, feedRowHeight};
}

QColor FeedLight::dotColour() const
{
    switch (m_colour) {
    case Colour::Good:
        return m_theme.up;
    case Colour::Partly:
        return m_theme.defenseBand;
    case Colour::Bad:
        return m_theme.down;
    case Colour::Off:
        return m_theme.faint;
    }
    return m_theme.faint;
}

void FeedLight::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dotColour());
    painter.drawEllipse(QRectF(0, (height() - dotSize) / 2.0, dotSize, dotSize));
    painter.setPen(m_colour == Colour::Off ? m_theme.dim : m_theme.text);
    painter.drawText(rect().adjusted(dotSize + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_words);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/statusstrip.h"

#include "widgets/controls/feedlight.h"

#include <QLabel>
#include <QPainter>

namespace holdline {

StatusStrip::StatusStrip(QWidget* parent)
    : QStatusBar(parent),
      m_theme(themeByName(QStringLiteral("dark"))),
      m_light(new FeedLight(this)),
      m_shown(new QLabel(this)),
      m_reading(new QLabel(this))
{
    setSizeGripEnabled(false);
    setFixedHeight(26);
    setContentsMargins(12, 0, 12, 0);
    for (QLabel* label : {m_shown, m_reading})
        label->setFont(themeFont(TextSize::Annotation));
    addWidget(m_light);
    addWidget(m_shown, 1);
    m_light->hide(); // until there is something to tell
    addPermanentWidget(m_reading);
    m_shown->setAccessibleName(tr("What is shown"));
    m_reading->setAccessibleName(tr("How it is to be read"));
}

void StatusStrip::setShown(const QString& words)
{
    m_shown->setText(words);
    m_shown->setToolTip(words);
}

void StatusStrip::setReading(const QString& words)
{
    m_reading->setText(words);
}

QString StatusStrip::shown() const
{
    return m_shown->text();
}

void StatusStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme.dim);
    m_light->setTheme(theme);
    m_shown->setPalette(colours);
    m_reading->setPalette(colours);
    update();
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(0, 0, width(), 1, m_theme.hairline);
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(m_theme.text);
    painter.drawText(rect().adjusted(14, 0, -14, 0), Qt::AlignVCenter | Qt::AlignLeft, currentMessage());
}

} // namespace holdline

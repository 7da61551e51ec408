// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/topstrip.h"

#include "widgets/controls/intervalbar.h"
#include "widgets/theme/flatbutton.h"

#include <QHBoxLayout>
#include <QPainter>

namespace holdline {

namespace {

constexpr int stripHeight = 44; ///< device-independent px

} // namespace

TopStrip::TopStrip(QWidget* parent)
    : QWidget(parent),
      m_theme(themeByName(QStringLiteral("dark"))),
      m_price(new PriceLabel(this)),
      m_intervals(new IntervalBar(this))
{
    setFixedHeight(stripHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 10, 0);
    row->setSpacing(2);
    row->addWidget(m_price);
    row->addSpacing(44);
    row->addWidget(m_intervals);
    row->addSpacing(26);
    m_log = addButton(tr("Log"), tr("Logarithmic price"));
    m_log->setCheckable(true);
    m_zone = addButton(QStringLiteral("UTC"), tr("Time zone"));
    m_goTo = addButton(tr("Go to…"), tr("Go to date"));
    m_draw = addButton(tr("Draw"), tr("Draw menu"));
    row->addStretch(1);
    m_picture = addButton(tr("Picture"), tr("Picture menu"));
    m_file = addButton(tr("File"), tr("File menu"));
    m_view = addButton(tr("View"), tr("View menu"));
    m_look = addButton(tr("Light"), tr("Change theme"));
    connect(m_log, &FlatButton::clicked, this, &TopStrip::logRequested);
    connect(m_goTo, &FlatButton::clicked, this, &TopStrip::goToRequested);
    connect(m_look, &FlatButton::clicked, this, &TopStrip::themeRequested);
}

FlatButton* TopStrip::addButton(const QString& text, const QString& accessibleName)
{
    auto* button = new FlatButton(text, this);
    button->setAccessibleName(accessibleName);
    layout()->addWidget(button);
    m_buttons.push_back(button);
    return button;
}

void TopStrip::setMenus(QMenu* zone, QMenu* picture, QMenu* file, QMenu* view, QMenu* draw)
{
    m_zone->setMenu(zone);
    m_picture->setMenu(picture);
    m_file->setMenu(file);
    m_view->setMenu(view);
    m_draw->setMenu(draw);
}

void TopStrip::setLogarithmic(bool isOn)
{
    m_log->setChecked(isOn);
}

void TopStrip::setZoneText(const QString& text)
{
    m_zone->setText(text);
    m_zone->updateGeometry();
}

void TopStrip::setThemeText(const QString& text)
{
    m_look->setText(text);
    m_look->updateGeometry();
}

void TopStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_price->setTheme(theme);
    m_intervals->setTheme(theme);
    for (FlatButton* button : m_buttons)
        button->setTheme(theme);
    update();
}

void TopStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.hairline);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/flatstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace holdline {

namespace {

void drawSeparator(const QStyleOption& option, QPainter& painter)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    // Between docks the grip of the lower one brings the hairline.
    if (option.rect.height() > option.rect.width())
        painter.fillRect(option.rect.left(), option.rect.top(), 1, option.rect.height(),
                         option.palette.color(QPalette::Mid));
}

void drawTab(const QStyleOption& option, QPainter& painter)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect.left() + 8, option.rect.bottom() - 1, option.rect.width() - 16, 2,
                         option.palette.color(QPalette::Highlight));
}

/// Seen on every ground, also while it is not checked.
void drawCheckBox(const QStyleOption& option, QPainter& painter)
{
    const QPalette& colours = option.palette;
    const bool isOn = option.state & QStyle::State_On;
    const bool isFocused = option.state & QStyle::State_HasFocus;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setPen(QPen(colours.color(isFocused ? QPalette::Link : QPalette::PlaceholderText), 1));
    painter.setBrush(colours.color(QPalette::Base));
    painter.drawRect(box);
    if (isOn) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.color(QPalette::WindowText), 2));
        const QPointF points[] = {{box.left() + box.width() * 0.2, box.top() + box.height() * 0.5},
                                  {box.left() + box.width() * 0.42, box.top() + box.height() * 0.72},
                                  {box.left() + box.width() * 0.8, box.top() + box.height() * 0.26}};
        painter.drawPolyline(points, 3);
    }
    painter.restore();
}

} // namespace

FlatStyle::FlatStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_DockWidgetFrameWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 10;
    default: // the rest is Fusion's
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    if (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate ||
        hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    if (element == PE_IndicatorDockWidgetResizeHandle)
        drawSeparator(*option, *painter);
    else if (element == PE_IndicatorCheckBox)
        drawCheckBox(*option, *painter);
    else if (element != PE_FrameTabBarBase && element != PE_FrameStatusBarItem)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    if (element == CE_TabBarTabShape)
        drawTab(*option, *painter);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/markbar.h"

#include "widgets/controls/iconbutton.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace holdline {

namespace {

ToolIcon swatchIcon()
{
    return {.strokes = {QPolygonF{{3, 3}, {13, 3}, {13, 13}, {3, 13}, {3, 3}}, QPolygonF{{4, 6}, {12, 6}},
                        QPolygonF{{4, 8}, {12, 8}}, QPolygonF{{4, 10}, {12, 10}}}};
}

ToolIcon lineIcon()
{
    return {.strokes = {QPolygonF{{2, 4}, {14, 4}}, QPolygonF{{2, 8}, {6, 8}}, QPolygonF{{10, 8}, {14, 8}}},
            .dots = {{3, 12}, {8, 12}, {13, 12}}};
}

ToolIcon lockIcon(bool isLocked)
{
    ToolIcon icon{.strokes = {QPolygonF{{3.5, 7.5}, {12.5, 7.5}, {12.5, 14}, {3.5, 14}, {3.5, 7.5}}}};
    icon.strokes.push_back(isLocked ? QPolygonF{{5.5, 7}, {5.5, 4}, {7, 2.5}, {9, 2.5}, {10.5, 4}, {10.5, 7}}
                                    : QPolygonF{{5.5, 7}, {5.5, 4}, {7, 2.5}, {9, 2.5}, {10.5, 4}});
    return icon;
}

ToolIcon propertiesIcon()
{
    return {.strokes = {QPolygonF{{2, 4}, {14, 4}}, QPolygonF{{2, 8}, {14, 8}}, QPolygonF{{2, 12}, {14, 12}}},
            .dots = {{5, 4}, {11, 8}, {7, 12}}};
}

ToolIcon deleteIcon()
{
    return {.strokes = {QPolygonF{{3, 4.5}, {13, 4.5}}, QPolygonF{{6, 4}, {6, 2.5}, {10, 2.5}, {10, 4}},
                        QPolygonF{{4.5, 5}, {5, 14}, {11, 14}, {11.5, 5}}}};
}

QPixmap swatch(const QColor& colour)
{
    QPixmap pixmap(14, 14);
    pixmap.fill(colour);
    return pixmap;
}

} // namespace

MarkBar::MarkBar(QWidget* parent)
    : QWidget(parent),
      m_theme(themeByName(QStringLiteral("dark"))),
      m_colours(new QMenu(this)),
      m_lines(new QMenu(this))
{
    setAccessibleName(tr("Selected marks"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(1);
    const auto add = [&](const ToolIcon& icon, const QString& name) {
        auto* button = new IconButton(icon, name, this);
        row->addWidget(button);
        m_buttons.push_back(button);
        return button;
    };
    m_colour = add(swatchIcon(), tr("Colour"));
    m_line = add(lineIcon(), tr("Width and dash"));
    m_lock = add(lockIcon(false), tr("Lock"));
    IconButton* properties = add(propertiesIcon(), tr("Properties"));
    IconButton* remove = add(deleteIcon(), tr("Delete (Del)"));
    connect(m_colour, &IconButton::clicked, this, [this] { popUp(*m_colours, *m_colour); });
    connect(m_line, &IconButton::clicked, this, [this] { popUp(*m_lines, *m_line); });
    connect(m_lock, &IconButton::clicked, this, [this] { emit lockRequested(!m_isLocked); });
    connect(properties, &IconButton::clicked, this, &MarkBar::propertiesRequested);
    connect(remove, &IconButton::clicked, this, &MarkBar::deleteRequested);
    setCursor(Qt::ArrowCursor);
    fillMenus();
    adjustSize();
    hide();
}

void MarkBar::popUp(QMenu& menu, IconButton& button)
{
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 3)));
}

void MarkBar::choose(const MarkStyle& style)
{
    m_style = style;
    m_colour->setColour(m_style.colour.isEmpty() ? QColor() : QColor(m_style.colour));
    emit styleChosen(m_style);
}

void MarkBar::fillMenus()
{
    m_colours->clear();
    m_lines->clear();
    const auto colour = [&](const QString& name, const QColor& value) {
        m_colours->addAction(swatch(value), name, this, [this, value] {
            MarkStyle style = m_style;
            style.colour = value.name();
            choose(style);
        });
    };
    m_colours->addAction(tr("As its kind"), this, [this] {
        MarkStyle style = m_style;
        style.colour.clear();
        choose(style);
    });
    colour(tr("Blue"), m_theme.accent);
    colour(tr("Green"), m_theme.up);
    colour(tr("Red"), m_theme.down);
    colour(tr("Amber"), m_theme.defenseBand);
    colour(tr("Orange"), m_theme.resistanceMonths);
    colour(tr("Violet"), m_theme.resistanceHolders);
    colour(tr("Text"), m_theme.text);
    colour(tr("Grey"), m_theme.dim);
    for (const int width : {1, 2, 3, 4}) {
        m_lines->addAction(tr("%1 px").arg(width), this, [this, width] {
            MarkStyle style = m_style;
            style.width = width;
            choose(style);
        });
    }
    m_lines->addSeparator();
    const auto dash = [&](const QString& name, LineDash value) {
        m_lines->addAction(name, this, [this, value] {
            MarkStyle style = m_style;
            style.dash = value;
            choose(style);
        });
    };
    dash(tr("Solid"), LineDash::Solid);
    dash(tr("Dashed"), LineDash::Dashed);
    dash(tr("Dotted"), LineDash::Dotted);
}

void MarkBar::setMarks(const std::vector<Mark>& marks)
{
    setVisible(!marks.empty());
    if (marks.empty())
        return;
    const MarkTraits& traits = traitsOf(marks.front());
    m_style = traits.style;
    m_isLocked = traits.isLocked;
    m_colour->setColour(m_style.colour.isEmpty() ? QColor() : QColor(m_style.colour));
    m_lock->setToolIcon(lockIcon(m_isLocked));
    m_lock->setToolTip(m_isLocked ? tr("Unlock") : tr("Lock"));
    m_lock->setAccessibleName(m_lock->toolTip());
    raise();
}

void MarkBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (IconButton* button : m_buttons)
        button->setTheme(theme);
    fillMenus();
    update();
}

void MarkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.setPen(m_theme.hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace holdline

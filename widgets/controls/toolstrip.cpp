// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/toolstrip.h"

#include "widgets/controls/iconbutton.h"
#include "widgets/tools/drawingsession.h"
#include "widgets/tools/toolcatalog.h"

#include <QPainter>
#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int stripWidth = 36; ///< device-independent px

ToolIcon pointerIcon()
{
    return {.strokes = {QPolygonF{
                {4, 2}, {4, 12}, {6.7, 9.6}, {8.6, 13.6}, {10.3, 12.8}, {8.4, 9}, {12, 9}, {4, 2}}}};
}

ToolIcon magnetIcon()
{
    return {.strokes = {QPolygonF{{3, 3}, {3, 8}, {4, 11}, {6.5, 13}, {9.5, 13}, {12, 11}, {13, 8}, {13, 3}},
                        QPolygonF{{6, 3}, {6, 8}, {7, 10}, {9, 10}, {10, 8}, {10, 3}},
                        QPolygonF{{3, 5}, {6, 5}}, QPolygonF{{10, 5}, {13, 5}}}};
}

ToolIcon keepIcon()
{
    return {.strokes = {QPolygonF{{3, 13}, {4, 9.5}, {11, 2.5}, {13.5, 5}, {6.5, 12}, {3, 13}},
                        QPolygonF{{9.5, 4}, {12, 6.5}}}};
}

ToolIcon eyeIcon()
{
    return {.strokes = {QPolygonF{
                {1.5, 8}, {4.5, 5}, {8, 4}, {11.5, 5}, {14.5, 8}, {11.5, 11}, {8, 12}, {4.5, 11}, {1.5, 8}}},
            .dots = {{8, 8}}};
}

QString withKeys(const QString& name, const QString& keys)
{
    return keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys);
}

} // namespace

ToolStrip::ToolStrip(DrawingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(themeByName(QStringLiteral("dark")))
{
    setFixedWidth(stripWidth);
    setAccessibleName(tr("Drawing tools"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 6, 4, 6);
    column->setSpacing(2);
    m_tools.push_back({QString(), add(pointerIcon(), tr("Pointer"), QStringLiteral("Esc"))});
    for (const Tool& tool : toolCatalog())
        m_tools.push_back({tool.id, add(tool.icon, tool.title, tool.keys)});
    for (const auto& entry : m_tools) {
        entry.second->setCheckable(true);
        connect(entry.second, &IconButton::clicked, this, [this, id = entry.first] {
            m_session.chooseTool(id);
            showState();
        });
    }
    column->addSpacing(8);
    m_magnet = add(magnetIcon(), QString(), {});
    m_keep = add(keepIcon(), tr("Keep drawing with the same tool"), {});
    m_hide = add(eyeIcon(), tr("Hide levels and drawings"), QStringLiteral("Ctrl+Alt+H"));
    column->addStretch(1);
    for (IconButton* toggle : {m_magnet, m_keep, m_hide})
        toggle->setCheckable(true);
    connect(m_magnet, &IconButton::clicked, this, &ToolStrip::cycleMagnet);
    connect(m_keep, &IconButton::clicked, &m_session, &DrawingSession::setKeepsDrawing);
    connect(m_hide, &IconButton::clicked, this, &ToolStrip::hideMarksRequested);
    connect(&m_session, &DrawingSession::toolChanged, this, &ToolStrip::showState);
    showState();
}

IconButton* ToolStrip::add(const ToolIcon& icon, const QString& name, const QString& keys)
{
    auto* button = new IconButton(icon, withKeys(name, keys), this);
    layout()->addWidget(button);
    m_buttons.push_back(button);
    return button;
}

void ToolStrip::cycleMagnet()
{
    const Magnet next = m_session.magnet() == Magnet::Off    ? Magnet::Weak
                        : m_session.magnet() == Magnet::Weak ? Magnet::Strong
                                                             : Magnet::Off;
    m_session.setMagnet(next);
}

void ToolStrip::showState()
{
    for (const auto& [id, button] : m_tools)
        button->setChecked(id == m_session.tool());
    const Magnet magnet = m_session.magnet();
    const QString name = magnet == Magnet::Off    ? tr("Magnet: off")
                         : magnet == Magnet::Weak ? tr("Magnet: weak, to what is near")
                                                  : tr("Magnet: strong, always to the bar");
    m_magnet->setChecked(magnet != Magnet::Off);
    m_magnet->setColour(magnet == Magnet::Strong ? m_theme.accent : QColor());
    m_magnet->setToolTip(name);
    m_magnet->setAccessibleName(name);
    m_keep->setChecked(m_session.keepsDrawing());
}

void ToolStrip::setMarksHidden(bool hidden)
{
    m_hide->setChecked(hidden);
}

void ToolStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (IconButton* button : m_buttons)
        button->setTheme(theme);
    showState();
    update();
}

void ToolStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(width() - 1, 0, 1, height(), m_theme.hairline);
}

} // namespace holdline

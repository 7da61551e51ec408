// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/tools/tool.h"

#include <QWidget>

class QAbstractButton;

namespace holdline {

class DrawingSession;
class IconButton;

/// The tools beside the timeline, and the switches that go with them.
class ToolStrip final : public QWidget {
    Q_OBJECT

public:
    explicit ToolStrip(DrawingSession& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setMarksHidden(bool hidden);

signals:
    void hideMarksRequested(bool hide);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconButton* add(const ToolIcon& icon, const QString& name, const QString& keys);
    void showState();
    void cycleMagnet();

    DrawingSession& m_session;
    Theme m_theme;
    std::vector<IconButton*> m_buttons;
    std::vector<std::pair<QString, IconButton*>> m_tools;
    IconButton* m_magnet = nullptr;
    IconButton* m_keep = nullptr;
    IconButton* m_hide = nullptr;
};

} // namespace holdline

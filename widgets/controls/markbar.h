// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/mark.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QMenu;

namespace holdline {

class IconButton;

/// Floats beside what is selected: colour, width and dash, lock, properties, delete.
class MarkBar final : public QWidget {
    Q_OBJECT

public:
    explicit MarkBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// What is selected; the first one's style is shown.
    void setMarks(const std::vector<Mark>& marks);

signals:
    void styleChosen(const holdline::MarkStyle& style);
    void lockRequested(bool lock);
    void propertiesRequested();
    void deleteRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillMenus();
    void choose(const MarkStyle& style);
    void popUp(QMenu& menu, IconButton& button);

    Theme m_theme;
    MarkStyle m_style;
    bool m_isLocked = false;
    QMenu* m_colours = nullptr;
    QMenu* m_lines = nullptr;
    IconButton* m_colour = nullptr;
    IconButton* m_line = nullptr;
    IconButton* m_lock = nullptr;
    std::vector<IconButton*> m_buttons;
};

} // namespace holdline

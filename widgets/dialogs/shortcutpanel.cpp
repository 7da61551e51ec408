// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/shortcutpanel.h"

#include "widgets/timeline/timelinekeys.h"

#include <QGridLayout>
#include <QLabel>

namespace holdline {

ShortcutPanel::ShortcutPanel(const Theme& theme, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Mouse and keys"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(18, 18, 18, 18);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(7);
    int row = 0;
    for (const ShortcutLine& line : shortcutLines()) {
        auto* keys = new QLabel(line.keys, this);
        auto* words = new QLabel(line.words, this);
        keys->setFont(themeFont(TextSize::Text, 1, true));
        words->setFont(themeFont(TextSize::Text));
        QPalette dim = words->palette();
        dim.setColor(QPalette::WindowText, theme.dim);
        words->setPalette(dim);
        grid->addWidget(keys, row, 0);
        grid->addWidget(words, row++, 1);
    }
}

} // namespace holdline

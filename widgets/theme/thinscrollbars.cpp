// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/thinscrollbars.h"

namespace holdline {

QString thinScrollBars(const Theme& theme)
{
    return QStringLiteral(
               "QScrollBar{background:transparent;border:0;margin:0} QScrollBar:vertical{width:%2px} "
               "QScrollBar:horizontal{height:%2px} "
               "QScrollBar::handle{background:%1;border-radius:3px;min-height:24px;min-width:24px} "
               "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0} "
               "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}")
        .arg(theme.unknown.name())
        .arg(thinScrollBar);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <cmath>

namespace holdline {

namespace {

Theme darkTheme()
{
    return {.name = QStringLiteral("dark"),
            .background = QColor(0x0f1318),
            .panel = QColor(0x151b22),
            .raised = QColor(0x1b232c),
            .hairline = QColor(0x232c37),
            .grid = QColor(0x1a222b),
            .text = QColor(0xdbe2ea),
            .dim = QColor(0x8b97a6),
            .faint = QColor(0x5a6675),
            .up = QColor(0x2aa98f),
            .down = QColor(0xe2574c),
            .defenseBand = QColor(0xe9b44c),
            .resistanceMonths = QColor(0xe08e5f),
            .resistanceHolders = QColor(0xb79cf0),
            .accent = QColor(0x6fa8f5),
            .unknown = QColor(0x2a333e),
            .future = QColor(0x12181e)};
}

Theme lightTheme()
{
    return {.name = QStringLiteral("light"),
            .background = QColor(0xffffff),
            .panel = QColor(0xf6f7f9),
            .raised = QColor(0xeceff3),
            .hairline = QColor(0xd9dee5),
            .grid = QColor(0xeef1f4),
            .text = QColor(0x1b2430),
            .dim = QColor(0x5b6776),
            .faint = QColor(0x95a0ad),
            .up = QColor(0x0f8a73),
            .down = QColor(0xc93a31),
            .defenseBand = QColor(0xc58a12),
            .resistanceMonths = QColor(0xc0602b),
            .resistanceHolders = QColor(0x7a55c7),
            .accent = QColor(0x2f6fd0),
            .unknown = QColor(0xd5dae1),
            .future = QColor(0xf8f9fb)};
}

} // namespace

Theme themeByName(const QString& name)
{
    if (name == QStringLiteral("light"))
        return lightTheme();
    if (name == QStringLiteral("print")) {
        Theme print = lightTheme();
        print.name = name;
        print.panel = print.background;
        print.future = print.background;
        return print;
    }
    return darkTheme();
}

QFont themeFont(TextSize size, double ratio, bool bold)
{
    QFont font(QStringLiteral("Roboto"));
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(static_cast<int>(size) * ratio))));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

} // namespace holdline

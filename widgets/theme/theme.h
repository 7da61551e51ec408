// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

namespace holdline {

/// Colours by role; the only place a colour is written. Text that must be read has a contrast of 4.5 : 1 or
/// more.
struct Theme {
    QString name; ///< `dark`, `light`, `print`

    QColor background;
    QColor panel;
    QColor raised;
    QColor hairline;
    QColor grid;
    QColor text;
    QColor dim;
    QColor faint; ///< axis extremes only
    QColor up;    ///< also short liquidated, inflow
    QColor down;  ///< also long liquidated, outflow
    QColor defenseBand;
    QColor resistanceMonths;
    QColor resistanceHolders;
    QColor accent;  ///< deposits, events, links
    QColor unknown; ///< hatched: no record
    QColor future;  ///< ground of the time to come
};

/// Dark for any name that is not known.
[[nodiscard]] Theme themeByName(const QString& name);

/// Sizes in device-independent pixels of the three text sizes.
enum class TextSize { Annotation = 11, Text = 12, Title = 16 };

/// The program's font at a size, in device pixels for a picture of that ratio; figures all have one width.
[[nodiscard]] QFont themeFont(TextSize size, double ratio = 1, bool bold = false);

} // namespace holdline

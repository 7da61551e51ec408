// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/intervaltext.h"

namespace holdline {

QString intervalText(Interval interval)
{
    const QString name = interval.name();
    qsizetype digits = 0;
    while (digits < name.size() && name[digits].isDigit())
        ++digits;
    return name.left(digits) + QLatin1Char(' ') + name.mid(digits);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/calendarreading.h"

#include "models/foundation/utctime.h"

namespace holdline {

QString recurringId(const QString& id)
{
    const qsizetype blank = id.lastIndexOf(QLatin1Char(' '));
    const bool isOfOneTime = blank > 0 && id.endsWith(QLatin1Char('Z')) &&
                             parseIso(QStringView(id).sliced(blank + 1).toLatin1()).hasValue();
    return isOfOneTime ? id.first(blank) : id;
}

} // namespace holdline

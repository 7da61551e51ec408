// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/localmoment.h"

#include <QDateTime>
#include <QTimeZone>

namespace holdline {

UtcTime localMoment(UtcTime date, int minutes, const QTimeZone& zone)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMsecs(date), Qt::UTC).date().addDays(minutes / 1440);
    const QTime time = QTime::fromMSecsSinceStartOfDay(minutes % 1440 * 60'000);
    return fromMsecs(QDateTime(day, time, zone).toMSecsSinceEpoch());
}

UtcTime localDate(UtcTime time, const QTimeZone& zone)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(toMsecs(time), zone).date();
    return fromMsecs(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
}

} // namespace holdline

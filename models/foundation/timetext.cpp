// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/timetext.h"

#include <QDateTime>
#include <QLocale>

namespace holdline {

namespace {

QDateTime inZone(UtcTime time, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(time), zone);
}

} // namespace

QString dayText(QDate date, int yearOfNow)
{
    return QLocale::c().toString(date, date.year() == yearOfNow ? QStringLiteral("d MMM")
                                                                : QStringLiteral("d MMM yyyy"));
}

QString dayTimeText(UtcTime time, const QTimeZone& zone, int yearOfNow)
{
    const QDateTime local = inZone(time, zone);
    return dayText(local.date(), yearOfNow) + QLatin1Char(' ') +
           QLocale::c().toString(local.time(), QStringLiteral("HH:mm"));
}

QDate dateIn(UtcTime time, const QTimeZone& zone)
{
    return inZone(time, zone).date();
}

QTimeZone zoneByName(const QString& iana)
{
    const QTimeZone zone(iana.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace holdline

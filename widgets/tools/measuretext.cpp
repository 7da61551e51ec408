// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/measuretext.h"

#include "models/foundation/numbertext.h"
#include "widgets/plots/levelplot.h"

#include <QCoreApplication>

#include <array>
#include <cstdlib>

namespace holdline {

QString spanText(Span span)
{
    struct Unit {
        qint64 minutes;
        QChar name;
    };
    static constexpr std::array<Unit, 3> units{{{24 * 60, u'd'}, {60, u'h'}, {1, u'm'}}};
    qint64 minutes = std::abs(std::chrono::duration_cast<std::chrono::minutes>(span).count());
    QStringList parts;
    for (const Unit& unit : units) {
        if (minutes >= unit.minutes && parts.size() < 2)
            parts.append(QString::number(minutes / unit.minutes) + unit.name);
        else if (!parts.isEmpty())
            break;
        minutes %= unit.minutes;
    }
    return parts.isEmpty() ? QStringLiteral("0m") : parts.join(QLatin1Char(' '));
}

QString measureText(const Drawing& drawing, Interval interval)
{
    const Anchor& from = drawing.anchors.front();
    const Anchor& to = drawing.anchors.back();
    const Price difference{to.price.units - from.price.units};
    const double percent =
        static_cast<double>(difference.units) / static_cast<double>(from.price.units) * 100;
    const Span length = to.time - from.time;
    const qint64 bars = interval.length.count() > 0 ? length.count() / interval.length.count() : 0;
    const QString sign = difference.units > 0 ? QStringLiteral("+") : QString();
    return QCoreApplication::translate("holdline::Tools", "%1%2 (%3)\n%4 bars of %5, %6")
        .arg(sign, exactText(difference), percentText(percent))
        .arg(bars)
        .arg(interval.name(), spanText(length));
}

} // namespace holdline

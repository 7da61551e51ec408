// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/agebands.h"

#include <algorithm>
#include <cmath>

namespace holdline {

std::size_t bandOfAge(qint64 seconds)
{
    std::size_t band = 0;
    while (band + 1 < ageBands.size() && seconds >= ageBands[band].to)
        ++band;
    return band;
}

const QStringList& cohortNames()
{
    static const QStringList names = [] {
        QStringList all;
        for (const AgeBand& band : ageBands)
            all.append(QString::fromLatin1(band.name));
        return all << QStringLiteral("sth") << QStringLiteral("lth") << QStringLiteral("all");
    }();
    return names;
}

QString cohortName(std::size_t cohort)
{
    return cohortNames().at(static_cast<qsizetype>(cohort));
}

bool isAgeBand(const QString& name)
{
    return std::ranges::any_of(ageBands,
                               [&](const AgeBand& band) { return name == QLatin1StringView(band.name); });
}

QString HolderThreshold::toText() const
{
    return rule == Rule::Hard ? QStringLiteral("< %1 d").arg(days)
                              : QStringLiteral("logistic %1 d").arg(days);
}

qint64 longTermWeight(const HolderThreshold& threshold, qint64 ageSeconds)
{
    const qint64 beyond = ageSeconds - threshold.seconds();
    constexpr qint64 reach = logisticReachDays * secondsOfDay;
    if (threshold.rule == HolderThreshold::Rule::Hard)
        return beyond >= 0 ? wholeWeight : 0;
    if (beyond <= -reach || beyond >= reach)
        return beyond > 0 ? wholeWeight : 0;
    const double days = static_cast<double>(beyond) / secondsOfDay;
    return std::llround(static_cast<double>(wholeWeight) / (1 + std::exp(-days / 10)));
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/agebands.h"

#include <cmath>

namespace holdline {

std::size_t bandOfAge(qint64 seconds)
{
    std::size_t band = 0;
    while (band + 1 < ageBands.size() && seconds >= ageBands[band].to)
        ++band;
    return band;
}

QString cohortName(std::size_t cohort)
{
    switch (cohort) {
    case shortTermCohort:
        return QStringLiteral("sth");
    case longTermCohort:
        return QStringLiteral("lth");
    case allCohort:
        return QStringLiteral("all");
    default:
        return QString::fromLatin1(ageBands.at(cohort).name);
    }
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

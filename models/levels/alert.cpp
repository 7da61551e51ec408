// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alert.h"

#include "models/foundation/webaddress.h"
#include "models/levels/alertrules.h"
#include "models/levels/alertwords.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr std::size_t mostConditions = 20;
constexpr qsizetype longestText = 2000; ///< characters of any word
constexpr qsizetype longestName = 200;  ///< of what is named
constexpr Span longestSum = std::chrono::hours{24 * 31};
constexpr Span longestWithin = std::chrono::hours{24 * 7};

QString withoutControls(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

QString flawOfValue(const AlertCondition& condition)
{
    if (condition.series.isEmpty())
        return QStringLiteral("a condition on a value names no series");
    if (isSummed(condition.series) && condition.over == Span::zero())
        return QStringLiteral("%1 is a flow: say over which time it is summed").arg(condition.series);
    if (!isSummed(condition.series) && condition.over != Span::zero())
        return QStringLiteral("%1 is not summed; only liquidations and net taker volume are")
            .arg(condition.series);
    if (condition.over < Span::zero() || condition.over > longestSum ||
        condition.over % oneMinute.length != Span::zero())
        return QStringLiteral("a sum is over whole minutes, up to 31 days");
    const bool isOrders = condition.series.startsWith(QStringLiteral("liquidations/"));
    if (isOrders && (!condition.isAbove || condition.value.units <= 0))
        return QStringLiteral("a sum of liquidations can only rise to a value above 0: what is not recorded "
                              "may be missing in it");
    return {};
}

QString flawOf(const AlertCondition& condition)
{
    for (const QString* text : {&condition.level, &condition.series, &condition.column}) {
        if (text->size() > longestName)
            return QStringLiteral("a name is longer than %1 characters").arg(longestName);
    }
    if (condition.kind == AlertCondition::Kind::Value)
        return flawOfValue(condition);
    if (condition.level.isEmpty())
        return QStringLiteral("a condition on a level names no level");
    for (const QString& state : condition.states) {
        if (!levelStateNames().contains(state))
            return QStringLiteral("“%1” is no state; write one of %2")
                .arg(state, levelStateNames().join(QStringLiteral(", ")));
    }
    return {};
}

QString flawOf(const Alert& alert)
{
    if (alert.conditions.empty())
        return QStringLiteral("an alert needs a condition");
    if (alert.conditions.size() > mostConditions)
        return QStringLiteral("an alert has at most %1 conditions").arg(mostConditions);
    for (const AlertCondition& condition : alert.conditions) {
        if (const QString flaw = flawOf(condition); !flaw.isEmpty())
            return flaw;
    }
    if (alert.within < Span::zero() || alert.cooldown < Span::zero())
        return QStringLiteral("a span of time is not below 0");
    if (alert.within > longestWithin)
        return QStringLiteral("conditions come true within at most 7 days");
    const bool hasControl =
        std::ranges::any_of(alert.id, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (hasControl || alert.id.size() > longestName || alert.instrument.size() > longestName)
        return QStringLiteral(
                   "the id or instrument is longer than %1 characters or holds a control character")
            .arg(longestName);
    for (const QString* text : {&alert.name, &alert.id, &alert.command, &alert.webhook, &alert.sound}) {
        if (text->size() > longestText)
            return QStringLiteral("a text is longer than %1 characters").arg(longestText);
    }
    const bool isKnownSound = alert.sound.isEmpty() || soundNames().contains(alert.sound);
    if (!isKnownSound && !alert.sound.endsWith(QStringLiteral(".wav"), Qt::CaseInsensitive))
        return QStringLiteral("a sound is one of %1, or a .wav file")
            .arg(soundNames().join(QStringLiteral(", ")));
    if (!alert.webhook.isEmpty()) {
        if (const auto url = parseWebAddress(alert.webhook); url.hasError())
            return url.error().message;
    }
    return {};
}

} // namespace

QString instrumentOf(const Alert& alert, std::span<const Level> levels)
{
    if (!alert.instrument.isEmpty())
        return alert.instrument;
    for (const AlertCondition& condition : alert.conditions) {
        const auto level = std::ranges::find(levels, condition.level, &Level::id);
        if (condition.kind != AlertCondition::Kind::Value && level != levels.end())
            return level->instrument;
        for (const char* kind : {"price/", "taker/", "funding/", "oi/", "mark/"}) {
            const QLatin1StringView prefix(kind);
            if (condition.series.startsWith(prefix) && condition.series.contains(u':'))
                return condition.series.mid(prefix.size());
        }
    }
    return {};
}

QStringList soundNames()
{
    return {QStringLiteral("bell"), QStringLiteral("chime"), QStringLiteral("low"), QStringLiteral("high")};
}

Result<Alert> checkedAlert(Alert alert)
{
    if (const QString flaw = flawOf(alert); !flaw.isEmpty())
        return Error{Error::Kind::Malformed, flaw};
    alert.name = withoutControls(alert.name);
    if (alert.name.trimmed().isEmpty())
        alert.name = withoutControls(alertWords(alert, {}).left(longestName));
    return alert;
}

} // namespace holdline

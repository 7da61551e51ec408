// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alertwords.h"

#include "models/foundation/duration.h"
#include "models/market/pricetext.h"
#include "models/scales/moneyunit.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

const Level* levelOf(const QString& id, std::span<const Level> levels)
{
    const auto found = std::ranges::find(levels, id, &Level::id);
    return found == levels.end() ? nullptr : &*found;
}

QString nameOf(const QString& id, std::span<const Level> levels)
{
    const Level* const level = levelOf(id, levels);
    return level ? level->name : id;
}

/// `liquidations, all venues`.
QString seriesWords(const AlertCondition& condition)
{
    const QString kind = condition.series.section(u'/', 0, 0);
    const QString rest = condition.series.section(u'/', 1);
    if (kind == QStringLiteral("liquidations")) {
        const QString side = condition.column == QStringLiteral("long_usd")    ? QStringLiteral("long ")
                             : condition.column == QStringLiteral("short_usd") ? QStringLiteral("short ")
                                                                               : QString();
        return side + QStringLiteral("liquidations, ") +
               (rest == QStringLiteral("all") ? QStringLiteral("all venues") : rest);
    }
    if (kind == QStringLiteral("taker"))
        return QStringLiteral("net taker volume, ") + rest;
    if (kind == QStringLiteral("etf"))
        return QStringLiteral("ETF flow, ") + rest;
    if (kind == QStringLiteral("price") && condition.column == QStringLiteral("close"))
        return QStringLiteral("close of ") + rest;
    if (kind == QStringLiteral("price") && condition.column.isEmpty())
        return rest;
    if (condition.column.isEmpty())
        return condition.series;
    return condition.series + QLatin1Char(' ') + condition.column;
}

QString valueWords(const AlertCondition& condition)
{
    QString words = seriesWords(condition);
    if (condition.over > Span::zero())
        words += QStringLiteral(", over ") + durationText(condition.over);
    if (!condition.series.startsWith(QStringLiteral("price/")))
        words += QLatin1Char(':');
    return words + (condition.isAbove ? QStringLiteral(" at or above ") : QStringLiteral(" at or below ")) +
           seriesValueText(condition.series, condition.value);
}

QString judgingWords(const AlertCondition& condition)
{
    return condition.judging == oneHour ? QString() : QStringLiteral(" (%1)").arg(condition.judging.name());
}

} // namespace

QString seriesValueText(const QString& series, Amount value)
{
    const bool isPrice = series.startsWith(QStringLiteral("price/"));
    const bool isMoney =
        series.startsWith(QStringLiteral("liquidations/")) || series.startsWith(QStringLiteral("taker/")) ||
        series.startsWith(QStringLiteral("etf/")) || series.startsWith(QStringLiteral("whales/"));
    if (isPrice && value.units >= 0 && value.units < Int128(1) << 62)
        return exactText(Price{static_cast<qint64>(value.units)});
    if (!isMoney)
        return QString::fromLatin1(value.toText());
    const double size = std::abs(value.toDouble());
    const MoneyUnit unit = moneyUnit(size);
    QString digits = QString::number(size / unit.size, 'f', 3);
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(u'.'))
        digits.chop(1);
    return (value.units < 0 ? QStringLiteral("−$") : QStringLiteral("$")) + digits + unit.suffix;
}

QString conditionWords(const AlertCondition& condition, std::span<const Level> levels)
{
    switch (condition.kind) {
    case AlertCondition::Kind::Touch:
        return QStringLiteral("price touches %1").arg(nameOf(condition.level, levels));
    case AlertCondition::Kind::CloseBeyond:
        return QStringLiteral("a close beyond %1").arg(nameOf(condition.level, levels)) +
               judgingWords(condition);
    case AlertCondition::Kind::State:
        return QStringLiteral("%1 becomes %2")
                   .arg(nameOf(condition.level, levels),
                        condition.states.isEmpty() ? QStringLiteral("anything else")
                                                   : condition.states.join(QStringLiteral(" or "))) +
               judgingWords(condition);
    case AlertCondition::Kind::Value:
        return valueWords(condition);
    }
    Q_UNREACHABLE();
}

QString alertWords(const Alert& alert, std::span<const Level> levels)
{
    QStringList words;
    for (const AlertCondition& condition : alert.conditions)
        words.append(conditionWords(condition, levels));
    QString all = words.join(QStringLiteral(" and "));
    if (alert.conditions.size() > 1)
        all += QStringLiteral(", within ") + durationText(alert.within);
    return all;
}

} // namespace holdline

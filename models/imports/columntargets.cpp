// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/columntargets.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

const QStringList& candleColumns()
{
    static const QStringList columns{QStringLiteral("open"),
                                     QStringLiteral("high"),
                                     QStringLiteral("low"),
                                     QStringLiteral("close"),
                                     QStringLiteral("volume"),
                                     QStringLiteral("quote_volume"),
                                     QStringLiteral("taker_buy_quote"),
                                     QStringLiteral("trades")};
    return columns;
}

constexpr qsizetype neededOfCandle = 4; ///< the first of them

const QStringList& sampleColumns()
{
    static const QStringList columns{QStringLiteral("value"), QStringLiteral("long_usd"),
                                     QStringLiteral("short_usd"), QStringLiteral("cost_basis"),
                                     QStringLiteral("supply_btc")};
    return columns;
}

QString familyOf(const QString& series)
{
    return series.section(QLatin1Char('/'), 0, 0);
}

bool isAnyOf(const QString& family, std::initializer_list<const char*> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return family == QLatin1String(name); });
}

/// A name of these families holds the colon of its instrument, or none at all; any other may hold more.
bool isSecondColonAColumn(const QString& series)
{
    const QString family = familyOf(series);
    const qsizetype own = isAnyOf(family, {"price", "mark", "watch"}) ? 1 : 0;
    return (own == 1 || isAnyOf(family, {"liquidations", "cohort"})) && series.count(QLatin1Char(':')) > own;
}

QStringList columnsOf(const QString& series)
{
    const QString family = familyOf(series);
    if (family == QStringLiteral("price"))
        return candleColumns();
    if (isAnyOf(family, {"mark", "watch"}))
        return QStringList(QStringLiteral("value")) + candleColumns();
    if (family == QStringLiteral("liquidations"))
        return sampleColumns().mid(1, 2);
    return family == QStringLiteral("cohort") ? sampleColumns().mid(3) : sampleColumns().first(1);
}

Error badTarget(const QString& sentence)
{
    return {Error::Kind::Usage, QStringLiteral("--map: ") + sentence};
}

Result<Done> checkColumn(const ColumnTarget& target)
{
    const QString family = familyOf(target.series);
    if (family == QStringLiteral("coverage") || family.startsWith(QStringLiteral("events")))
        return badTarget(QStringLiteral("%1 is no series that a column can be").arg(target.series));
    const QStringList columns = columnsOf(target.series);
    if (columns.contains(target.seriesColumn))
        return Done{};
    const QString examples = target.series + QLatin1Char(':') + columns.join(QStringLiteral(", :"));
    if (target.text == target.series)
        return badTarget(QStringLiteral("%1 needs a column: %2").arg(target.series, examples));
    if (columns == sampleColumns().first(1))
        return badTarget(
            QStringLiteral("%1 has no column “%2”; write %1 alone").arg(target.series, target.seriesColumn));
    return badTarget(
        QStringLiteral("%1 has no column “%2”; write %3").arg(target.series, target.seriesColumn, examples));
}

bool isCandle(const ColumnTarget& target)
{
    return candleColumns().contains(target.seriesColumn);
}

Result<Done> checkRepeats(const std::vector<ColumnTarget>& targets)
{
    for (auto target = targets.begin(); target != targets.end(); ++target) {
        const auto same = std::find_if(targets.begin(), target, [&](const ColumnTarget& earlier) {
            return earlier.series == target->series && earlier.seriesColumn == target->seriesColumn;
        });
        if (same != target)
            return badTarget(
                QStringLiteral("%1 is given twice, by the columns “%2” and “%3”; it can be only one of them")
                    .arg(target->text, same->column, target->column));
    }
    return Done{};
}

Result<Done> checkCandles(const std::vector<ColumnTarget>& targets)
{
    const QString& series = std::find_if(targets.begin(), targets.end(), isCandle)->series;
    QStringList missing = candleColumns().first(neededOfCandle);
    QStringList used;
    for (const ColumnTarget& target : targets) {
        if (target.series != series || !isCandle(target))
            return badTarget(
                QStringLiteral("candles of %1 and %2 cannot be read in one go; map them one after the other")
                    .arg(series, target.text));
        if (used.contains(target.column))
            return badTarget(
                QStringLiteral("the column “%1” can be only one figure of a candle").arg(target.column));
        used << target.column;
        missing.removeAll(target.seriesColumn);
    }
    if (missing.isEmpty())
        return Done{};
    return badTarget(QStringLiteral("candles of %1 need open, high, low and close; not told: %2")
                         .arg(series, missing.join(QStringLiteral(", "))));
}

} // namespace

std::optional<ColumnTarget> parseColumnTarget(const QString& text)
{
    const qsizetype equals = text.lastIndexOf(QLatin1Char('='));
    if (equals <= 0 || equals + 1 == text.size())
        return std::nullopt;
    ColumnTarget target;
    target.column = text.first(equals).trimmed();
    target.text = text.sliced(equals + 1).trimmed();
    target.series = target.text;
    const qsizetype colon = target.text.lastIndexOf(QLatin1Char(':'));
    const QString rest = target.text.sliced(colon + 1);
    if (colon > 0 && (sampleColumns().contains(rest) || candleColumns().contains(rest) ||
                      isSecondColonAColumn(target.text))) {
        target.series = target.text.first(colon);
        target.seriesColumn = rest;
    }
    return target.series.isEmpty() || target.column.isEmpty() ? std::nullopt : std::optional(target);
}

Result<Done> checkTargets(const std::vector<ColumnTarget>& targets)
{
    for (const ColumnTarget& target : targets) {
        const auto fits = checkColumn(target);
        if (fits.hasError())
            return fits;
    }
    const auto once = checkRepeats(targets);
    return once.hasError() || !areCandles(targets) ? once : checkCandles(targets);
}

bool areCandles(const std::vector<ColumnTarget>& targets)
{
    return std::any_of(targets.begin(), targets.end(), isCandle);
}

} // namespace holdline

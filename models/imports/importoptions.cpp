// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/importoptions.h"

#include <QStringList>

namespace holdline {

namespace {

bool isSeriesColumn(const QString& name)
{
    static const QStringList names{QStringLiteral("value"), QStringLiteral("long_usd"),
                                   QStringLiteral("short_usd"), QStringLiteral("cost_basis"),
                                   QStringLiteral("supply_btc")};
    return names.contains(name);
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
    if (colon > 0 && isSeriesColumn(target.text.sliced(colon + 1))) {
        target.series = target.text.first(colon);
        target.seriesColumn = target.text.sliced(colon + 1);
    }
    return target.series.isEmpty() || target.column.isEmpty() ? std::nullopt : std::optional(target);
}

bool applyKind(const QString& as, ImportOptions& options)
{
    static const QStringList kinds{QStringLiteral("candles"), QStringLiteral("etf flows"),
                                   QStringLiteral("cohorts"), QStringLiteral("liquidations"),
                                   QStringLiteral("table"),   QStringLiteral("events"),
                                   QStringLiteral("levels")};
    const QString word = as.section(QLatin1Char('/'), 0, 0).trimmed().toLower();
    const QString rest = as.section(QLatin1Char('/'), 1);
    const bool isEtf = word == QStringLiteral("etf") || word == QStringLiteral("etf-flows") ||
                       word == QStringLiteral("etf_flows");
    options.kind = isEtf ? QStringLiteral("etf flows") : word;
    if (options.kind == QStringLiteral("etf flows"))
        options.asset = rest.toLower();
    else if (options.kind == QStringLiteral("liquidations"))
        options.venue = rest;
    else if (!rest.isEmpty())
        return false;
    return kinds.contains(options.kind);
}

} // namespace holdline

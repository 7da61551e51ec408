// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/importoptions.h"

#include <QStringList>

namespace holdline {

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

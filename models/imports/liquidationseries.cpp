// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/liquidationseries.h"

#include "models/imports/candlelayout.h"

namespace holdline {

QString assetOfSymbol(const QString& symbol)
{
    QString base = symbol.section(QLatin1Char(':'), -1)
                       .toUpper()
                       .remove(QStringLiteral("-SWAP"))
                       .remove(QStringLiteral("_PERP"));
    base.chop(quoteCurrency(base).size());
    base.remove(QLatin1Char('-')).remove(QLatin1Char('_')).remove(QLatin1Char('/'));
    return base == QStringLiteral("XBT") ? QStringLiteral("btc") : base.toLower();
}

QString liquidationSeries(const QString& venue, const QString& asset)
{
    const QString name = QStringLiteral("liquidations/") + venue;
    return asset.isEmpty() || asset == QStringLiteral("btc") ? name : name + QLatin1Char('/') + asset;
}

QString sumOfVenuesSeries()
{
    return QStringLiteral("liquidations/coinglass");
}

QString venueOf(const ImportOptions& options, const QString& fallback)
{
    if (!options.venue.isEmpty())
        return options.venue;
    if (options.instrument.contains(QLatin1Char(':')))
        return options.instrument.section(QLatin1Char(':'), 0, 0);
    if (!fallback.isEmpty())
        return fallback;
    return options.source.isEmpty() ? QStringLiteral("file") : options.source;
}

} // namespace holdline

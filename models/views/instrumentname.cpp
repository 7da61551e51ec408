// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/instrumentname.h"

#include <QHash>
#include <QStringList>

namespace holdline {

namespace {

QString venueTitle(const QString& venue)
{
    static const QHash<QString, QString> titles{
        {QStringLiteral("binance"), QStringLiteral("Binance spot")},
        {QStringLiteral("binance-futures"), QStringLiteral("Binance futures")},
        {QStringLiteral("bybit"), QStringLiteral("Bybit perpetual")},
        {QStringLiteral("bybit-spot"), QStringLiteral("Bybit spot")},
        {QStringLiteral("okx"), QStringLiteral("OKX")},
        {QStringLiteral("coinbase"), QStringLiteral("Coinbase")},
        {QStringLiteral("kraken"), QStringLiteral("Kraken")},
        {QStringLiteral("bitstamp"), QStringLiteral("Bitstamp")},
    };
    return titles.value(venue, venue);
}

/// `BTC` and `USDT` of `BTCUSDT`; the whole and nothing when no known quote ends it.
QStringList dividedPair(const QString& pair)
{
    for (const QString& quote : {QStringLiteral("USDT"), QStringLiteral("USDC"), QStringLiteral("FDUSD"),
                                 QStringLiteral("USD"), QStringLiteral("EUR"), QStringLiteral("BTC")})
        if (pair.size() > quote.size() && pair.endsWith(quote))
            return {pair.left(pair.size() - quote.size()), quote};
    return {pair};
}

} // namespace

InstrumentName instrumentName(const QString& id)
{
    const qsizetype colon = id.indexOf(QLatin1Char(':'));
    QString pair = id.mid(colon + 1);
    pair.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QStringList parts =
        pair.contains(QLatin1Char('-')) ? pair.split(QLatin1Char('-')) : dividedPair(pair);
    return {parts.join(QLatin1Char('-')), colon < 0 ? QString() : venueTitle(id.left(colon)), parts.first()};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/watchquery.h"

#include <QStringList>

namespace holdline {

namespace {

QStringList watchedPrices(const QString& symbol)
{
    QStringList names;
    for (const char* form : {"binance:%1USDT", "bybit-spot:%1USDT", "okx:%1-USDT", "coinbase:%1-USD",
                             "kraken:%1/USD", "bitstamp:%1USD"})
        names.append(QStringLiteral("price/") + QString::fromLatin1(form).arg(symbol));
    return names;
}

} // namespace

Result<QString> watchedPrice(Store& store, const QString& symbol)
{
    for (const QString& name : watchedPrices(symbol)) {
        const auto found = store.find(name);
        if (found.hasError())
            return found.error();
        if (!found.value().empty())
            return name;
    }
    return QString();
}

} // namespace holdline

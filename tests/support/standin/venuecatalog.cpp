// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/venuecatalog.h"

#include "tests/support/standin/alternativevenue.h"
#include "tests/support/standin/binancefuturesvenue.h"
#include "tests/support/standin/binancevenue.h"
#include "tests/support/standin/bitcoindatavenue.h"
#include "tests/support/standin/bitstampvenue.h"
#include "tests/support/standin/bitviewvenue.h"
#include "tests/support/standin/bybitvenue.h"
#include "tests/support/standin/coinbasevenue.h"
#include "tests/support/standin/coinglassvenue.h"
#include "tests/support/standin/coinmetricsvenue.h"
#include "tests/support/standin/cryptoquantvenue.h"
#include "tests/support/standin/deribitvenue.h"
#include "tests/support/standin/fredvenue.h"
#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/krakenvenue.h"
#include "tests/support/standin/mofvenue.h"
#include "tests/support/standin/okxvenue.h"
#include "tests/support/standin/sosovaluevenue.h"
#include "tests/support/standin/treasuryvenue.h"

namespace holdline::testing {

namespace {

struct Entry {
    const char* provider;
    std::unique_ptr<Venue> (*make)();
};

template <typename Made>
std::unique_ptr<Venue> make()
{
    return std::make_unique<Made>();
}

constexpr Entry entries[]{
    {"binance", make<BinanceVenue>},
    {"binance-futures", make<BinanceFuturesVenue>},
    {"bybit", make<BybitVenue>},
    {"okx", make<OkxVenue>},
    {"coinbase", make<CoinbaseVenue>},
    {"kraken", make<KrakenVenue>},
    {"bitstamp", make<BitstampVenue>},
    {"bitview", make<BitviewVenue>},
    {"bitcoin-data", make<BitcoinDataVenue>},
    {"glassnode", make<GlassnodeVenue>},
    {"cryptoquant", make<CryptoquantVenue>},
    {"deribit", make<DeribitVenue>},
    {"coinglass", make<CoinglassVenue>},
    {"sosovalue", make<SosovalueVenue>},
    {"coinmetrics", make<CoinmetricsVenue>},
    {"mof", make<MofVenue>},
    {"treasury", make<TreasuryVenue>},
    {"fred", make<FredVenue>},
    {"alternative", make<AlternativeVenue>},
};

} // namespace

QStringList standInProviders()
{
    QStringList names;
    for (const Entry& entry : entries)
        names.append(QLatin1String(entry.provider));
    return names;
}

std::unique_ptr<Venue> makeVenue(const QString& provider)
{
    for (const Entry& entry : entries) {
        if (provider == QLatin1String(entry.provider))
            return entry.make();
    }
    return nullptr;
}

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candlelayout.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

struct Named {
    QByteArrayView name;
    CandleColumn column;
};

constexpr auto namedColumns = std::to_array<Named>({
    {"open", CandleColumn::Open},
    {"high", CandleColumn::High},
    {"low", CandleColumn::Low},
    {"close", CandleColumn::Close},
    {"volume", CandleColumn::Volume},
    {"vol", CandleColumn::Volume},
    {"base_volume", CandleColumn::Volume},
    {"volume_base", CandleColumn::Volume},
    {"quote_volume", CandleColumn::QuoteVolume},
    {"volume_quote", CandleColumn::QuoteVolume},
    {"quote_asset_volume", CandleColumn::QuoteVolume},
    {"volume_(currency)", CandleColumn::QuoteVolume},
    {"taker_buy_quote", CandleColumn::TakerBuyQuote},
    {"taker_buy_quote_volume", CandleColumn::TakerBuyQuote},
    {"taker_buy_quote_asset_volume", CandleColumn::TakerBuyQuote},
    {"trades", CandleColumn::Trades},
    {"count", CandleColumn::Trades},
    {"trade_count", CandleColumn::Trades},
    {"tradecount", CandleColumn::Trades},
    {"num_trades", CandleColumn::Trades},
    {"number_of_trades", CandleColumn::Trades},
    {"close_time", CandleColumn::CloseTime},
    {"close_time_ms", CandleColumn::CloseTime},
    {"close_time_us", CandleColumn::CloseTime},
    {"symbol", CandleColumn::Symbol},
    {"ticker", CandleColumn::Symbol},
    {"pair", CandleColumn::Symbol},
});

// The first that a header has is the time: an epoch before a text.
constexpr auto timeNames =
    std::to_array<QByteArrayView>({"unix", "open_time", "timestamp", "time", "datetime", "date"});

std::optional<std::size_t> timeColumn(const std::vector<QByteArray>& names)
{
    for (const auto time : timeNames) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const QByteArray name = normalName(names[i]);
            if (name == time || name == time.toByteArray() + "_ms" || name == time.toByteArray() + "_us")
                return i;
        }
    }
    return std::nullopt;
}

CandleColumn columnNamed(const QByteArray& name)
{
    const auto found = std::find_if(namedColumns.begin(), namedColumns.end(),
                                    [&](const Named& n) { return n.name == name; });
    return found == namedColumns.end() ? CandleColumn::Ignored : found->column;
}

const QStringList& quoteCurrencies()
{
    static const QStringList all{
        QStringLiteral("USDT"), QStringLiteral("FDUSD"), QStringLiteral("USDC"), QStringLiteral("BUSD"),
        QStringLiteral("TUSD"), QStringLiteral("USDE"),  QStringLiteral("USD"),  QStringLiteral("EUR"),
        QStringLiteral("GBP"),  QStringLiteral("JPY"),   QStringLiteral("KRW"),  QStringLiteral("CHF"),
        QStringLiteral("AUD"),  QStringLiteral("CAD"),   QStringLiteral("TRY"),  QStringLiteral("BRL"),
        QStringLiteral("DAI"),  QStringLiteral("BTC"),   QStringLiteral("ETH"),  QStringLiteral("BNB")};
    return all;
}

/// `Volume BTC,Volume USDT`: of two the second is in the quote currency; of one, its symbol tells.
void placeNamedVolumes(const std::vector<QByteArray>& names, CandleLayout& layout)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QByteArray name = normalName(names[i]);
        if (layout.columns[i] == CandleColumn::Ignored &&
            (name.startsWith("volume_") || name.startsWith("volume(")))
            places.push_back(i);
    }
    if (layout.has(CandleColumn::Volume) || places.empty() || places.size() > 2)
        return;
    const auto isQuote = [&](std::size_t place) {
        const QString unit =
            QString::fromLatin1(normalName(names[place]).sliced(7)).remove(QLatin1Char(')')).toUpper();
        const qsizetype rank = quoteCurrencies().indexOf(unit);
        return rank >= 0 && unit != QStringLiteral("BTC") && unit != QStringLiteral("ETH") &&
               unit != QStringLiteral("BNB");
    };
    if (places.size() == 2) {
        const bool isReversed = isQuote(places[0]) && !isQuote(places[1]);
        layout.columns[places[0]] = isReversed ? CandleColumn::QuoteVolume : CandleColumn::Volume;
        if (!layout.has(CandleColumn::QuoteVolume) || isReversed)
            layout.columns[places[1]] = isReversed ? CandleColumn::Volume : CandleColumn::QuoteVolume;
    } else if (isQuote(places[0]) && !layout.has(CandleColumn::QuoteVolume)) {
        layout.columns[places[0]] = CandleColumn::QuoteVolume;
    } else if (!isQuote(places[0])) {
        layout.columns[places[0]] = CandleColumn::Volume;
    }
}

} // namespace

bool CandleLayout::has(CandleColumn column) const
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool CandleLayout::isComplete() const
{
    return has(CandleColumn::Time) && has(CandleColumn::Open) && has(CandleColumn::High) &&
           has(CandleColumn::Low) && has(CandleColumn::Close);
}

CandleLayout layoutByNames(const std::vector<QByteArray>& names, char separator, qint64 headerLine)
{
    CandleLayout layout{.separator = separator, .firstLine = headerLine + 1, .columns = {}};
    for (const auto& name : names) {
        const CandleColumn column = columnNamed(normalName(name));
        layout.columns.push_back(layout.has(column) ? CandleColumn::Ignored : column);
    }
    if (const auto time = timeColumn(names))
        layout.columns[*time] = CandleColumn::Time;
    placeNamedVolumes(names, layout);
    return layout;
}

QString quoteCurrency(const QString& instrument)
{
    const QString symbol = instrument.section(QLatin1Char(':'), -1).toUpper().remove(QStringLiteral("-SWAP"));
    for (const QString& currency : quoteCurrencies()) {
        if (symbol.endsWith(currency) && symbol.size() > currency.size())
            return currency;
    }
    return {};
}

} // namespace holdline

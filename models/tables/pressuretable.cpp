// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/pressuretable.h"

#include "models/foundation/numbertext.h"

namespace holdline {

namespace {

std::optional<double> coinsBtc(const Pressure& row)
{
    return row.coins ? std::optional(row.coins->btc) : std::nullopt;
}

/// Coins are worth the level's price when it is reached.
std::optional<double> usd(std::optional<double> btc, Price at)
{
    return btc ? std::optional(*btc * at.toDouble()) : std::nullopt;
}

QString btcText(std::optional<double> btc)
{
    return btc ? numberText(*btc, 0) : QString();
}

QString usdText(std::optional<double> usd)
{
    return usd ? moneyText(*usd) : QString();
}

QString bandsText(const Pressure& row)
{
    QStringList names;
    for (const QString& band : row.bands)
        names.append(bandTitle(band));
    return names.join(QStringLiteral(", "));
}

} // namespace

const std::vector<TableColumn>& PressureTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Resistance")},
        {tr("Price"), true, tr("Upper edge of the level")},
        {tr("Bands"), false, tr("Ages whose average holder is under water now and even there")},
        {tr("Supply"), true, tr("BTC in these bands")},
        {tr("Supply $"), true, tr("BTC in these bands at the level's price, in US dollars")},
        {tr("Coins"), true,
         tr("BTC that last moved between the price and the level, by the cost distribution")},
        {tr("Coins $"), true, tr("These coins at the level's price, in US dollars")}};
    return all;
}

QString PressureTable::text(const Pressure& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case LevelColumn:
        return row.levelName;
    case PriceColumn:
        return priceText(row.at.toDouble());
    case BandsColumn:
        return bandsText(row);
    case BandsBtcColumn:
        return btcText(row.bandsBtc);
    case BandsUsdColumn:
        return usdText(usd(row.bandsBtc, row.at));
    case CoinsColumn:
        return btcText(coinsBtc(row));
    case CoinsUsdColumn:
        return usdText(usd(coinsBtc(row), row.at));
    }
    return {};
}

QVariant PressureTable::raw(const Pressure& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case PriceColumn:
        return row.at.toDouble();
    case BandsBtcColumn:
        return rawOf(row.bandsBtc);
    case BandsUsdColumn:
        return rawOf(usd(row.bandsBtc, row.at));
    case CoinsColumn:
        return rawOf(coinsBtc(row));
    case CoinsUsdColumn:
        return rawOf(usd(coinsBtc(row), row.at));
    case LevelColumn:
    case BandsColumn:
        break;
    }
    const QString words = text(row, column);
    return words.isEmpty() ? QVariant() : QVariant(words);
}

QVariant PressureTable::extra(const Pressure& row, int column, int role) const
{
    if (role == LevelColourRole)
        return row.colourRole;
    if (role == OwnColourRole)
        return row.ownColour;
    if (role == ToneRole && column == BandsColumn)
        return static_cast<int>(Tone::Dim);
    if (role == Qt::ToolTipRole && column == CoinsColumn && row.coins && row.coins->halfKnownBtc > 0)
        return tr("%1 BTC of them lie in price steps that are only partly between")
            .arg(numberText(row.coins->halfKnownBtc, 0));
    if (role == Qt::ToolTipRole && (column == BandsColumn || column == BandsBtcColumn) && !row.bands.empty())
        return row.definition.isEmpty() ? row.source : tr("%1, %2").arg(row.source, row.definition);
    return {};
}

} // namespace holdline

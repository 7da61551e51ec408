// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/january2026.h"

#include <cstddef>

#include "resources/episodes/generator/altcoins.h"
#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/flows.h"
#include "resources/episodes/generator/liquidations.h"
#include "resources/episodes/generator/manifest.h"
#include "resources/episodes/generator/marks.h"

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t seed = 20260121;

struct Digits {
    int price;
    int volume;
};

QByteArray candleTable(const std::vector<Bar>& bars, const std::vector<Turnover>& turnover, int minutes,
                       Digits digits)
{
    QByteArray table = "time,open,high,low,close,volume,quote_volume,taker_buy_quote,trades\n";
    for (std::size_t i = 0; i < bars.size(); ++i) {
        table += minuteText(timeOf(static_cast<int>(i) * minutes));
        for (const std::int64_t price : {bars[i].open, bars[i].high, bars[i].low, bars[i].close})
            table += ',' + fixedText(price, digits.price);
        table += ',' + fixedText(turnover[i].volume, digits.volume) + ',' +
                 fixedText(turnover[i].quoteCents, 2) + ',' +
                 QByteArray::number(qint64{turnover[i].takerBuy}) + ',' +
                 QByteArray::number(qint64{turnover[i].trades}) + '\n';
    }
    return table;
}

/// Minutes summed over five: twelve thousand rows are read at once, sixty thousand are not.
QByteArray liquidationTable(const std::vector<Closed>& closed)
{
    constexpr std::size_t minutes = 5;
    std::vector<SampleRow> rows;
    for (std::size_t i = 0; i < closed.size(); i += minutes) {
        Closed sum;
        for (std::size_t k = i; k < i + minutes; ++k) {
            sum.longUsd += closed[k].longUsd;
            sum.shortUsd += closed[k].shortUsd;
        }
        const UtcTime from = timeOf(static_cast<int>(i));
        const UtcTime to = timeOf(static_cast<int>(i + minutes));
        rows.push_back({from, to, to, {sum.longUsd, sum.shortUsd}});
    }
    return sampleTable("long_usd,short_usd", rows, 0);
}

} // namespace

std::vector<Member> makeJanuary2026()
{
    const Liveliness liveliness = makeLiveliness(seed);
    const std::vector<Bar> bars = makePricePath(liveliness, seed + 1);
    const std::vector<Turnover> turnover = makeTurnover(liveliness, bars, seed + 2);
    std::vector<Member> members{{u"manifest.json"_s, manifestDocument()},
                                {u"events.json"_s, eventsDocument()},
                                {u"levels.json"_s, levelsDocument()},
                                {u"price-btcusdt.csv"_s, candleTable(bars, turnover, 1, {2, 5})}};
    for (const Altcoin& coin : makeAltcoins(liveliness, bars, turnover, seed + 3)) {
        members.push_back(
            {u"price-%1usdt.csv"_s.arg(QString::fromLatin1(coin.symbol).toLower()),
             candleTable(coin.bars, coin.turnover, altcoinMinutes, {coin.priceDigits, coin.volumeDigits})});
    }
    members.push_back(
        {u"liquidations-coinglass.csv"_s, liquidationTable(makeLiquidations(liveliness, bars, seed + 10))});
    members.push_back({u"whales-cryptoquant.csv"_s, whaleTable()});
    members.push_back({u"etf-btc.csv"_s, etfTable(seed + 11)});
    members.push_back({u"options-put-call.csv"_s, putCallTable()});
    members.push_back({u"macro-jgb20-bid-to-cover.csv"_s, auctionTable()});
    members.push_back({u"macro-japan-insurers-bonds.csv"_s, insurerTable()});
    members.push_back({u"cohorts.csv"_s, cohortTable()});
    return members;
}

} // namespace holdline

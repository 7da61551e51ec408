// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/citations.h"
#include "resources/episodes/generator/flows.h"
#include "resources/episodes/generator/table.h"

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

/// What the series of one file share.
struct Origin {
    QString file;
    QString kind;
    QString unit;
    QString source;
    QString definition;
    bool isReconstruction;
    QStringList citations;
};

QJsonObject series(const Origin& origin, const QString& name)
{
    return {{u"file"_s, origin.file},
            {u"kind"_s, origin.kind},
            {u"name"_s, name},
            {u"unit"_s, origin.unit},
            {u"source"_s, origin.source},
            {u"definition"_s, origin.definition},
            {u"reconstruction"_s, origin.isReconstruction},
            {u"citations"_s, QJsonArray::fromStringList(origin.citations)}};
}

QJsonObject candles(const Origin& origin, const QString& name, int minutes)
{
    QJsonObject object = series(origin, name);
    object.insert(u"intervalMinutes"_s, minutes);
    return object;
}

/// `table` names the column of the file, `column` that of the series.
QJsonObject samples(const Origin& origin, const QString& name, const QString& table,
                    const QString& column = u"value"_s)
{
    QJsonObject object = series(origin, name);
    object.insert(u"table"_s, table);
    object.insert(u"column"_s, column);
    return object;
}

void addPrices(QJsonArray& all)
{
    const Origin bitcoin{
        u"price-btcusdt.csv"_s,
        u"candles"_s,
        u"USDT"_s,
        u"reconstruction; figures by CryptoSlate and CryptoQuant"_s,
        u"reconstruction between published figures: opening of 2026, closes of 16, 20 and 21 January, "
        "low of 21 January, net taker volume of 16 and 20 January"_s,
        true,
        {u"opening-2026"_s, u"above-95000"_s, u"loss-of-90000"_s, u"session-low"_s, u"taker-2026-01-16"_s,
         u"taker-2026-01-20"_s}};
    all.append(candles(bitcoin, u"price/binance:BTCUSDT"_s, 1));
    for (const QString& symbol : {u"ETH"_s, u"XRP"_s, u"ADA"_s, u"SOL"_s}) {
        const Origin coin{u"price-%1usdt.csv"_s.arg(symbol.toLower()),
                          u"candles"_s,
                          u"USDT"_s,
                          u"reconstruction; direction by CryptoSlate"_s,
                          u"reconstruction: falls with bitcoin from 18 to 21 January"_s,
                          true,
                          {u"altcoins"_s}};
        all.append(candles(coin, u"price/binance:%1USDT"_s.arg(symbol), 15));
    }
}

void addDerivatives(QJsonArray& all)
{
    const Origin liquidations{u"liquidations-coinglass.csv"_s,
                              u"samples"_s,
                              u"USD"_s,
                              u"reconstruction; 48-hour sum by CoinGlass"_s,
                              u"reconstruction of five-minute sums; all venues; longs of the 48 hours to "
                              "2026-01-21T06:00Z as published"_s,
                              true,
                              {u"longs-48h"_s}};
    for (const QString& column : {u"long_usd"_s, u"short_usd"_s})
        all.append(samples(liquidations, u"liquidations/coinglass"_s, column, column));
    const Origin options{
        u"options-put-call.csv"_s,
        u"samples"_s,
        QString(),
        u"reconstruction; side by Matrixport"_s,
        u"reconstruction of the open-interest ratio; that puts are ahead is published, the number is "
        "not"_s,
        true,
        {u"puts-ahead"_s}};
    all.append(samples(options, u"options/put_call"_s, u"put_call"_s));
}

void addFlows(QJsonArray& all)
{
    const Origin whales{u"whales-cryptoquant.csv"_s,
                        u"samples"_s,
                        u"USD"_s,
                        u"reconstruction; 15 and 20 January by CryptoQuant Whale Screener"_s,
                        u"reconstruction of deposits of large holders to exchanges by UTC day"_s,
                        true,
                        {u"whales-2026-01-15"_s, u"whales-2026-01-20"_s}};
    all.append(samples(whales, u"whales/cryptoquant"_s, u"deposits"_s));
    const Origin etf{u"etf-btc.csv"_s,
                     u"samples"_s,
                     u"USD"_s,
                     u"reconstruction; sums of 16 and 20 January by SoSoValue"_s,
                     u"reconstruction of net flows by New York session; 12 US spot funds"_s,
                     true,
                     {u"etf-two-sessions"_s}};
    for (const QString& fund : QString::fromLatin1(fundTickers).split(u','))
        all.append(samples(etf, u"etf/btc/"_s + fund, fund));
    all.append(samples(etf, u"etf/btc/total"_s, u"total"_s));
}

void addMacro(QJsonArray& all)
{
    const Origin auction{u"macro-jgb20-bid-to-cover.csv"_s,
                         u"samples"_s,
                         QString(),
                         u"Japan Ministry of Finance, reported by CryptoSlate, 2026-01-21"_s,
                         u"bid-to-cover of 20-year auctions"_s,
                         false,
                         {u"jgb20-bid-to-cover"_s}};
    all.append(samples(auction, u"macro/jgb20_bid_to_cover"_s, u"bid_to_cover"_s));
    const Origin insurers{
        u"macro-japan-insurers-bonds.csv"_s,
        u"samples"_s,
        u"USD"_s,
        u"reconstruction; December 2025 by The Kobeissi Letter"_s,
        u"net purchases of bonds of ten years and more by month; December, the row of five months "
        "and the beginning of the records in 2004 are published, the other months are a "
        "reconstruction"_s,
        true,
        {u"insurers-december"_s}};
    all.append(samples(insurers, u"macro/japan_insurers_bonds"_s, u"net_purchases"_s));
}

void addCohorts(QJsonArray& all)
{
    const auto add = [&all](const QString& band, const QString& citation, const QString& definition) {
        const Origin origin{
            u"cohorts.csv"_s, u"samples"_s,
            u"USD"_s,         u"CryptoQuant, Axel Adler Jr., reported by CryptoSlate, 2026-01-21"_s,
            definition,       false,
            {citation}};
        all.append(samples(origin, u"cohort/"_s + band, band, u"cost_basis"_s));
    };
    add(u"1d-1w"_s, u"defense-band"_s,
        u"coins last moved 1 day to 1 week ago; lower edge of the published band"_s);
    add(u"1w-1m"_s, u"defense-band"_s,
        u"coins last moved 1 week to 1 month ago; upper edge of the published band"_s);
    add(u"1m-3m"_s, u"resistance-1m-3m"_s, u"coins last moved 1 to 3 months ago"_s);
    add(u"sth"_s, u"resistance-sth"_s, u"realized price of all short-term holders"_s);
}

QJsonObject gap(const QString& name, const QString& column, UtcTime from, UtcTime to, const QString& reason)
{
    return {{u"name"_s, name},
            {u"column"_s, column},
            {u"from"_s, QString::fromLatin1(minuteText(from))},
            {u"to"_s, QString::fromLatin1(minuteText(to))},
            {u"state"_s, u"never"_s},
            {u"reason"_s, reason}};
}

QJsonArray gaps()
{
    using std::chrono::sys_days;
    using std::chrono::year;
    QJsonArray all{gap(u"macro/japan_insurers_bonds"_s, u"value"_s, sys_days{year{2004} / 2 / 1},
                       sys_days{year{2025} / 6 / 1}, u"not part of the episode"_s)};
    for (const QString& band : {u"1d-1w"_s, u"1w-1m"_s, u"1m-3m"_s, u"sth"_s}) {
        const QString reason = u"published for 20 January only"_s;
        all.append(gap(u"cohort/"_s + band, u"cost_basis"_s, episodeBegin, timeOf(1, 20, 0, 0), reason));
        all.append(
            gap(u"cohort/"_s + band, u"cost_basis"_s, timeOf(1, 21, 0, 0), timeOf(episodeMinutes), reason));
    }
    return all;
}

} // namespace

QByteArray manifestDocument()
{
    QJsonArray all;
    addPrices(all);
    addDerivatives(all);
    addFlows(all);
    addMacro(all);
    addCohorts(all);
    const QJsonObject events{{u"file"_s, u"events.json"_s},
                             {u"name"_s, u"events/january-2026"_s},
                             {u"source"_s, u"CryptoSlate, 2026-01-21, and public calendars"_s},
                             {u"definition"_s, u"events and published notes; each note names its source"_s}};
    return QJsonDocument(QJsonObject{{u"version"_s, 1},
                                     {u"name"_s, u"january-2026"_s},
                                     {u"from"_s, QString::fromLatin1(minuteText(episodeBegin))},
                                     {u"to"_s, QString::fromLatin1(minuteText(timeOf(episodeMinutes)))},
                                     {u"series"_s, all},
                                     {u"gaps"_s, gaps()},
                                     {u"events"_s, events},
                                     {u"levels"_s, u"levels.json"_s},
                                     {u"citations"_s, citations()}})
        .toJson();
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/briefjson.h"
#include "models/views/cardfigures.h"
#include "models/views/numberrows.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

void addLedger(NumberRows& rows, const LevelLedger& ledger)
{
    rows.add(u"touches"_s, std::optional(static_cast<qint64>(ledger.touches.size())));
    rows.add(u"closes_beyond"_s, ledger.closesBeyond);
    rows.add(u"inside_seconds"_s,
             std::optional(qint64{std::chrono::duration_cast<std::chrono::seconds>(ledger.inside).count()}));
    rows.add(u"deepest_wick"_s, ledger.deepestWick, u"USD"_s);
    rows.add(u"long_usd"_s, ledger.longUsd, u"USD"_s);
    rows.add(u"short_usd"_s, ledger.shortUsd, u"USD"_s);
    rows.add(u"net_taker_usd"_s, ledger.netTakerUsd, u"USD"_s);
}

void addPressures(NumberRows& rows, const std::vector<Pressure>& pressures)
{
    for (const Pressure& pressure : pressures) {
        rows.begin(pressure.levelId, sourceWords(pressure.source, pressure.definition));
        rows.add(u"at"_s, std::optional(pressure.at), u"USD"_s);
        rows.add(u"bands_btc"_s, pressure.bandsBtc, u"BTC"_s);
        rows.add(u"coins_btc"_s, pressure.coins ? std::optional(pressure.coins->btc) : std::nullopt,
                 u"BTC"_s);
    }
}

/// Most events have none of these.
void addKnown(NumberRows& rows, const QString& column, std::optional<Amount> value, const QString& unit)
{
    if (value)
        rows.add(column, value, unit);
}

/// Words as they are, anything else as JSON has it.
QByteArray readingCell(const ReadingValue& value)
{
    const auto* const text = std::get_if<QString>(&value);
    const auto* const time = std::get_if<UtcTime>(&value);
    if (text)
        return text->toUtf8();
    return time ? toIso(*time).toLatin1() : jsonOf(value);
}

QString seriesWords(const SeriesKey& key)
{
    return key.column == u"value"_s ? key.name : key.name + u':' + key.column;
}

} // namespace

CardNumbers levelNumbers(const CardFacts& facts)
{
    NumberRows rows;
    for (const LevelDistance& row : facts.data.levels) {
        const Level& level = row.level.level;
        rows.begin(level.id, sourceWords(level.source, level.definition));
        rows.add(u"low"_s, std::optional(level.low), u"USD"_s);
        rows.add(u"high"_s, std::optional(level.high), u"USD"_s);
        rows.add(u"distance_pct"_s, row.distancePct, u"pct"_s);
        rows.add(u"state"_s, row.state);
        rows.add(u"since"_s, row.since);
        if (row.ledger)
            addLedger(rows, *row.ledger);
    }
    return rows.take();
}

CardNumbers briefNumbers(const CardFacts& facts)
{
    NumberRows rows;
    if (!facts.data.brief)
        return {};
    for (const MarketReading& reading : facts.data.brief->readings) {
        rows.begin(reading.id, sourceWords(reading.origin.source, reading.origin.definition), reading.at);
        rows.setKnownAt(reading.knownAt);
        rows.add(u"value"_s, readingCell(reading.value), reading.unit);
    }
    return rows.take();
}

CardNumbers holderNumbers(const CardFacts& facts)
{
    NumberRows rows;
    for (const HolderCohort& holder : facts.data.holders) {
        const CohortBasis& basis = holder.basis;
        if (!holder.isChosen || !basis.costBasis)
            continue;
        rows.begin(basis.band, sourceWords(basis.source, basis.definition), basis.asOf);
        rows.add(u"supply_btc"_s, basis.supply, u"BTC"_s);
        rows.add(u"cost_basis"_s, basis.costBasis, u"USD"_s);
        rows.add(u"unrealized_pct"_s, basis.unrealizedPct, u"pct"_s);
        rows.add(u"unrealized_usd"_s, holder.unrealizedUsd, u"USD"_s);
        rows.add(u"week_change_pct"_s, holder.weekChangePct, u"pct"_s);
    }
    addPressures(rows, facts.data.pressures);
    return rows.take();
}

CardNumbers alertNumbers(const CardFacts& facts)
{
    NumberRows rows;
    for (const Alert& alert : facts.alerts.alerts) {
        rows.begin(alert.id);
        rows.add(u"name"_s, alert.name);
        rows.add(u"on"_s, alert.isOn ? u"yes"_s : u"no"_s);
    }
    for (const LoggedFiring& logged : facts.alerts.log) {
        rows.begin(logged.firing.alert, {}, logged.firing.at);
        rows.setKnownAt(logged.toldAt);
        rows.add(u"fired"_s, logged.firing.words);
    }
    return rows.take();
}

CardNumbers eventNumbers(const CardFacts& facts)
{
    NumberRows rows;
    for (const Event& event : facts.data.events) {
        rows.begin(event.id, event.note, event.time);
        rows.setKnownAt(event.knownAt);
        rows.add(u"title"_s, event.title);
        rows.add(u"importance"_s, toText(event.importance));
        rows.add(u"time"_s, event.time);
        addKnown(rows, u"actual"_s, event.actual, event.unit);
        addKnown(rows, u"prior"_s, event.prior, event.unit);
        addKnown(rows, u"forecast"_s, event.forecast, event.unit);
    }
    return rows.take();
}

CardNumbers candleNumbers(const CardFacts& facts)
{
    const QString source = priceSourceOf(facts.data);
    NumberRows rows;
    for (auto candle = facts.data.candles.rbegin(); candle != facts.data.candles.rend(); ++candle) {
        rows.begin(candle->openTime, source);
        rows.add(u"open"_s, std::optional(candle->open), u"USD"_s);
        rows.add(u"high"_s, std::optional(candle->high), u"USD"_s);
        rows.add(u"low"_s, std::optional(candle->low), u"USD"_s);
        rows.add(u"close"_s, std::optional(candle->close), u"USD"_s);
        rows.add(u"volume"_s, candle->volume, u"BTC"_s);
    }
    return rows.take();
}

CardNumbers sourceNumbers(const CardFacts& facts)
{
    NumberRows rows;
    for (const SourceEntry& entry : facts.data.sources) {
        rows.begin(seriesWords(entry.series.key),
                   sourceWords(entry.series.key.source, entry.series.key.definition));
        rows.add(u"rows"_s, std::optional(entry.extent.rows));
        rows.add(u"gaps"_s, std::optional(entry.extent.gaps));
        if (entry.extent.rows == 0)
            continue;
        rows.add(u"from"_s, entry.extent.range.from);
        rows.add(u"to"_s, entry.extent.range.to);
    }
    return rows.take();
}

} // namespace holdline

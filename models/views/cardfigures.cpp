// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cardfigures.h"

#include "models/cohorts/agebands.h"
#include "models/views/numberrows.h"

#include <QSet>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

const QString inUsd = u"USD"_s;
const QString inBtc = u"BTC"_s;
const QString inPct = u"pct"_s;

void addPrice(NumberRows& rows, const CardData& data)
{
    rows.begin(u"price"_s, priceSourceOf(data));
    rows.add(u"last"_s, data.price, inUsd);
}

/// A step has a corner at its beginning and one at its end; the first says it all.
void addSteps(NumberRows& rows, const HistoryLine& line, const QString& column, const QString& unit)
{
    const QString source = sourceWords(line.source, line.definition);
    for (const StepRun& run : line.runs)
        for (std::size_t i = 0; i < run.size(); i += 2) {
            rows.begin(fromMsecs(run[i].msecs), source);
            rows.add(column, std::optional(run[i].value), unit);
        }
}

void addPriceCloses(NumberRows& rows, const CardData& data)
{
    const QString source = priceSourceOf(data);
    for (const StepRun& run : data.history.price.runs)
        for (const TimedValue& close : run) {
            rows.begin(fromMsecs(close.msecs), source);
            rows.add(u"price"_s, std::optional(close.value), inUsd);
        }
}

/// `1h`, `24h`, …
QString spanName(Span span)
{
    return u"%1h"_s.arg(std::chrono::duration_cast<std::chrono::hours>(span).count());
}

void addQuartiles(NumberRows& rows, const QString& name, const StudySummary& summary, const QString& unit)
{
    rows.add(name + u"_count"_s, std::optional(qint64{summary.count}));
    rows.add(name + u"_q1"_s, summary.lowerQuartile, unit);
    rows.add(name + u"_median"_s, summary.median, unit);
    rows.add(name + u"_q3"_s, summary.upperQuartile, unit);
}

void addSummaries(NumberRows& rows, const EventStudy& study, const QString& source)
{
    static const std::array<QString, studyFlowCount> flows{u"long_liquidations"_s, u"net_taker"_s,
                                                           u"fund_flow"_s};
    for (std::size_t span = 0; span < studySpans.size(); ++span) {
        rows.begin(u"after "_s + spanName(studySpans[span]), source);
        addQuartiles(rows, u"price"_s, study.price[span], inPct);
        for (std::size_t flow = 0; flow < flows.size(); ++flow)
            addQuartiles(rows, flows[flow], study.flows[span][flow], inUsd);
    }
}

void addFan(NumberRows& rows, const EventStudy& study, const QString& source)
{
    for (std::size_t hour = 0; hour < study.fan.size(); ++hour) {
        const FanStep& step = study.fan[hour];
        rows.begin(u"hour %1"_s.arg(hour), source);
        rows.add(u"count"_s, std::optional(qint64{step.count}));
        rows.add(u"q1"_s, step.lowerQuartile, inPct);
        rows.add(u"median"_s, step.median, inPct);
        rows.add(u"q3"_s, step.upperQuartile, inPct);
    }
}

void addCases(NumberRows& rows, const EventStudy& study, const QString& source)
{
    for (const StudyRow& row : study.rows) {
        rows.begin(row.occurrence.at, source);
        for (std::size_t span = 0; span < studySpans.size(); ++span)
            rows.add(u"price_"_s + spanName(studySpans[span]), row.priceChangePct[span], inPct);
    }
}

void addPictureLevels(NumberRows& rows, const PictureData& picture)
{
    for (const LevelData& level : picture.levels) {
        rows.begin(level.level.id, sourceWords(level.level.source, level.level.definition));
        rows.add(u"low"_s, std::optional(level.level.low), inUsd);
        rows.add(u"high"_s, std::optional(level.level.high), inUsd);
    }
}

void addPairs(NumberRows& rows, const CorrelationTable& table, std::size_t length)
{
    const auto& matrix = table.sets[length].matrix;
    for (std::size_t a = 1; a < matrix.size(); ++a)
        for (std::size_t b = a + 1; b < matrix[a].size(); ++b) {
            if (!matrix[a][b])
                continue;
            QStringList sources{table.markets[a].source, table.markets[b].source};
            sources.removeDuplicates();
            rows.begin(matrix[a][b]->date, sources.join(u"; "_s));
            rows.add(u"%1_%2_%3d"_s.arg(table.markets[a].name, table.markets[b].name)
                         .arg(correlationLengths[length]),
                     std::optional(matrix[a][b]->value));
        }
}

} // namespace

QString priceSourceOf(const CardData& data)
{
    for (const SourceEntry& entry : data.sources)
        if (entry.series.key.name == u"price/"_s + data.instrument)
            return sourceWords(entry.series.key.source, entry.series.key.definition);
    return data.history.price.source;
}

CardNumbers flowNumbers(const CardFacts& facts)
{
    const FundFlows& flows = facts.data.flows;
    const QString source = sourceWords(flows.source, flows.definition);
    NumberRows rows;
    for (const FlowSession& session : flows.sessions) {
        rows.begin(session.date.toString(Qt::ISODate), source, session.range.from);
        for (std::size_t fund = 0; fund < flows.funds.size(); ++fund)
            rows.add(flows.funds[fund], session.flow[fund], inUsd);
        rows.add(u"total"_s, session.total, inUsd);
    }
    return rows.take();
}

CardNumbers cohortNumbers(const CardFacts& facts)
{
    NumberRows rows;
    addPrice(rows, facts.data);
    for (const CohortBasis& cohort : facts.data.cohorts) {
        rows.begin(cohort.band, sourceWords(cohort.source, cohort.definition), cohort.asOf);
        rows.add(u"cost_basis"_s, cohort.costBasis, inUsd);
        rows.add(u"unrealized_pct"_s, cohort.unrealizedPct, inPct);
        rows.add(u"supply_btc"_s, cohort.supply, inBtc);
    }
    return rows.take();
}

CardNumbers basisNumbers(const CardFacts& facts)
{
    NumberRows rows;
    const QStringList bands = chosenBands(facts.choice);
    for (const HistoryLine& line : facts.data.history.bases)
        if (bands.contains(line.name))
            addSteps(rows, line, line.name, inUsd);
    addPriceCloses(rows, facts.data);
    return rows.take();
}

CardNumbers lossNumbers(const CardFacts& facts)
{
    NumberRows rows;
    addSteps(rows, facts.data.history.lossShare, u"loss_share"_s, {});
    for (const HistoryLine& line : facts.data.history.sopr)
        addSteps(rows, line, u"sopr_"_s + line.name, {});
    return rows.take();
}

CardNumbers costNumbers(const CardFacts& facts)
{
    NumberRows rows;
    if (!facts.data.costs)
        return {};
    addPrice(rows, facts.data);
    const CostDistribution& costs = *facts.data.costs;
    const QString source = sourceWords(costs.source, costs.definition);
    for (const CostBucket& bucket : costs.buckets) {
        rows.begin(QString::fromLatin1(bucket.low.toText() + ".." + bucket.high.toText()), source,
                   costs.asOf);
        rows.add(u"coins"_s, std::optional(bucket.btc), inBtc);
    }
    return rows.take();
}

CardNumbers watchNumbers(const CardFacts& facts)
{
    NumberRows rows;
    for (const IndexedLine& line : facts.data.watch) {
        for (const TimedValue& point : line.points) {
            rows.begin(fromMsecs(point.msecs), line.source);
            rows.add(line.symbol, std::optional(point.value), u"index"_s);
        }
        rows.begin(line.symbol, line.source);
        rows.add(u"change_pct"_s, line.changePct, inPct);
    }
    return rows.take();
}

CardNumbers correlationNumbers(const CardFacts& facts)
{
    if (!facts.data.correlations || facts.data.correlations->isEmpty())
        return {};
    NumberRows rows;
    const CorrelationTable& table = *facts.data.correlations;
    const std::size_t length = chosenLength(facts.choice);
    for (const CorrelationLine& line : table.sets[length].lines)
        for (const StepRun& run : line.runs)
            for (const TimedValue& point : run) {
                rows.begin(fromMsecs(point.msecs), line.market.source);
                rows.add(u"btc_%1_%2d"_s.arg(line.market.name).arg(correlationLengths[length]),
                         std::optional(point.value));
            }
    addPairs(rows, table, length);
    return rows.take();
}

CardNumbers studyNumbers(const CardFacts& facts)
{
    if (!facts.study || facts.study->second.hasError() || facts.study->second.value().rows.empty())
        return {};
    const EventStudy& study = facts.study->second.value();
    const QString source = priceSourceOf(facts.data);
    NumberRows rows;
    addSummaries(rows, study, source);
    addFan(rows, study, source);
    addCases(rows, study, source);
    return rows.take();
}

CardNumbers pictureNumbers(const CardFacts& facts)
{
    const PictureData& picture = facts.data.picture;
    const QString source = priceSourceOf(facts.data);
    NumberRows rows;
    for (const Candle& candle : picture.candles) {
        rows.begin(candle.openTime, source);
        rows.add(u"open"_s, std::optional(candle.open), inUsd);
        rows.add(u"high"_s, std::optional(candle.high), inUsd);
        rows.add(u"low"_s, std::optional(candle.low), inUsd);
        rows.add(u"close"_s, std::optional(candle.close), inUsd);
    }
    for (const LiquidationDay& day : picture.days) {
        rows.begin(day.day);
        rows.add(u"long_usd"_s, day.longUsd, inUsd);
        rows.add(u"short_usd"_s, day.shortUsd, inUsd);
    }
    addPictureLevels(rows, picture);
    return rows.take();
}

QStringList firstBands()
{
    return {u"1d-1w"_s, u"1w-1m"_s, u"1m-3m"_s, u"sth"_s};
}

QStringList chosenBands(const QString& words)
{
    QStringList bands;
    for (const QString& band : words.split(u','))
        if (cohortNames().contains(band))
            bands.append(band);
    return bands.isEmpty() ? firstBands() : bands;
}

QString bandsText(const QStringList& bands)
{
    const QStringList first = firstBands();
    const bool isFirst = QSet(bands.begin(), bands.end()) == QSet(first.begin(), first.end());
    return isFirst ? QString() : bands.join(u',');
}

std::size_t chosenLength(const QString& words)
{
    for (std::size_t number = 0; number < correlationLengths.size(); ++number)
        if (words == QString::number(correlationLengths[number]))
            return number;
    return 0;
}

} // namespace holdline

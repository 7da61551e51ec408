// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/alertreading.h"

#include "models/history/candlequery.h"
#include "models/history/judgedcloses.h"
#include "models/history/seriesquery.h"
#include "models/history/trackededges.h"
#include "models/levels/alertjson.h"
#include "models/levels/levelledger.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

constexpr Span touchPause = std::chrono::minutes{60};
constexpr Span valuesBefore = std::chrono::hours{24 * 7}; ///< in which the value before is looked for
constexpr int confirmation = 4;
constexpr QLatin1StringView pricePrefix("price/");

Error unseen(const QString& sentence)
{
    return {Error::Kind::Unavailable, sentence};
}

/// Figures that stand for a day of their own, each by itself news.
bool isDaily(const QString& series)
{
    return series.startsWith(QStringLiteral("etf/")) || series.startsWith(QStringLiteral("whales/"));
}

QString keyOf(const AlertCondition& condition)
{
    Alert alone;
    alone.conditions = {condition};
    return QString::fromUtf8(QJsonDocument(alertToJson(alone)).toJson(QJsonDocument::Compact));
}

UtcTime before(UtcTime time, Span span)
{
    return time - earliestTime > span ? time - span : earliestTime;
}

Amount amountOf(Price price)
{
    return {price.units};
}

/// What `query` prints under a column's name; absent where the candle does not have it.
std::optional<Amount> columnOf(const Candle& candle, const QString& column)
{
    const auto price = [](Price one) { return std::optional(amountOf(one)); };
    if (column == QStringLiteral("close"))
        return price(candle.close);
    if (column == QStringLiteral("open"))
        return price(candle.open);
    if (column == QStringLiteral("high"))
        return price(candle.high);
    if (column == QStringLiteral("low"))
        return price(candle.low);
    if (column == QStringLiteral("volume"))
        return candle.volume;
    if (column == QStringLiteral("quote_volume"))
        return candle.quoteVolume;
    if (column == QStringLiteral("taker_buy_quote"))
        return candle.takerBuyQuote;
    if (column == QStringLiteral("trades") && candle.trades)
        return Amount{*candle.trades * Int128(decimalUnits)};
    return std::nullopt;
}

std::vector<LedgerCandle> ledgerCandles(const std::vector<Candle>& candles)
{
    std::vector<LedgerCandle> some;
    some.reserve(candles.size());
    for (const Candle& candle : candles)
        some.push_back({candle.openTime, candle.low, candle.high, candle.close});
    return some;
}

Span longestWithin(std::span<const Alert> alerts)
{
    Span longest{0};
    for (const Alert& alert : alerts) {
        if (alert.isOn && alert.conditions.size() > 1)
            longest = std::max(longest, alert.within);
    }
    return longest;
}

} // namespace

Result<Done> AlertReading::begin(std::span<const Alert> alerts, const AlertQuestion& question)
{
    const auto levels = m_store.levels();
    if (levels.hasError())
        return levels.error();
    m_levels.clear();
    for (const Level& level : levels.value())
        m_levels.emplace(level.id, level);
    m_candles.clear();
    m_rows.clear();
    m_closes.clear();
    if (question.isFar)
        m_judged.clear();
    m_reach = before(question.from, longestWithin(alerts));
    return Done{};
}

/// Read once for all alerts of a look, with the hour before in which a touch may have been.
Result<const AlertReading::Candles*> AlertReading::candles(const QString& instrument,
                                                           const AlertQuestion& question)
{
    const auto known = m_candles.find(instrument);
    if (known != m_candles.end())
        return &known->second;
    const SeriesQuestion price{.name = pricePrefix + instrument,
                               .range = {before(m_reach, touchPause + oneMinute.length), latestTime}};
    const auto selection = selectSeries(m_store, price, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    Candles read;
    if (!intervalsOf(selection.value()).empty()) {
        const auto answer = visitCandles(m_store, selection.value(), price,
                                         [&](Interval given, std::span<const Candle> some) {
                                             read.interval = given;
                                             read.rows.insert(read.rows.end(), some.begin(), some.end());
                                             return true;
                                         });
        if (answer.hasError())
            return answer.error();
    }
    const auto open = question.openCandles.find(instrument);
    if (open != question.openCandles.end() && read.interval == oneMinute &&
        (read.rows.empty() || open->second.openTime > read.rows.back().openTime)) {
        read.rows.push_back(open->second);
        read.hasOpen = true;
    }
    return &m_candles.emplace(instrument, std::move(read)).first->second;
}

Result<std::vector<AlertMoment>> AlertReading::touches(const Level& level, const AlertQuestion& question)
{
    const auto read = candles(level.instrument, question);
    if (read.hasError())
        return read.error();
    if (read.value()->rows.empty())
        return unseen(QStringLiteral("No candles of %1 came lately.").arg(level.instrument));
    const auto edges = edgesOf(m_store, level);
    if (edges.hasError())
        return edges.error();
    return touchMoments(level, edges.value(), ledgerCandles(read.value()->rows), read.value()->interval);
}

/// Whether the candle that ends with a close is there, of any interval that can tell it.
Result<bool> AlertReading::isStored(const Closes& asked, UtcTime close)
{
    const SeriesQuestion price{.name = pricePrefix + asked.instrument};
    const auto selection = selectSeries(m_store, price, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    for (const StoredSeries& series : selection.value().series) {
        for (const Interval interval : series.intervals) {
            if (interval > asked.judging)
                continue;
            const auto some = m_store.candles(series.id, interval, {close - interval.length, close});
            if (some.hasError())
                return some.error();
            if (!some.value().empty())
                return true;
        }
    }
    return false;
}

Result<const std::vector<JudgedClose>*> AlertReading::closes(const Closes& asked)
{
    const auto known = m_closes.find(asked);
    if (known != m_closes.end())
        return &known->second;
    const SeriesQuestion price{.name = pricePrefix + asked.instrument, .interval = asked.judging};
    auto read = judgedCloses(m_store, price);
    if (read.hasError())
        return read.error();
    return &m_closes.emplace(asked, std::move(read.value())).first->second;
}

Result<std::vector<AlertMoment>> AlertReading::judge(const AlertCondition& condition, const Level& level)
{
    const auto all = closes({level.instrument, condition.judging});
    if (all.hasError())
        return all.error();
    const auto edges = edgesOf(m_store, level);
    if (edges.hasError())
        return edges.error();
    if (condition.kind == AlertCondition::Kind::CloseBeyond)
        return closeMoments(level, edges.value(), *all.value());
    return stateMoments(level, judgeLevel(level, edges.value(), *all.value(), confirmation),
                        condition.states);
}

/// All history is judged once for each close that comes.
Result<std::vector<AlertMoment>> AlertReading::judged(const AlertCondition& condition, const Level& level,
                                                      const AlertQuestion& question)
{
    if (level.role == LevelRole::None)
        return unseen(
            QStringLiteral("%1 has no role: it is neither support nor resistance.").arg(level.name));
    const UtcTime due = condition.judging.bucketStart(question.now);
    const QString key = keyOf(condition);
    const auto known = m_judged.find(key);
    const bool isSame = known != m_judged.end() && known->second.level == level;
    if (isSame && known->second.lastClose == due)
        return known->second.moments;
    const auto stored = isStored({level.instrument, condition.judging}, due);
    if (stored.hasError())
        return stored.error();
    if (isSame && !stored.value())
        return known->second.moments;
    auto moments = judge(condition, level);
    if (moments.hasValue())
        m_judged[key] = {level, stored.value() ? due : earliestTime, moments.value()};
    return moments;
}

/// When a level became what it is, by the journal.
Result<UtcTime> AlertReading::unchangedSince(const Level& level)
{
    const auto known = m_unchanged.find(level.id);
    if (known != m_unchanged.end() && known->second.level == level)
        return known->second.since;
    const auto journal = m_store.journal(level.id);
    if (journal.hasError())
        return journal.error();
    const UtcTime since = journal.value().empty() ? earliestTime : journal.value().back().at;
    m_unchanged[level.id] = {level, since};
    return since;
}

Result<std::vector<AlertMoment>> AlertReading::ofLevel(const AlertCondition& condition, const Level& level,
                                                       const AlertQuestion& question)
{
    const auto since = unchangedSince(level);
    if (since.hasError())
        return since.error();
    auto moments = condition.kind == AlertCondition::Kind::Touch ? touches(level, question)
                                                                 : judged(condition, level, question);
    if (moments.hasValue())
        std::erase_if(moments.value(),
                      [&](const AlertMoment& moment) { return moment.knownAt <= since.value(); });
    return moments;
}

/// Without a column it is the price itself, which a wick may reach; columns are those of closed candles.
Result<std::vector<AlertMoment>> AlertReading::prices(const AlertCondition& condition,
                                                      const AlertQuestion& question)
{
    const QString instrument = condition.series.mid(pricePrefix.size());
    const auto read = candles(instrument, question);
    if (read.hasError())
        return read.error();
    const Candles& some = *read.value();
    if (some.rows.empty())
        return unseen(QStringLiteral("No candles of %1 came lately.").arg(instrument));
    if (condition.column.isEmpty())
        return priceMoments(condition, ledgerCandles(some.rows), some.interval);
    std::vector<AlertValue> values;
    bool hasAny = false;
    for (std::size_t i = 0; i < some.rows.size() - (some.hasOpen ? 1 : 0); ++i) {
        const Candle& candle = some.rows[i];
        values.push_back(
            {candle.openTime, some.interval.next(candle.openTime), columnOf(candle, condition.column)});
        hasAny = hasAny || values.back().value.has_value();
    }
    if (!hasAny && !values.empty())
        return unseen(QStringLiteral("Candles of %1 have no %2.").arg(instrument, condition.column));
    return valueMoments(condition, values, false);
}

Result<const AlertColumn*> AlertReading::rows(const AlertCondition& condition, Span back)
{
    const bool isSum = condition.over > Span::zero();
    const QString key =
        QStringLiteral("%1|%2|%3|%4").arg(condition.series, condition.column).arg(back.count()).arg(isSum);
    const auto known = m_rows.find(key);
    if (known != m_rows.end())
        return &known->second;
    SeriesQuestion asked{.name = condition.series, .range = {before(m_reach, back), latestTime}};
    if (isSum)
        asked.interval = oneMinute;
    AlertColumn column(condition.column, condition.series.startsWith(QStringLiteral("liquidations/")));
    const auto told = querySeries(m_store, asked, false, column);
    if (told.hasError())
        return told.error();
    if (column.rows().empty() && !told.value().isEmpty())
        return unseen(told.value().join(QLatin1Char(' ')));
    if (!column.rows().empty() && !column.hasNumbers())
        return unseen(
            QStringLiteral("%1 has no number in the column %2.").arg(condition.series, condition.column));
    return &m_rows.emplace(key, std::move(column)).first->second;
}

/// Net taker volume is that of closed candles; forced orders count as they come.
Result<std::vector<AlertMoment>> AlertReading::sums(const AlertCondition& condition,
                                                    const AlertQuestion& question)
{
    const auto read = rows(condition, condition.over + oneMinute.length);
    if (read.hasError())
        return read.error();
    std::vector<FlowStep> steps;
    for (const AlertColumn::Row& row : read.value()->rows()) {
        if (row.value)
            steps.push_back({row.from, *row.value});
    }
    const bool isOrders = condition.series.startsWith(QStringLiteral("liquidations/"));
    const UtcTime first = oneMinute.bucketStart(before(m_reach, oneMinute.length));
    const UtcTime end = isOrders        ? oneMinute.next(oneMinute.bucketStart(question.now))
                        : steps.empty() ? first
                                        : oneMinute.next(steps.back().from);
    return valueMoments(condition,
                        runningSums(steps, oneMinute.length, condition.over, {first, end}, !isOrders), false);
}

Result<std::vector<AlertMoment>> AlertReading::samples(const AlertCondition& condition,
                                                       const AlertQuestion& question)
{
    const auto read = rows(condition, valuesBefore);
    if (read.hasError())
        return read.error();
    std::vector<AlertValue> values;
    for (const AlertColumn::Row& row : read.value()->rows()) {
        if (row.knownAt <= question.now) // what nobody can know yet has not happened
            values.push_back({isDaily(condition.series) ? row.from : row.knownAt, row.knownAt, row.value});
    }
    std::ranges::stable_sort(values, {}, &AlertValue::knownAt);
    return valueMoments(condition, values, isDaily(condition.series));
}

Result<std::vector<AlertMoment>> AlertReading::momentsOf(const AlertCondition& condition,
                                                         const AlertQuestion& question)
{
    if (condition.kind == AlertCondition::Kind::Value) {
        if (condition.series.startsWith(pricePrefix))
            return prices(condition, question);
        return condition.over > Span::zero() ? sums(condition, question) : samples(condition, question);
    }
    const auto level = m_levels.find(condition.level);
    if (level == m_levels.end())
        return unseen(QStringLiteral("There is no level %1.").arg(condition.level));
    return ofLevel(condition, level->second, question);
}

Result<AlertAnswer> AlertReading::look(std::span<const Alert> alerts, const AlertQuestion& question)
{
    if (const auto done = begin(alerts, question); done.hasError())
        return done.error();
    AlertAnswer answer;
    for (const Alert& alert : alerts) {
        const auto found = question.past.find(alert.id);
        const PastFirings past = found == question.past.end() ? PastFirings{} : found->second;
        if (!alert.isOn || isSpent(alert, past.lastToldAt) ||
            (alert.validTo && *alert.validTo <= question.from))
            continue;
        std::vector<Moments> moments;
        for (const AlertCondition& condition : alert.conditions) {
            auto some = momentsOf(condition, question);
            if (some.hasError() && some.error().kind != Error::Kind::Unavailable)
                return some.error();
            if (some.hasError())
                answer.troubles[alert.id] = some.error().message;
            moments.push_back(some.hasError() ? Moments{} : std::move(some.value()));
            // Of the first hour that was read nobody knows what was before.
            std::erase_if(moments.back(),
                          [&](const AlertMoment& moment) { return moment.knownAt < m_reach; });
        }
        auto firings = firingsOf(alert, moments, past);
        std::ranges::move(firings, std::back_inserter(answer.firings));
    }
    std::ranges::stable_sort(answer.firings, {}, &AlertFiring::at);
    return answer;
}

} // namespace holdline

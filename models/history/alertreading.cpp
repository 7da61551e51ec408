// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/alertreading.h"

#include "models/history/candlequery.h"
#include "models/history/judgedcloses.h"
#include "models/history/queryrow.h"
#include "models/history/seriesquery.h"
#include "models/history/trackededges.h"
#include "models/levels/alertjson.h"
#include "models/levels/levelledger.h"

#include <QJsonDocument>

#include <algorithm>

namespace holdline {

namespace {

constexpr Span touchPause = std::chrono::minutes{60};
constexpr Span valuesBefore = std::chrono::hours{24 * 7}; ///< in which the value before is looked for
constexpr Span pricesBefore = std::chrono::hours{1};
constexpr int confirmation = 4;

Error unseen(const QString& sentence)
{
    return {Error::Kind::Unavailable, sentence};
}

/// One column of an answer, or the sum of all, with the time of each row.
class ColumnSink final : public RowSink {
public:
    ColumnSink(const QString& column, bool isSummed) : m_column(column), m_isSummed(isSummed) {}

    struct Row {
        UtcTime from;
        UtcTime knownAt;
        std::optional<Amount> value;
    };
    void begin(const std::vector<QString>& columns) override
    {
        m_known = std::ranges::find(columns, QStringLiteral("known_at")) - columns.begin();
        const bool isCandles = std::ranges::find(columns, QStringLiteral("close")) != columns.end();
        const QString wanted = m_column.isEmpty() && isCandles ? QStringLiteral("close") : m_column;
        for (std::size_t i = 1; i < columns.size(); ++i) {
            const bool isWord =
                columns[i] == QStringLiteral("to") || columns[i] == QStringLiteral("known_at");
            if (!isWord && (wanted.isEmpty() ? m_isSummed || m_wanted.empty() : columns[i] == wanted))
                m_wanted.push_back(i);
        }
    }
    bool row(std::span<const Cell> cells) override
    {
        Row row{std::get<UtcTime>(cells[0]), std::get<UtcTime>(cells[0]), std::nullopt};
        if (m_known < static_cast<std::ptrdiff_t>(cells.size()))
            row.knownAt = std::get<UtcTime>(cells[static_cast<std::size_t>(m_known)]);
        for (const std::size_t i : m_wanted) {
            if (const auto* const amount = std::get_if<Amount>(&cells[i]))
                row.value = row.value.value_or(Amount{}) + *amount;
        }
        m_rows.push_back(row);
        return true;
    }
    [[nodiscard]] bool hasColumn() const { return !m_wanted.empty(); }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

private:
    QString m_column;
    bool m_isSummed;
    std::vector<std::size_t> m_wanted;
    std::ptrdiff_t m_known = 0;
    std::vector<Row> m_rows;
};

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

} // namespace

Result<std::vector<AlertMoment>> AlertReading::touches(const Level& level, const AlertQuestion& question)
{
    const SeriesQuestion price{.name = QStringLiteral("price/") + level.instrument,
                               .range = {before(question.from, touchPause + oneMinute.length), latestTime}};
    const auto selection = selectSeries(m_store, price, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    std::vector<LedgerCandle> candles;
    Interval interval = oneMinute;
    if (!intervalsOf(selection.value()).empty()) {
        const auto answer = visitCandles(
            m_store, selection.value(), price, [&](Interval given, std::span<const Candle> some) {
                interval = given;
                for (const Candle& candle : some)
                    candles.push_back({candle.openTime, candle.low, candle.high, candle.close});
                return true;
            });
        if (answer.hasError())
            return answer.error();
    }
    const auto open = question.openCandles.find(level.instrument);
    if (open != question.openCandles.end() && interval == oneMinute &&
        (candles.empty() || open->second.openTime > candles.back().open))
        candles.push_back({open->second.openTime, open->second.low, open->second.high, open->second.close});
    if (candles.empty())
        return unseen(QStringLiteral("No candles of %1 came lately.").arg(level.instrument));
    const auto edges = edgesOf(m_store, level);
    if (edges.hasError())
        return edges.error();
    return touchMoments(level, edges.value(), candles, interval);
}

/// Whether the candle that ends with a close is there.
Result<bool> AlertReading::isStored(const QString& instrument, UtcTime close)
{
    const SeriesQuestion price{.name = QStringLiteral("price/") + instrument,
                               .range = {close - oneMinute.length, close}};
    const auto selection = selectSeries(m_store, price, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    bool isThere = false;
    for (const StoredSeries& series : selection.value().series) {
        const auto candles = m_store.candles(series.id, oneMinute, price.range);
        if (candles.hasError())
            return candles.error();
        isThere = isThere || !candles.value().empty();
    }
    return isThere;
}

Result<std::vector<AlertMoment>> AlertReading::judge(const AlertCondition& condition, const Level& level)
{
    const SeriesQuestion price{.name = QStringLiteral("price/") + level.instrument,
                               .interval = condition.judging};
    const auto closes = judgedCloses(m_store, price);
    if (closes.hasError())
        return closes.error();
    const auto edges = edgesOf(m_store, level);
    if (edges.hasError())
        return edges.error();
    if (condition.kind == AlertCondition::Kind::CloseBeyond)
        return closeMoments(level, edges.value(), closes.value());
    return stateMoments(level, judgeLevel(level, edges.value(), closes.value(), confirmation),
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
    const auto stored = isStored(level.instrument, due);
    if (stored.hasError())
        return stored.error();
    if (isSame && !stored.value())
        return known->second.moments;
    auto moments = judge(condition, level);
    if (moments.hasValue())
        m_judged[key] = {level, stored.value() ? due : earliestTime, moments.value()};
    return moments;
}

Result<std::vector<AlertMoment>> AlertReading::values(const AlertCondition& condition,
                                                      const AlertQuestion& question)
{
    const bool isSum = condition.over > Span::zero();
    const bool isPrice = condition.series.startsWith(QStringLiteral("price/"));
    const bool isOrders = condition.series.startsWith(QStringLiteral("liquidations/"));
    const Span back = isSum ? condition.over + oneMinute.length : isPrice ? pricesBefore : valuesBefore;
    SeriesQuestion asked{.name = condition.series, .range = {before(question.from, back), latestTime}};
    if (isSum)
        asked.interval = oneMinute;
    ColumnSink sink(condition.column, isOrders);
    const auto told = querySeries(m_store, asked, false, sink);
    if (told.hasError())
        return told.error();
    if (!sink.hasColumn())
        return unseen(QStringLiteral("%1 has no column %2.").arg(condition.series, condition.column));
    std::vector<AlertValue> values;
    if (isSum) {
        std::vector<FlowStep> steps;
        for (const ColumnSink::Row& row : sink.rows()) {
            if (row.value)
                steps.push_back({row.from, *row.value});
        }
        // Net taker volume is that of closed candles; forced orders count as they come.
        const UtcTime end = steps.empty() ? asked.range.from : steps.back().from + oneMinute.length;
        const TimeRange range{oneMinute.bucketStart(before(question.from, oneMinute.length)),
                              isOrders ? oneMinute.next(oneMinute.bucketStart(question.now)) : end};
        values = runningSums(steps, oneMinute.length, condition.over, range, !isOrders);
    } else {
        for (const ColumnSink::Row& row : sink.rows())
            values.push_back({isPrice ? row.from : row.knownAt, row.value});
        std::ranges::stable_sort(values, {}, &AlertValue::at);
    }
    const auto open = question.openCandles.find(condition.series.mid(6));
    if (isPrice && open != question.openCandles.end() &&
        (values.empty() || values.back().at < open->second.openTime))
        values.push_back({open->second.openTime, Amount{open->second.close.units}});
    return valueMoments(condition, values, isDaily(condition.series));
}

Result<std::vector<AlertMoment>> AlertReading::momentsOf(const AlertCondition& condition,
                                                         const AlertQuestion& question)
{
    if (condition.kind == AlertCondition::Kind::Value)
        return values(condition, question);
    const auto level = m_levels.find(condition.level);
    if (level == m_levels.end())
        return unseen(QStringLiteral("There is no level %1.").arg(condition.level));
    return condition.kind == AlertCondition::Kind::Touch ? touches(level->second, question)
                                                         : judged(condition, level->second, question);
}

Result<AlertAnswer> AlertReading::look(std::span<const Alert> alerts, const AlertQuestion& question)
{
    const auto levels = m_store.levels();
    if (levels.hasError())
        return levels.error();
    m_levels.clear();
    for (const Level& level : levels.value())
        m_levels.emplace(level.id, level);
    AlertAnswer answer;
    for (const Alert& alert : alerts) {
        const auto last = question.lastFirings.find(alert.id);
        const auto lastAt = last == question.lastFirings.end() ? std::nullopt : std::optional(last->second);
        if (!alert.isOn || isSpent(alert, lastAt) || (alert.validTo && *alert.validTo <= question.from))
            continue;
        std::vector<Moments> moments;
        for (const AlertCondition& condition : alert.conditions) {
            auto some = momentsOf(condition, question);
            if (some.hasError() && some.error().kind != Error::Kind::Unavailable)
                return some.error();
            if (some.hasError())
                answer.troubles[alert.id] = some.error().message;
            moments.push_back(some.hasError() ? Moments{} : std::move(some.value()));
            std::erase_if(moments.back(), [&](const AlertMoment& moment) {
                return moment.at + alert.within < question.from;
            });
        }
        auto firings = firingsOf(alert, moments, lastAt);
        std::erase_if(firings, [&](const AlertFiring& firing) { return firing.at < question.from; });
        std::ranges::move(firings, std::back_inserter(answer.firings));
    }
    std::ranges::stable_sort(answer.firings, {}, &AlertFiring::at);
    return answer;
}

} // namespace holdline

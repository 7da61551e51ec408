// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriesquery.h"

#include "models/history/candlequery.h"
#include "models/history/coveragequery.h"
#include "models/history/flowquery.h"
#include "models/history/nearestnames.h"
#include "models/history/premiumquery.h"
#include "models/history/samplequery.h"
#include "models/history/watchquery.h"

namespace holdline {

namespace {

std::vector<QString> words(const QStringList& list)
{
    return {list.begin(), list.end()};
}

QString coarserNote(Interval asked, const QString& stored)
{
    return QStringLiteral("Nothing as fine as %1 is stored in that range; the finest is %2.")
        .arg(asked.name(), stored);
}

QString leftNote(Interval given, Interval left)
{
    return QStringLiteral("These are the candles of %1; there are also some of %2 in that range, which "
                          "--interval %2 joins with them.")
        .arg(given.name(), left.name());
}

class SeriesQuery final {
public:
    SeriesQuery(Store& store, const SeriesQuestion& question, bool singly, RowSink& sink)
        : m_store(store),
          m_question(question),
          m_isSingly(singly),
          m_sink(sink)
    {
    }

    Result<QStringList> run();

private:
    /// Answers that were given say so by true; a name that is not theirs by false.
    Result<bool> answer();
    Result<Done> resolveName();
    Result<bool> answerCandles(const SeriesSelection& selection);
    Result<bool> answerEvents(const SeriesSelection& selection);
    Result<bool> answerStored();
    Result<bool> answerLiquidations();
    Result<bool> answerEachLiquidation();
    Result<bool> answerTaker();
    Result<bool> answerPremium();
    Result<bool> answerWatch();
    Result<bool> answerCoverage();
    bool give(const ValueTable& table);
    [[nodiscard]] SeriesQuestion wholeQuestion() const;
    Error notStored();

    Store& m_store;
    SeriesQuestion m_question;
    bool m_isSingly;
    RowSink& m_sink;
    QStringList m_notes;
};

/// Binance's liquidations are those of its futures: the short name does where nothing is stored under it.
Result<Done> SeriesQuery::resolveName()
{
    const bool isCoverage = m_question.name.startsWith(QStringLiteral("coverage/"));
    const QString name = isCoverage ? m_question.name.mid(9) : m_question.name;
    const QString brief = QStringLiteral("liquidations/binance");
    if (name != brief && !name.startsWith(brief + QLatin1Char('/')))
        return Done{};
    const auto own = m_store.find(name);
    if (own.hasError())
        return own.error();
    if (own.value().empty())
        m_question.name.replace(brief, QStringLiteral("liquidations/binance-futures"));
    return Done{};
}

Result<QStringList> SeriesQuery::run()
{
    if (const auto done = resolveName(); done.hasError())
        return done.error();
    const auto answered = answer();
    if (answered.hasError())
        return answered.error();
    if (!answered.value())
        return notStored();
    m_notes.removeDuplicates();
    return m_notes;
}

Result<bool> SeriesQuery::answer()
{
    const QString& name = m_question.name;
    if (name.startsWith(QStringLiteral("coverage/")))
        return answerCoverage();
    if (name.startsWith(QStringLiteral("liquidations/")))
        return m_isSingly ? answerEachLiquidation() : answerLiquidations();
    auto stored = answerStored();
    if (stored.hasError() || stored.value())
        return stored;
    if (name.startsWith(QStringLiteral("taker/")))
        return answerTaker();
    if (name == QStringLiteral("premium/coinbase"))
        return answerPremium();
    if (name.startsWith(QStringLiteral("watch/")))
        return answerWatch();
    return false;
}

/// With an interval: widened, so that buckets that begin in the range are whole.
SeriesQuestion SeriesQuery::wholeQuestion() const
{
    SeriesQuestion question = m_question;
    if (question.interval)
        question.range = wholeBuckets(question.range, *question.interval);
    return question;
}

Result<bool> SeriesQuery::answerStored()
{
    const auto selection = selectSeries(m_store, m_question);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return false;
    m_notes += selection.value().notes;
    switch (selection.value().kind()) {
    case SeriesKind::Candles:
        return answerCandles(selection.value());
    case SeriesKind::Events:
        return answerEvents(selection.value());
    case SeriesKind::Samples:
    case SeriesKind::Liquidations:
        break;
    }
    const auto table = selection.value().kind() == SeriesKind::Samples
                           ? querySamples(m_store, selection.value(), wholeQuestion())
                           : queryLiquidations(m_store, wholeQuestion(), m_notes);
    if (table.hasError())
        return table.error();
    return give(table.value());
}

Result<bool> SeriesQuery::answerCandles(const SeriesSelection& selection)
{
    static const std::vector<QString> columns =
        words({QStringLiteral("time"), QStringLiteral("open"), QStringLiteral("high"), QStringLiteral("low"),
               QStringLiteral("close"), QStringLiteral("volume"), QStringLiteral("quote_volume"),
               QStringLiteral("taker_buy_quote"), QStringLiteral("trades")});
    m_sink.begin(columns);
    std::vector<Cell> cells(columns.size());
    const auto price = [](Price value) { return Cell(Amount{value.units}); };
    const auto answer =
        visitCandles(m_store, selection, m_question, [&](Interval, std::span<const Candle> candles) {
            for (const Candle& candle : candles) {
                cells = {candle.openTime,
                         price(candle.open),
                         price(candle.high),
                         price(candle.low),
                         price(candle.close),
                         cellOf(candle.volume),
                         cellOf(candle.quoteVolume),
                         cellOf(candle.takerBuyQuote),
                         candle.trades ? Cell(*candle.trades) : Cell()};
                if (!m_sink.row(cells))
                    return false;
            }
            return true;
        });
    if (answer.hasError())
        return answer.error();
    if (answer.value().coarser)
        m_notes.append(coarserNote(answer.value().interval, answer.value().coarser->name()));
    for (const Interval left : answer.value().left)
        m_notes.append(leftNote(answer.value().interval, left));
    return true;
}

Result<bool> SeriesQuery::answerEvents(const SeriesSelection& selection)
{
    m_sink.begin(words({QStringLiteral("time"), QStringLiteral("title"), QStringLiteral("category"),
                        QStringLiteral("importance"), QStringLiteral("actual"), QStringLiteral("prior"),
                        QStringLiteral("forecast"), QStringLiteral("unit"), QStringLiteral("known_at"),
                        QStringLiteral("note")}));
    for (const StoredSeries& series : selection.series) {
        const auto events = m_store.events(series.id, m_question.range, m_question.asOf);
        if (events.hasError())
            return events.error();
        for (const Event& event : events.value()) {
            const std::vector<Cell> cells{
                event.time,           event.title,         event.category,         toText(event.importance),
                cellOf(event.actual), cellOf(event.prior), cellOf(event.forecast), event.unit,
                event.knownAt,        event.note};
            if (!m_sink.row(cells))
                return true;
        }
    }
    return true;
}

Result<bool> SeriesQuery::answerLiquidations()
{
    auto stored = answerStored();
    if (stored.hasError() || stored.value() || m_question.name != QStringLiteral("liquidations/all"))
        return stored;
    const auto venues = liquidationVenues(m_store);
    if (venues.hasError())
        return venues.error();
    if (venues.value().isEmpty())
        return false;
    const auto table = queryAllLiquidations(m_store, wholeQuestion(), m_notes);
    if (table.hasError())
        return table.error();
    return give(table.value());
}

Result<bool> SeriesQuery::answerEachLiquidation()
{
    const auto items = queryLiquidationEvents(m_store, m_question);
    if (items.hasError())
        return items.error();
    if (!items.value()) {
        const auto sums = m_store.find(m_question.name);
        if (sums.hasError())
            return sums.error();
        if (sums.value().empty())
            return false;
        m_notes.append(
            QStringLiteral("%1 is stored as sums of intervals, not one by one.").arg(m_question.name));
    }
    m_sink.begin(words({QStringLiteral("time"), QStringLiteral("side"), QStringLiteral("price"),
                        QStringLiteral("quantity"), QStringLiteral("usd")}));
    if (!items.value())
        return true;
    for (const Liquidation& item : *items.value()) {
        const QString side =
            item.side == PositionSide::Long ? QStringLiteral("long") : QStringLiteral("short");
        const std::vector<Cell> cells{item.time, side, Amount{item.price.units}, Amount{item.quantity.units},
                                      item.usd};
        if (!m_sink.row(cells))
            break;
    }
    return true;
}

Result<bool> SeriesQuery::answerTaker()
{
    const auto table = m_question.name == QStringLiteral("taker/all")
                           ? queryAllTaker(m_store, wholeQuestion(), m_notes)
                           : queryTakerFromCandles(m_store, wholeQuestion(), m_notes);
    if (table.hasError())
        return table.error();
    return table.value() && give(*table.value());
}

Result<bool> SeriesQuery::answerPremium()
{
    const auto table = queryPremium(m_store, m_question, m_notes);
    if (table.hasError())
        return table.error();
    return table.value() && give(*table.value());
}

Result<bool> SeriesQuery::answerWatch()
{
    const auto name = watchedPrice(m_store, m_question.name.mid(6));
    if (name.hasError())
        return name.error();
    SeriesQuestion price = m_question;
    price.name = name.value();
    const auto selection = selectSeries(m_store, price, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return false;
    m_notes.append(QStringLiteral("It is %1.").arg(price.name));
    m_notes += selection.value().notes;
    return answerCandles(selection.value());
}

Result<bool> SeriesQuery::answerCoverage()
{
    SeriesQuestion series = m_question;
    series.name = m_question.name.mid(9);
    const auto entries = queryCoverage(m_store, series);
    if (entries.hasError())
        return entries.error();
    if (!entries.value())
        return false;
    m_sink.begin(words(
        {QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("state"), QStringLiteral("reason")}));
    for (const Coverage& entry : *entries.value()) {
        const std::vector<Cell> cells{entry.range.from, entry.range.to, toText(entry.state), entry.reason};
        if (!m_sink.row(cells))
            break;
    }
    return true;
}

bool SeriesQuery::give(const ValueTable& table)
{
    std::vector<QString> columns{QStringLiteral("time"), QStringLiteral("to")};
    columns.insert(columns.end(), table.columns.begin(), table.columns.end());
    columns.push_back(QStringLiteral("known_at"));
    m_sink.begin(columns);
    const auto rows = m_question.interval ? bucketRows(table.rows, *m_question.interval,
                                                       bucketingOf(m_question.name), m_question.asOf)
                                          : table.rows;
    if (rows.empty() && !table.rows.empty())
        m_notes.append(coarserNote(*m_question.interval, Interval{longestRow(table.rows)}.name()));
    std::vector<Cell> cells;
    for (const ValueRow& row : rows) {
        cells = {row.from, row.to};
        for (const auto& value : row.values)
            cells.push_back(cellOf(value));
        cells.push_back(row.knownAt);
        if (!m_sink.row(cells))
            break;
    }
    return true;
}

Error SeriesQuery::notStored()
{
    QString sentence = QStringLiteral("Nothing is stored under %1").arg(m_question.name);
    if (m_question.source || m_question.definition)
        sentence += QStringLiteral(" of that source or definition");
    sentence += QStringLiteral("; `holdline query --list` shows what there is.");
    const auto series = m_store.list();
    const QStringList near =
        series.hasValue() ? nearestNames(m_question.name, series.value()) : QStringList{};
    if (!near.isEmpty())
        sentence += QStringLiteral(" Did you mean %1?").arg(near.join(QStringLiteral(" or ")));
    return {Error::Kind::Unavailable, sentence};
}

} // namespace

Result<QStringList> querySeries(Store& store, const SeriesQuestion& question, bool singly, RowSink& sink)
{
    return SeriesQuery(store, question, singly, sink).run();
}

} // namespace holdline

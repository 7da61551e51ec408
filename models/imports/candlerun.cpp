// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candlerun.h"

#include "models/imports/correctedcandles.h"
#include "models/imports/gridsteps.h"
#include "models/imports/guessedinterval.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace holdline {

namespace {

QString count(qint64 n)
{
    return QLocale(QLocale::English).toString(n);
}

QString plural(qint64 n, const QString& one, const QString& many)
{
    return count(n) + QLatin1Char(' ') + (n == 1 ? one : many);
}

} // namespace

CandleRun::CandleRun(ImportSink& sink, SeriesKey key) : m_sink(sink), m_key(std::move(key)) {}

void CandleRun::add(const CandleRow& row)
{
    const Candle& candle = row.candle;
    m_times.push_back(toMsecs(candle.openTime));
    m_closesOutside += candle.open > candle.high || candle.open < candle.low || candle.close > candle.high ||
                       candle.close < candle.low;
    if (!m_interval) {
        m_isAllDates = m_isAllDates && row.timeForm == FileTime::Form::Date;
        if (row.closeTime && *row.closeTime > candle.openTime)
            m_spans.push_back((*row.closeTime - candle.openTime).count());
    }
    m_batch.push_back(candle);
    if (m_batch.size() < (m_interval ? batchSize : m_probe))
        return;
    if (m_interval || m_probe >= mostProbe || isClear())
        flush();
    else
        m_probe *= 4;
}

/// Rows in order show their step at once. Of rows in no order many are needed until neighbours have come.
bool CandleRun::isClear() const
{
    if (!m_spans.empty() || m_isAllDates)
        return true;
    qint64 backwards = 0;
    for (std::size_t i = 1; i < m_times.size(); ++i)
        backwards += m_times[i] < m_times[i - 1];
    const auto rows = static_cast<qint64>(m_times.size());
    if (std::min(backwards, rows - backwards) * 10 > rows)
        return false;
    const GridStep step = gridStep(m_times);
    return step.votes * 2 >= rows;
}

Interval CandleRun::judgeInterval() const
{
    if (const auto span = mostFrequent(m_spans)) {
        const qint64 rest = *span % 1000;
        return {Span{rest == 999 ? *span + 1 : *span}};
    }
    const auto guessed = guessInterval(m_times);
    auto guess = guessed ? std::optional(guessed->interval) : std::nullopt;
    if (m_isAllDates)
        guess = guess && *guess >= oneWeek ? *guess : oneDay;
    if (m_batch.size() <= mostCorrections) {
        if (const auto corrected = correctedInterval(m_sink, m_key, m_batch, guess))
            return *corrected;
    }
    if (guess)
        return *guess;
    const auto own = m_sink.storedIntervals(m_key);
    return own.empty() ? m_sink.storedInterval(m_key.name).value_or(oneMinute) : own.front();
}

void CandleRun::flush()
{
    if (m_batch.empty())
        return;
    if (!m_interval) {
        m_interval = judgeInterval();
        m_series = m_sink.series(m_key, SeriesKind::Candles, quoteCurrency(m_key.name));
    }
    m_sink.candles(m_series, *m_interval, m_batch);
    m_batch.clear();
}

QString CandleRun::words()
{
    const GridReport report = gridReport(m_times, *m_interval);
    QStringList parts;
    if (report.isNewestFirst)
        parts << QStringLiteral("newest first");
    if (report.gaps > 0)
        parts << QStringLiteral("%1 (%2)").arg(
            plural(report.gaps, QStringLiteral("gap"), QStringLiteral("gaps")),
            spanWords(report.missing, *m_interval));
    if (report.duplicates > 0)
        parts << plural(report.duplicates, QStringLiteral("duplicate"), QStringLiteral("duplicates"));
    if (report.outOfOrder > 0)
        parts << count(report.outOfOrder) + QStringLiteral(" out of order");
    if (report.offGrid > 0)
        parts << count(report.offGrid) + QStringLiteral(" off the grid");
    if (m_closesOutside > 0)
        parts << count(m_closesOutside) + QStringLiteral(" with open or close outside low to high");
    const QString oddities = parts.isEmpty() ? QStringLiteral("no gaps") : parts.join(QStringLiteral(", "));
    return QStringLiteral("%1 candles of %2; %3").arg(m_interval->name(), m_key.name, oddities);
}

void CandleRun::finish()
{
    flush();
    if (m_interval)
        m_sink.say(words());
}

} // namespace holdline

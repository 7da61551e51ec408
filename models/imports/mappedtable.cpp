// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/mappedtable.h"

#include "models/foundation/localmoment.h"
#include "models/imports/cells.h"
#include "models/imports/filetime.h"
#include "models/imports/gridsteps.h"
#include "models/imports/guessedinterval.h"
#include "models/imports/storedends.h"

#include <QStringList>

namespace holdline {

namespace {

class MappedReader {
public:
    MappedReader(const Table& table, const TableMap& map, const ImportOptions& options, ImportSink& sink)
        : m_table(table),
          m_map(map),
          m_sink(sink),
          m_latest(options.now + oneDay.length),
          m_series(map.columns.size(), -1),
          m_isText(map.columns.size(), false),
          m_wasSeen(map.columns.size(), false)
    {
    }

    void add(const TableRow& row)
    {
        PendingRow pending;
        const QString fault = read(row, pending);
        if (!fault.isEmpty())
            return m_sink.reject(row.line, fault);
        if (m_map.period)
            return emitRow(pending, m_map.period(pending.date));
        m_waiting.push_back(std::move(pending));
        if (m_step || m_waiting.size() >= probeSize)
            emitWaiting();
    }
    void finish()
    {
        emitWaiting();
        if (!m_texts.isEmpty())
            m_sink.say(
                QStringLiteral("columns of text left out: %1").arg(m_texts.join(QStringLiteral(", "))));
    }

private:
    static constexpr std::size_t probeSize = 100'000;
    static constexpr std::size_t mostCorrections = 1000; ///< rows of a file that may correct stored samples

    const Table& m_table;
    const TableMap& m_map;
    ImportSink& m_sink;
    UtcTime m_latest;
    std::vector<int> m_series; ///< in the sink, by place in the map
    std::vector<bool> m_isText;
    std::vector<bool> m_wasSeen;
    QStringList m_texts;
    std::vector<PendingRow> m_waiting;
    bool m_isAllDates = true;
    std::optional<Span> m_step;
    bool m_isMonthly = false;

    [[nodiscard]] QByteArrayView cell(const TableRow& row, int column) const
    {
        return row.cells[static_cast<std::size_t>(column)];
    }
    QString read(const TableRow& row, PendingRow& pending)
    {
        if (!row.fault.isEmpty())
            return row.fault;
        if (m_map.fault) {
            const QString fault = m_map.fault(row);
            if (!fault.isEmpty())
                return fault;
        }
        const QString fault = readTimes(row, pending);
        return fault.isEmpty() ? readValues(row, pending) : fault;
    }
    QString readTimes(const TableRow& row, PendingRow& pending)
    {
        const auto text = cell(row, m_map.timeColumn);
        if (m_map.readDate) {
            const auto date = m_map.readDate(text);
            if (!date)
                return notATime(text);
            pending.date = pending.from = *date;
        } else {
            const auto time = readFileTime(text);
            if (!time)
                return notATime(text);
            m_isAllDates = m_isAllDates && time->form == FileTime::Form::Date;
            pending.date = oneDay.bucketStart(time->time);
            pending.from = inZone(*time, m_map.zone);
        }
        if (pending.from > m_latest)
            return QStringLiteral("a time later than a day from now");
        if (const QString fault = readOwnTime(row, m_map.toColumn, pending.to); !fault.isEmpty())
            return fault;
        if (pending.to && *pending.to <= pending.from)
            return QStringLiteral("ends before it begins");
        return readOwnTime(row, m_map.knownAtColumn, pending.knownAt);
    }
    QString readOwnTime(const TableRow& row, int column, std::optional<UtcTime>& time) const
    {
        if (column < 0 || isMissingCell(cell(row, column)))
            return {};
        const auto read = readFileTime(cell(row, column));
        if (!read)
            return notATime(cell(row, column));
        time = inZone(*read, m_map.zone);
        return {};
    }
    QString readValues(const TableRow& row, PendingRow& pending)
    {
        for (std::size_t i = 0; i < m_map.columns.size(); ++i) {
            const MappedColumn& column = m_map.columns[i];
            const auto text = cell(row, column.column);
            if (m_isText[i] || isMissingCell(text))
                continue;
            const auto value = readCell(text);
            if (!value && m_map.skipsTexts && !m_wasSeen[i]) {
                m_isText[i] = true;
                m_texts << QString::fromUtf8(m_table.columns()[static_cast<std::size_t>(column.column)]);
                continue;
            }
            m_wasSeen[i] = true;
            if (!value)
                return notANumber(m_table.columns()[static_cast<std::size_t>(column.column)], text);
            if (column.isPrice && value->units <= 0)
                return QStringLiteral("a price of 0 or less");
            pending.values.emplace_back(i, *value);
        }
        return {};
    }
    void emitWaiting()
    {
        if (!m_step && !m_waiting.empty())
            judgeStep();
        for (const auto& row : m_waiting) {
            const UtcTime to = row.to.value_or(endOf(row));
            emitRow(row, {row.from, to, to});
        }
        m_waiting.clear();
    }
    void judgeStep()
    {
        std::vector<qint64> times;
        for (const auto& row : m_waiting)
            times.push_back(toMsecs(m_isAllDates ? row.date : row.from));
        const auto guess = guessInterval(times);
        const Span common = gridStep(times).length;
        const bool isDaily = !guess || (m_isAllDates && guess->interval < oneWeek);
        m_isMonthly = m_isAllDates && common >= oneDay.length * 28 && common <= oneDay.length * 31;
        m_step = isDaily ? oneDay.length : guess->interval.length;
        if (m_waiting.size() <= mostCorrections && !(guess && guess->isClear))
            takeStoredLengths(guess ? m_step : std::nullopt);
    }
    void takeStoredLengths(std::optional<Span> likely)
    {
        std::vector<SeriesKey> keys;
        for (const auto& column : m_map.columns)
            keys.push_back(column.key);
        const auto length = takeStoredEnds(m_sink, keys, m_waiting, likely);
        if (length && !m_isAllDates)
            m_step = length;
    }
    [[nodiscard]] UtcTime endOf(const PendingRow& row) const
    {
        if (m_isMonthly) {
            using namespace std::chrono;
            const year_month_day day{floor<days>(row.date)};
            return localMoment(sys_days{(day.year() / day.month() + months{1}) / std::chrono::day{1}}, 0,
                               m_map.zone);
        }
        const bool isDays = m_isAllDates && *m_step % oneDay.length == Span{0};
        return isDays ? localMoment(row.date + *m_step, 0, m_map.zone) : row.from + *m_step;
    }
    void emitRow(const PendingRow& row, Period period)
    {
        period.to = row.to.value_or(period.to);
        period.knownAt = row.knownAt.value_or(row.to ? std::max(*row.to, period.knownAt) : period.knownAt);
        std::vector<SeriesSample> samples;
        for (const auto& [place, value] : row.values) {
            int& series = m_series[place];
            if (series < 0)
                series =
                    m_sink.series(m_map.columns[place].key, SeriesKind::Samples, m_map.columns[place].unit);
            samples.push_back({series, {period.from, period.to, period.knownAt, value}});
        }
        m_sink.samples(samples);
    }
};

} // namespace

Result<Done> readMappedTable(Table& table, const TableMap& map, const ImportOptions& options,
                             ImportSink& sink)
{
    MappedReader reader(table, map, options, sink);
    TableRow row;
    for (qint64 count = 0; table.next(row); ++count) {
        if (count % 1024 == 0 && sink.shouldStop())
            return Done{};
        if (!map.isRemark || !map.isRemark(row))
            reader.add(row);
    }
    if (const auto error = table.error())
        return *error;
    reader.finish();
    return Done{};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candlereader.h"

#include "models/imports/candlerun.h"
#include "models/imports/linesplitter.h"

#include <QTimeZone>

#include <map>

namespace holdline {

namespace {

Error noInstrument()
{
    return {Error::Kind::Usage,
            QStringLiteral("the file holds candles but does not say of what; add --instrument, as in "
                           "--instrument binance:BTCUSDT")};
}

QString seriesName(const QString& instrument)
{
    static const QStringList families{QStringLiteral("price/"), QStringLiteral("mark/"),
                                      QStringLiteral("watch/"), QStringLiteral("macro/"),
                                      QStringLiteral("oi/"),    QStringLiteral("funding/")};
    for (const QString& family : families) {
        if (instrument.startsWith(family))
            return instrument;
    }
    return QStringLiteral("price/") + instrument;
}

SeriesKey keyOf(const QString& instrument)
{
    SeriesKey key;
    key.name = seriesName(instrument);
    const QString inFamily = key.name.section(QLatin1Char('/'), 1);
    key.source = inFamily.contains(QLatin1Char(':')) ? inFamily.section(QLatin1Char(':'), 0, 0)
                                                     : QStringLiteral("file");
    return key;
}

/// The rows of one file, by instrument.
class CandleReader {
public:
    CandleReader(const ImportOptions& options, ImportSink& sink, const CandleLayout& layout,
                 QString fileInstrument, QString venue)
        : m_options(options),
          m_sink(sink),
          m_reader(layout),
          m_fileInstrument(std::move(fileInstrument)),
          m_venue(std::move(venue)),
          m_latest(options.now + oneDay.length)
    {
        if (!options.zone.isEmpty())
            m_zone = QTimeZone(options.zone.toUtf8());
    }

    void addLine(const TextLine& line) { add(line.number, m_reader.read(line.text, m_latest, m_row)); }
    void addRow(const TableRow& row)
    {
        add(row.line, row.fault.isEmpty() ? m_reader.readFields(row.cells, m_latest, m_row) : row.fault);
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] bool shouldStop() { return m_error || ((++m_count & 0xFFF) == 0 && m_sink.shouldStop()); }
    void finish()
    {
        for (auto& [symbol, run] : m_runs)
            run.finish();
    }

private:
    const ImportOptions& m_options;
    ImportSink& m_sink;
    CandleRowReader m_reader;
    QString m_fileInstrument;
    QString m_venue;
    UtcTime m_latest;
    std::optional<QTimeZone> m_zone; ///< of times without one
    CandleRow m_row;
    std::map<QByteArray, CandleRun> m_runs; ///< by symbol
    CandleRun* m_run = nullptr;
    QByteArray m_runSymbol;
    std::optional<Error> m_error;
    qint64 m_count = 0;

    void add(qint64 line, const QString& fault)
    {
        if (!fault.isEmpty())
            return m_sink.reject(line, fault);
        if ((!m_run || m_row.symbol != m_runSymbol) && !chooseRun())
            return;
        if (m_zone && m_row.timeForm == FileTime::Form::Local)
            m_row.candle.openTime = inZone({m_row.candle.openTime, m_row.timeForm}, *m_zone);
        m_run->add(m_row);
    }
    bool chooseRun()
    {
        m_runSymbol = m_row.symbol;
        if (const auto found = m_runs.find(m_runSymbol); found != m_runs.end()) {
            m_run = &found->second;
            return true;
        }
        if (!m_options.instrument.isEmpty() && !m_runs.empty()) {
            m_error = Error{
                Error::Kind::Malformed,
                QStringLiteral(
                    "the file holds candles of more than one symbol (%1 and %2): leave --instrument out")
                    .arg(QString::fromUtf8(m_runs.begin()->first), QString::fromUtf8(m_runSymbol))};
            return false;
        }
        const QString instrument = instrumentOfRow();
        if (instrument.isEmpty()) {
            m_error = noInstrument();
            return false;
        }
        m_run = &m_runs.try_emplace(m_runSymbol, m_sink, keyOf(instrument)).first->second;
        return true;
    }
    [[nodiscard]] QString instrumentOfRow() const
    {
        if (!m_options.instrument.isEmpty())
            return m_options.instrument;
        return m_row.symbol.isEmpty() ? m_fileInstrument
                                      : instrumentAt(m_venue, QString::fromUtf8(m_row.symbol));
    }
};

Result<Done> readRecords(ImportFile& file, CandleReader& reader)
{
    const auto table = file.takeTable();
    TableRow row;
    while (!reader.shouldStop() && table->next(row))
        reader.addRow(row);
    return reader.error() ? Result<Done>(*reader.error()) : Done{};
}

Result<Done> readLines(ImportFile& file, CandleReader& reader, qint64 firstLine)
{
    LineSplitter lines(file.bytes());
    TextLine line;
    while (!reader.shouldStop() && lines.next(line)) {
        if (line.number >= firstLine && !line.text.isEmpty())
            reader.addLine(line);
    }
    if (reader.error())
        return *reader.error();
    return lines.error() ? Result<Done>(*lines.error()) : Done{};
}

} // namespace

QString instrumentAt(const QString& venue, const QString& symbol)
{
    if (venue.isEmpty() || symbol.contains(QLatin1Char(':')))
        return symbol;
    QString quote = quoteCurrency(symbol);
    QString base = symbol.toUpper();
    base.chop(quote.size());
    while (base.endsWith(QLatin1Char('/')) || base.endsWith(QLatin1Char('-')) ||
           base.endsWith(QLatin1Char('_')))
        base.chop(1);
    const bool isKnown = !quote.isEmpty() && !base.isEmpty();
    const QString divider = venue == QStringLiteral("kraken") ? QStringLiteral("/")
                            : venue == QStringLiteral("coinbase") || venue == QStringLiteral("okx")
                                ? QStringLiteral("-")
                                : QString();
    return venue + QLatin1Char(':') + (isKnown ? base + divider + quote : symbol);
}

Result<Done> readCandles(ImportFile& file, const ImportOptions& options, ImportSink& sink,
                         const CandleLayout& layout, const QString& fileInstrument, const QString& venue)
{
    if (options.instrument.isEmpty() && fileInstrument.isEmpty() && !layout.has(CandleColumn::Symbol))
        return noInstrument();
    CandleReader reader(options, sink, layout, fileInstrument, venue);
    const auto read = file.head().shape == FileHead::Shape::Json ? readRecords(file, reader)
                                                                 : readLines(file, reader, layout.firstLine);
    if (read.hasValue())
        reader.finish();
    return read;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cohorttable.h"

#include "models/cohorts/agebands.h"
#include "models/imports/cells.h"
#include "models/imports/filetime.h"
#include "models/imports/mappedtable.h"

#include <QStringList>

#include <algorithm>

namespace holdline {

namespace {

const std::initializer_list<QByteArrayView> dateNames{"date", "time", "timestamp", "datetime", "day"};

bool isLong(const FileHead& head)
{
    return head.columnNamed(dateNames) >= 0 && head.columnNamed({"band", "cohort"}) >= 0 &&
           (head.hasColumn("cost_basis") || head.hasColumn("supply_btc"));
}

/// Supplies of holders come under the same names; a price of a bitcoin is below a million, a supply above.
bool looksLikePrices(const FileHead& head)
{
    if (head.lines.size() < 2)
        return false;
    const auto& cells = head.lines[1].fields;
    for (std::size_t i = 0; i < head.columns.size() && i < cells.size(); ++i) {
        const auto value = readCell(cells[i]);
        if (!bandNamed(head.columns[i]).isEmpty() && value && value->toDouble() >= 1e6)
            return false;
    }
    return true;
}

bool isWide(const FileHead& head, const ImportOptions& options)
{
    if (head.columnNamed(dateNames) < 0)
        return false;
    qsizetype bands = 0;
    qsizetype ages = 0;
    for (const auto& column : head.columns) {
        const QString band = bandNamed(column);
        bands += !band.isEmpty();
        ages += isAgeBand(band);
    }
    const bool isAsked = options.kind == QStringLiteral("cohorts");
    return bands > 0 && (isAsked || ages > 0 || looksLikePrices(head));
}

bool recognisesCohortTable(const FileHead& head, const ImportOptions& options)
{
    return head.shape != FileHead::Shape::Html && (isLong(head) || isWide(head, options));
}

SeriesKey keyOf(const QString& band, const QString& column)
{
    SeriesKey key;
    key.name = QStringLiteral("cohort/") + band;
    key.column = column;
    key.source = QStringLiteral("file");
    return key;
}

Result<Done> readWide(Table& table, const ImportOptions& options, ImportSink& sink)
{
    TableMap map;
    map.timeColumn = table.columnNamed(dateNames);
    map.period = utcDay;
    QStringList others;
    for (int i = 0; i < static_cast<int>(table.columns().size()); ++i) {
        const QByteArray& name = table.columns()[static_cast<std::size_t>(i)];
        const QString band = bandNamed(name);
        if (!band.isEmpty())
            map.columns.push_back(
                {i, keyOf(band, QStringLiteral("cost_basis")), QStringLiteral("USD"), true});
        else if (i != map.timeColumn)
            others << QString::fromUtf8(name);
    }
    if (!others.isEmpty())
        sink.say(
            QStringLiteral("columns left out, being no bands: %1").arg(others.join(QStringLiteral(", "))));
    return readMappedTable(table, map, options, sink);
}

struct LongColumns {
    int date = -1;
    int band = -1;
    int costBasis = -1;
    int supply = -1;
};

QString takeLong(const TableRow& row, const LongColumns& at, UtcTime latest, ImportSink& sink)
{
    const auto cell = [&](int column) {
        return column < 0 ? QByteArrayView() : row.cells[static_cast<std::size_t>(column)];
    };
    const auto time = readFileTime(cell(at.date));
    if (!time)
        return notATime(cell(at.date));
    if (time->time > latest)
        return QStringLiteral("a time later than a day from now");
    const QString band = bandNamed(cell(at.band));
    if (band.isEmpty())
        return QStringLiteral("not a band: %1").arg(quoted(cell(at.band)));
    const Period period = utcDay(oneDay.bucketStart(time->time));
    std::vector<SeriesSample> samples;
    const auto take = [&](int column, const QString& name, const QString& unit) -> QString {
        if (isMissingCell(cell(column)))
            return {};
        const auto value = readCell(cell(column));
        if (!value)
            return notANumber(name.toLatin1(), cell(column));
        if (column == at.costBasis && value->units <= 0)
            return QStringLiteral("a price of 0 or less");
        if (value->units < 0)
            return QStringLiteral("a negative supply");
        const int series = sink.series(keyOf(band, name), SeriesKind::Samples, unit);
        samples.push_back({series, {period.from, period.to, period.knownAt, *value}});
        return {};
    };
    QString fault = take(at.costBasis, QStringLiteral("cost_basis"), QStringLiteral("USD"));
    if (fault.isEmpty())
        fault = take(at.supply, QStringLiteral("supply_btc"), QStringLiteral("BTC"));
    if (fault.isEmpty())
        sink.samples(samples);
    return fault;
}

Result<Done> readLong(Table& table, const ImportOptions& options, ImportSink& sink)
{
    const LongColumns at{table.columnNamed(dateNames), table.columnNamed({"band", "cohort"}),
                         table.columnNamed({"cost_basis"}), table.columnNamed({"supply_btc"})};
    TableRow row;
    while (table.next(row) && !sink.shouldStop()) {
        const QString fault =
            row.fault.isEmpty() ? takeLong(row, at, options.now + oneDay.length, sink) : row.fault;
        if (!fault.isEmpty())
            sink.reject(row.line, fault);
    }
    const auto error = table.error();
    return error ? Result<Done>(*error) : Done{};
}

Result<Done> readCohortTable(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const bool hasBandColumn = isLong(file.head());
    const auto table = file.takeTable();
    return hasBandColumn ? readLong(*table, options, sink) : readWide(*table, options, sink);
}

} // namespace

QString bandNamed(QByteArrayView text)
{
    QString band = QString::fromUtf8(text).trimmed().toLower();
    band.replace(QLatin1Char('_'), QLatin1Char('-'))
        .replace(QChar(0x2013), QLatin1Char('-'))
        .remove(QLatin1Char(' '));
    if (band == QStringLiteral("10y-plus") || band == QStringLiteral(">10y"))
        band = QStringLiteral("10y+");
    if (band == QStringLiteral("0d-1d"))
        band = QStringLiteral("0-1d");
    return cohortNames().contains(band) ? band : QString();
}

ImportDialect cohortTableDialect()
{
    return {.name = QStringLiteral("cost bases by age"),
            .kind = QStringLiteral("cohorts"),
            .recognises = recognisesCohortTable,
            .read = readCohortTable};
}

} // namespace holdline

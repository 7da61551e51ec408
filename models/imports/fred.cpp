// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/etfflows.h"
#include "models/imports/filetime.h"
#include "models/imports/mappedtable.h"
#include "models/imports/shippedmaps.h"

#include <QRegularExpression>

#include <algorithm>

namespace holdline {

namespace {

bool isSeriesId(const QByteArray& name)
{
    static const QRegularExpression id(QStringLiteral("^[A-Z][A-Z0-9_]{1,}$"));
    return id.match(QString::fromLatin1(name)).hasMatch();
}

/// Columns under tickers of funds may be flows or prices: the person has to say.
bool recognisesFred(const FileHead& head, const ImportOptions&)
{
    return !nameFunds(head.columns) && head.shape == FileHead::Shape::Lines && head.columns.size() >= 2 &&
           head.columnNamed({"observation_date", "date"}) == 0 &&
           std::all_of(head.columns.begin() + 1, head.columns.end(), isSeriesId);
}

/// Yields and rates of FRED are in per cent; other units are not told by the file.
QString unitOfSeries(const QByteArray& id)
{
    return id.startsWith("DGS") || id.startsWith("DFEDTAR") || id.startsWith("IRLT") ? QStringLiteral("%")
                                                                                     : QString();
}

std::vector<UtcTime> firstDates(const FileHead& head)
{
    std::vector<UtcTime> dates;
    for (std::size_t i = 1; i < head.lines.size(); ++i) {
        const auto time = head.lines[i].fields.empty() ? std::nullopt : readFileTime(head.lines[i].fields[0]);
        if (time)
            dates.push_back(oneDay.bucketStart(time->time));
    }
    return dates;
}

/// What the stored series says about dates that the file holds too.
std::optional<bool> isStoredDaily(const std::vector<UtcTime>& dates, const SeriesKey& key, ImportSink& sink)
{
    for (const UtcTime date : dates) {
        const UtcTime session = newYorkClose(date).from;
        const auto stored = sink.storedSamples(key, {date, session + Span{1}});
        if (!stored.empty())
            return stored.front().from == session;
    }
    return std::nullopt;
}

/// Daily values are closes. A value of a week or more covers the time to the next one. One row alone does not
/// tell; where it is stored, a file with more rows told before.
bool isDaily(const std::vector<UtcTime>& dates)
{
    Span least = oneDay.length;
    for (std::size_t i = 1; i < dates.size(); ++i) {
        const Span gap = std::chrono::abs(dates[i] - dates[i - 1]);
        least = i == 1 ? gap : std::min(least, gap);
    }
    return least < oneWeek.length;
}

Result<Done> readFred(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    TableMap map;
    map.timeColumn = 0;
    for (int i = 1; i < static_cast<int>(table->columns().size()); ++i) {
        const QByteArray& id = table->columns()[static_cast<std::size_t>(i)];
        SeriesKey key;
        key.name = QStringLiteral("macro/") + QString::fromLatin1(id.toLower());
        key.source = QStringLiteral("fred");
        map.columns.push_back({i, key, unitOfSeries(id)});
    }
    const auto dates = firstDates(file.head());
    if (isStoredDaily(dates, map.columns.front().key, sink).value_or(isDaily(dates)))
        map.period = newYorkClose;
    return readMappedTable(*table, map, options, sink);
}

} // namespace

ImportDialect fredDialect()
{
    return {QStringLiteral("FRED"), QStringLiteral("table"), QStringLiteral("fred"), recognisesFred,
            readFred};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/filetime.h"
#include "models/imports/mappedtable.h"
#include "models/imports/shippedmaps.h"

#include <algorithm>

namespace holdline {

namespace {

/// `10Y`, or ten years in Japanese as UTF-8 or Shift_JIS; 0 for anything else.
int yearsOfColumn(QByteArrayView name)
{
    int years = 0;
    qsizetype digits = 0;
    for (; digits < name.size() && digits < 3 && name[digits] >= '0' && name[digits] <= '9'; ++digits)
        years = years * 10 + (name[digits] - '0');
    const auto rest = name.sliced(digits);
    return rest == QByteArrayView("Y") || rest == QByteArrayView("\xE5\xB9\xB4") ||
                   rest == QByteArrayView("\x94\x4E")
               ? years
               : 0;
}

bool isHeader(const FileHead::Line& line)
{
    return line.fields.size() >= 3 && yearsOfColumn(line.fields[0]) == 0 &&
           std::all_of(line.fields.begin() + 1, line.fields.end(),
                       [](const QByteArray& name) { return name.isEmpty() || yearsOfColumn(name) > 0; }) &&
           yearsOfColumn(line.fields[1]) > 0;
}

const FileHead::Line* headerOf(const FileHead& head)
{
    for (std::size_t i = 0; i < head.lines.size() && i < 3; ++i) {
        if (isHeader(head.lines[i]))
            return &head.lines[i];
    }
    return nullptr;
}

bool recognisesMofYields(const FileHead& head, const ImportOptions&)
{
    return head.shape == FileHead::Shape::Lines && headerOf(head) != nullptr;
}

/// `R8.11.20`: years of the eras Reiwa, Heisei, Showa.
std::optional<UtcTime> eraDate(QByteArrayView text)
{
    const int base = text.startsWith('R')   ? 2018
                     : text.startsWith('H') ? 1988
                     : text.startsWith('S') ? 1925
                                            : 0;
    const QByteArrayList parts = text.sliced(base == 0 ? 0 : 1).toByteArray().split('.');
    if (base == 0 || parts.size() != 3)
        return {};
    const QByteArray western = QByteArray::number(base + parts[0].toInt()) + '/' + parts[1] + '/' + parts[2];
    const auto time = readFileTime(western);
    return time ? std::optional(time->time) : std::nullopt;
}

std::optional<UtcTime> readDate(QByteArrayView cell)
{
    if (cell.isEmpty())
        return {};
    if (const auto date = eraDate(cell))
        return date;
    const auto time = readFileTime(cell);
    return time && time->form == FileTime::Form::Date ? std::optional(time->time) : std::nullopt;
}

/// Notes below the table stand in the first column alone.
bool isRemark(const TableRow& row)
{
    const auto isEmpty = [](QByteArrayView cell) { return cell.isEmpty(); };
    return !row.cells.empty() && !readDate(row.cells[0]) &&
           std::all_of(row.cells.begin() + 1, row.cells.end(), isEmpty);
}

TableMap yieldsMap(const Table& table)
{
    TableMap map;
    map.timeColumn = 0;
    map.period = tokyoYields;
    map.readDate = readDate;
    map.isRemark = isRemark;
    for (int i = 1; i < static_cast<int>(table.columns().size()); ++i) {
        const int years = yearsOfColumn(table.columns()[static_cast<std::size_t>(i)]);
        SeriesKey key;
        key.name = QStringLiteral("macro/jgb%1y_yield").arg(years);
        key.source = QStringLiteral("mof");
        if (years > 0)
            map.columns.push_back({i, key, QStringLiteral("%")});
    }
    return map;
}

Result<Done> readMofYields(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable(headerOf(file.head())->number);
    return readMappedTable(*table, yieldsMap(*table), options, sink);
}

} // namespace

ImportDialect mofYieldsDialect()
{
    return {QStringLiteral("MOF yields"), QStringLiteral("table"), QStringLiteral("mof yields"),
            recognisesMofYields, readMofYields};
}

} // namespace holdline

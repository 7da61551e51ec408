// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/filetime.h"
#include "models/imports/mappedtable.h"
#include "models/imports/shippedmaps.h"

#include <algorithm>
#include <array>

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

struct Era {
    char letter;
    int yearBefore;
    int lastYear;
};

constexpr std::array<Era, 3> eras{
    {{'R', 2018, 99}, {'H', 1988, 31}, {'S', 1925, 64}}}; // Reiwa, Heisei, Showa

/// `R8.11.20`: year of an era, month, day.
std::optional<UtcTime> eraDate(QByteArrayView text)
{
    const auto era =
        std::find_if(eras.begin(), eras.end(), [&](const Era& each) { return text.startsWith(each.letter); });
    if (era == eras.end())
        return {};
    const QByteArrayList parts = text.sliced(1).toByteArray().split('.');
    bool isNumber = false;
    const int year = parts.front().toInt(&isNumber);
    if (parts.size() != 3 || !isNumber || year < 1 || year > era->lastYear)
        return {};
    const auto time =
        readFileTime(QByteArray::number(era->yearBefore + year) + '/' + parts[1] + '/' + parts[2]);
    return time && time->form == FileTime::Form::Date ? std::optional(time->time) : std::nullopt;
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

/// Notes below the table have no date and no numbers; their commas may make cells.
bool isRemark(const TableRow& row)
{
    const auto isNoValue = [](QByteArrayView cell) {
        return cell.isEmpty() || (!isMissingCell(cell) && !readCell(cell));
    };
    return !row.cells.empty() && !readDate(row.cells[0]) &&
           std::all_of(row.cells.begin() + 1, row.cells.end(), isNoValue);
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

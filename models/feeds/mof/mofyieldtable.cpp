// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/mof/mofyieldtable.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/httpanswer.h"
#include "models/feeds/mof/mofcells.h"

#include <QByteArrayList>

#include <algorithm>

namespace holdline {

namespace {

constexpr qsizetype mostHeadLines = 5;

QByteArrayList cellsOf(const QByteArray& line)
{
    QByteArrayList cells = line.split(',');
    for (QByteArray& cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// `10Y`; 0 for anything else.
int yearsOf(const QByteArray& heading)
{
    bool isNumber = false;
    const int years = heading.chopped(heading.isEmpty() ? 0 : 1).toInt(&isNumber);
    return isNumber && heading.endsWith('Y') && years > 0 && years <= 100 ? years : 0;
}

bool isHeader(const QByteArrayList& cells)
{
    return cells.front().compare("date", Qt::CaseInsensitive) == 0 &&
           std::any_of(cells.begin(), cells.end(), [](const QByteArray& cell) { return yearsOf(cell) > 0; });
}

/// Notes below the table stand in the first column alone.
bool isRemark(const QByteArrayList& cells)
{
    return std::all_of(cells.begin() + 1, cells.end(), [](const QByteArray& cell) { return cell.isEmpty(); });
}

class YieldTable final {
public:
    YieldTable(const QByteArrayList& headings, FeedRecords& records, MofYields& yields)
        : m_records(records),
          m_yields(yields)
    {
        for (qsizetype i = 1; i < headings.size(); ++i) {
            m_years.push_back(yearsOf(headings[i]));
            if (m_years.back() == 0 && !headings[i].isEmpty())
                reject(QStringLiteral("a column that is no maturity: %1")
                           .arg(QString::fromUtf8(headings[i].left(40))));
        }
    }

    void add(const QByteArrayList& cells)
    {
        const auto day = mofDate(cells.front(), MofDate::YearFirst);
        if (!day && isRemark(cells))
            return;
        if (!day)
            return reject(QStringLiteral("a row without a date"));
        if (cells.size() != static_cast<qsizetype>(m_years.size()) + 1)
            return reject(QStringLiteral("a row that does not fit the headings"));
        for (std::size_t i = 0; i < m_years.size(); ++i)
            take(*day, m_years[i], cells[static_cast<qsizetype>(i) + 1]);
    }

private:
    void take(UtcTime day, int years, const QByteArray& cell)
    {
        if (years == 0 || cell.isEmpty() || cell == "-")
            return;
        if (const auto value = mofYieldOf(cell))
            m_yields[years].push_back({day, *value});
        else
            reject(QStringLiteral("a yield that is no yield"));
    }
    void reject(const QString& reason) { m_records.rejects.push_back(reason); }

    FeedRecords& m_records;
    MofYields& m_yields;
    std::vector<int> m_years; ///< by column after the first; 0: none
};

} // namespace

Reading readMofYields(QByteArrayView bytes, FeedRecords& records, MofYields& yields)
{
    records.clear();
    yields.clear();
    const QByteArrayList lines = withoutMark(bytes.toByteArray()).split('\n');
    qsizetype header = 0;
    while (header < std::min(lines.size(), mostHeadLines) && !isHeader(cellsOf(lines[header])))
        ++header;
    if (header == std::min(lines.size(), mostHeadLines))
        return {Reading::Kind::Rejected, -1,
                QStringLiteral("it is not the English table of yields: no line has Date and maturities")};
    YieldTable table(cellsOf(lines[header]), records, yields);
    for (qsizetype i = header + 1; i < lines.size(); ++i)
        table.add(cellsOf(lines[i]));
    for (auto& [years, values] : yields)
        putInOrder(values);
    return {};
}

} // namespace holdline

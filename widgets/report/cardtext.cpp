// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/cardtext.h"

#include "models/foundation/timetext.h"
#include "models/readings/brieftext.h"
#include "widgets/report/cardstage.h"

#include <QHeaderView>
#include <QTableView>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// One line of a cell: what divides cells and lines cannot stand inside one.
QString cellLine(const QVariant& value)
{
    return value.toString().simplified();
}

/// Titles first.
std::vector<QStringList> copiedRows(const QAbstractItemModel& model)
{
    std::vector<QStringList> rows(1);
    for (int column = 0; column < model.columnCount(); ++column)
        rows[0].append(cellLine(model.headerData(column, Qt::Horizontal)));
    for (int row = 0; row < model.rowCount(); ++row) {
        rows.emplace_back();
        for (int column = 0; column < model.columnCount(); ++column)
            rows.back().append(cellLine(model.index(row, column).data()));
    }
    return rows;
}

std::vector<QStringList> copiedRows(const CardNumbers& numbers)
{
    std::vector<QStringList> rows{{u"row"_s, u"column"_s, u"value"_s, u"unit"_s, u"source"_s, u"known_at"_s}};
    for (const CardNumber& number : numbers)
        rows.push_back({number.row, number.column, QString::fromUtf8(number.value), number.unit,
                        number.source, number.knownAt ? toIso(*number.knownAt) : QString()});
    return rows;
}

QString htmlRow(const QStringList& cells, QLatin1String tag)
{
    QString row = u"<tr>"_s;
    for (const QString& cell : cells)
        row += u"<%1>%2</%1>"_s.arg(tag, cell.toHtmlEscaped());
    return row + u"</tr>\n"_s;
}

/// A line a row, of the columns that are shown: `20 Jan 2026 · Total −479.7 · IBIT −267.2`; without titles
/// where the table shows none.
QStringList rowLines(const QTableView& table)
{
    const QAbstractItemModel& model = *table.model();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString cell = cellLine(model.index(row, column).data());
            if (cell.isEmpty() || table.isColumnHidden(column))
                continue;
            const bool isNamed = column > 0 && !table.horizontalHeader()->isHidden();
            cells.append(isNamed ? cellLine(model.headerData(column, Qt::Horizontal)) + u' ' + cell : cell);
        }
        lines.append(cells.join(u" · "_s));
    }
    return lines;
}

QString cardHeading(const CardStage& stage, const CardFacts& facts, const View& view, const ViewData& data)
{
    return u"%1 · %2, %3 · %4 %5"_s.arg(stage.card().title(), data.instrumentTitle, data.venueTitle,
                                        dayTimeText(facts.data.at, zoneByName(view.zone), 0), view.zone);
}

} // namespace

QString cardText(const CardEntry& entry, const CardFacts& facts, const View& view, const ViewData& data)
{
    if (entry.id == u"brief"_s && facts.data.brief)
        return briefText(*facts.data.brief, outstanding(*facts.data.brief), BriefForm::Plain);
    const CardStage stage(entry, facts, themeByName(view.theme));
    QStringList lines{cardHeading(stage, facts, view, data)};
    lines += stage.words();
    for (const QTableView* const table : stage.tables())
        lines += rowLines(*table);
    if (!stage.card().note().isEmpty())
        lines.append(stage.card().note());
    if (const QStringList sources = sourcesOf(entry.numbers(facts)); !sources.isEmpty())
        lines.append(u"Sources: "_s + sources.join(u"; "_s));
    if (data.isReconstruction)
        lines.append(u"This is a %1, not a record of a market."_s.arg(data.statement));
    return lines.join(u'\n') + u'\n';
}

CopiedTable copiedTable(const std::vector<QStringList>& rows)
{
    CopiedTable copied{.text = {}, .html = u"<table>\n"_s};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        copied.text += rows[i].join(u'\t') + u'\n';
        copied.html += htmlRow(rows[i], i == 0 ? QLatin1String("th") : QLatin1String("td"));
    }
    copied.html += u"</table>\n"_s;
    return copied;
}

CopiedTable cardTable(const CardEntry& entry, const CardFacts& facts)
{
    const CardStage stage(entry, facts, themeByName({}));
    CopiedTable copied;
    for (const QTableView* const table : stage.tables()) {
        const CopiedTable one = copiedTable(copiedRows(*table->model()));
        copied.text += (copied.text.isEmpty() ? QString() : u"\n"_s) + one.text;
        copied.html += one.html;
    }
    return copied.text.isEmpty() ? copiedTable(copiedRows(entry.numbers(facts))) : copied;
}

} // namespace holdline

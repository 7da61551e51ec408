// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/briefjson.h"
#include "models/reports/reportcontent.h"
#include "models/views/exportdocument.h"
#include "models/views/reportrecord.h"

#include <QSet>

namespace holdline {

namespace {

QByteArray csvField(QByteArray bytes)
{
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n'))
        return bytes;
    return '"' + bytes.replace("\"", "\"\"") + '"';
}

/// A number, a time or a word as it stands in a cell.
QByteArray cellOf(const ReadingValue& value)
{
    if (const auto* const text = std::get_if<QString>(&value))
        return text->toUtf8();
    if (const auto* const time = std::get_if<UtcTime>(&value))
        return toIso(*time).toLatin1();
    return std::holds_alternative<std::monostate>(value) ? QByteArray() : jsonOf(value);
}

void addReading(const MarketReading& reading, QByteArray& out)
{
    const auto row = [&](const QByteArray& column, const ReadingValue& value) {
        out += csvField("brief/" + reading.id.toUtf8()) + ',' + csvField(column) + ',' +
               toIso(reading.at).toLatin1() + ",," + csvField(cellOf(value)) + ',' +
               toIso(reading.knownAt).toLatin1() + ',' + csvField(reading.origin.source.toUtf8()) + '\n';
    };
    if (const auto* const fields = std::get_if<std::vector<ReadingField>>(&reading.value)) {
        for (const ReadingField& field : *fields)
            row(field.name.toUtf8(), field.value);
        return;
    }
    row("value", reading.value);
}

/// Behind the line end of the row that begins there; a quoted field may hold line ends.
qsizetype endOfRow(const QByteArray& table, qsizetype begin)
{
    bool isOpen = false;
    for (qsizetype at = begin; at < table.size(); ++at) {
        if (table[at] == '"')
            isOpen = !isOpen;
        else if (table[at] == '\n' && !isOpen)
            return at + 1;
    }
    return table.size();
}

/// Rows of several tables, each once.
class RowsOnce final {
public:
    void add(const QByteArray& table)
    {
        qsizetype at = table.indexOf('\n') + 1;
        if (m_out.isEmpty())
            m_out = table.first(at);
        while (at < table.size()) {
            const qsizetype end = endOfRow(table, at);
            const QByteArray row = table.mid(at, end - at);
            if (!m_seen.contains(row)) {
                m_seen.insert(row);
                m_out += row;
            }
            at = end;
        }
    }
    [[nodiscard]] QByteArray& out() { return m_out; }

private:
    QByteArray m_out;
    QSet<QByteArray> m_seen;
};

} // namespace

Result<QByteArray> reportNumbers(Store& store, const ReportContent& content)
{
    RowsOnce rows;
    for (const ReportPicture& picture : content.pictures) {
        const auto numbers = visibleNumbers(store, recordedView(picture.view), picture.data);
        if (numbers.hasError())
            return numbers.error();
        rows.add(numbers.value());
    }
    if (rows.out().isEmpty())
        rows.out() = "series,column,time,to,value,known_at,source\n";
    for (const MarketReading& reading : content.brief.readings)
        addReading(reading, rows.out());
    return rows.out();
}

} // namespace holdline

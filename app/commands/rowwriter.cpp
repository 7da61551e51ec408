// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/rowwriter.h"

#include "models/foundation/jsontext.h"

namespace holdline {

namespace {

constexpr qsizetype pieceBytes = 1 << 16;

template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

QByteArray csvCell(const Cell& cell)
{
    return std::visit(Overloaded{[](std::monostate) { return QByteArray(); },
                                 [](Amount amount) { return amount.toText(); },
                                 [](qint64 number) { return QByteArray::number(number); },
                                 [](UtcTime time) { return toIso(time).toLatin1(); },
                                 [](const QString& text) { return csvField(text); }},
                      cell);
}

QByteArray jsonCell(const Cell& cell)
{
    return std::visit(Overloaded{[](std::monostate) { return QByteArrayLiteral("null"); },
                                 [](Amount amount) { return amount.toText(); },
                                 [](qint64 number) { return QByteArray::number(number); },
                                 [](UtcTime time) { return jsonTime(time); },
                                 [](const QString& text) { return jsonText(text); }},
                      cell);
}

} // namespace

QByteArray csvField(const QString& text)
{
    QByteArray field = text.toUtf8();
    const bool needsQuotes =
        field.contains(',') || field.contains('"') || field.contains('\n') || field.contains('\r');
    return needsQuotes ? '"' + field.replace("\"", "\"\"") + '"' : field;
}

RowWriter::RowWriter(RowFormat format, Output output) : m_format(format), m_output(std::move(output))
{
    m_pending.reserve(pieceBytes + 1024);
}

void RowWriter::begin(const std::vector<QString>& columns)
{
    if (m_format == RowFormat::Csv) {
        const std::vector<Cell> cells(columns.begin(), columns.end());
        appendCsv(cells);
        return;
    }
    for (const QString& column : columns)
        m_keys.push_back(jsonText(column) + ':');
    m_pending += '[';
}

bool RowWriter::row(std::span<const Cell> cells)
{
    if (m_format == RowFormat::Csv)
        appendCsv(cells);
    else
        appendJson(cells);
    if (m_pending.size() >= pieceBytes)
        flush();
    return m_hasReader;
}

void RowWriter::finish()
{
    if (m_format == RowFormat::Json)
        m_pending += m_hasRows ? "\n]\n" : "]\n";
    flush();
}

void RowWriter::flush()
{
    m_hasReader = m_hasReader && m_output(m_pending);
    m_pending.resize(0);
}

void RowWriter::appendCsv(std::span<const Cell> cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_pending += ',';
        m_pending += csvCell(cells[i]);
    }
    m_pending += '\n';
}

void RowWriter::appendJson(std::span<const Cell> cells)
{
    m_pending += m_hasRows ? ",\n{" : "\n{";
    m_hasRows = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_pending += ',';
        m_pending += m_keys[i];
        m_pending += jsonCell(cells[i]);
    }
    m_pending += '}';
}

} // namespace holdline

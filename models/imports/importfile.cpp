// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/importfile.h"

#include "models/imports/delimitedtable.h"
#include "models/imports/jsontable.h"

namespace holdline {

namespace {

constexpr qint64 mostJson = 256'000'000;

} // namespace

Result<ImportFile> ImportFile::open(ByteSource& source, const QString& name, Json json)
{
    ImportFile file;
    file.m_bytes = std::make_unique<PeekSource>(source);
    const auto first = file.m_bytes->peek();
    if (first.hasError())
        return first.error();
    if (first.value().isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("the file is empty")};
    auto head = readHead(first.value());
    if (head.hasError())
        return head.error();
    file.m_head = std::move(head).value();
    file.m_head.fileName = name.section(QLatin1Char('/'), -1);
    file.m_head.folder = name.section(QLatin1Char('/'), 0, -2);
    const auto read = file.m_head.shape == FileHead::Shape::Lines ? Result<Done>(Done{}) : file.readAll(json);
    if (read.hasError())
        return read.error();
    return file;
}

Result<Done> ImportFile::readAll(Json json)
{
    auto text = readWhole(*m_bytes, mostJson);
    if (text.hasError())
        return text.error();
    m_text = std::move(text).value();
    if (m_head.shape != FileHead::Shape::Json || json == Json::Text)
        return Done{};
    auto records = JsonTable::read(m_text);
    if (records.hasError())
        return records.error();
    m_records = std::move(records).value();
    m_head.columns = m_records->columns();
    return Done{};
}

std::unique_ptr<Table> ImportFile::takeTable(qint64 headerLine, const std::vector<QByteArray>& columns)
{
    if (m_records)
        return std::move(m_records);
    return std::make_unique<DelimitedTable>(*m_bytes, m_head.separator, headerLine, columns);
}

} // namespace holdline

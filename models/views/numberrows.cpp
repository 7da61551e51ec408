// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/numberrows.h"

namespace holdline {

void NumberRows::begin(UtcTime at, const QString& source)
{
    begin(toIso(at), source, at);
}

void NumberRows::begin(const QString& row, const QString& source, std::optional<UtcTime> at)
{
    m_row = row;
    m_source = source;
    m_at = at;
    m_knownAt.reset();
}

void NumberRows::add(const QString& column, const QByteArray& value, const QString& unit)
{
    m_numbers.push_back({.row = m_row,
                         .column = column,
                         .value = value,
                         .unit = unit,
                         .source = m_source,
                         .at = m_at,
                         .knownAt = m_knownAt});
}

void NumberRows::add(const QString& column, const QString& words, const QString& unit)
{
    add(column, words.toUtf8(), unit);
}

void NumberRows::add(const QString& column, UtcTime time)
{
    add(column, toIso(time).toLatin1());
}

QString sourceWords(const QString& source, const QString& definition)
{
    return definition.isEmpty() ? source : QStringLiteral("%1 (%2)").arg(source, definition);
}

} // namespace holdline

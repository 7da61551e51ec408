// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/jsontext.h"

namespace holdline::testing {

void JsonText::begin(const char* key)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"';
    m_members += key;
    m_members += "\":";
}

JsonText& JsonText::text(const char* key, QByteArrayView value)
{
    begin(key);
    m_members += '"';
    m_members.append(value.data(), value.size());
    m_members += '"';
    return *this;
}

JsonText& JsonText::number(const char* key, qint64 value)
{
    begin(key);
    m_members += QByteArray::number(value);
    return *this;
}

JsonText& JsonText::flag(const char* key, bool value)
{
    begin(key);
    m_members += value ? "true" : "false";
    return *this;
}

JsonText& JsonText::raw(const char* key, QByteArrayView value)
{
    begin(key);
    m_members.append(value.data(), value.size());
    return *this;
}

QByteArray jsonArray(const QByteArrayList& values)
{
    return '[' + values.join(',') + ']';
}

QByteArray quoted(QByteArrayView text)
{
    return '"' + text.toByteArray() + '"';
}

QByteArray fixedText(Int128 units, int decimals)
{
    const bool isNegative = units < 0;
    const Int128 magnitude = isNegative ? -units : units;
    QByteArray fraction =
        QByteArray::number(static_cast<qint64>(magnitude % decimalUnits)).rightJustified(8, '0');
    QByteArray text =
        (isNegative ? "-" : "") + QByteArray::number(static_cast<qint64>(magnitude / decimalUnits));
    if (decimals > 0)
        text += '.' + fraction.left(decimals);
    return text;
}

QByteArray isoText(UtcTime time, int digits)
{
    const UtcTime second = std::chrono::floor<std::chrono::seconds>(time);
    QByteArray text = toIso(second).toLatin1();
    text.chop(1);
    text += '.' + QByteArray::number((time - second).count()).rightJustified(3, '0');
    return text + QByteArray(digits - 3, '0') + 'Z';
}

} // namespace holdline::testing

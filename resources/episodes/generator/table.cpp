// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/table.h"

namespace holdline {

QByteArray minuteText(UtcTime time)
{
    return toIso(time).left(16).toLatin1() + 'Z';
}

QByteArray fixedText(std::int64_t value, int digits)
{
    QByteArray text = QByteArray::number(value < 0 ? -value : value).rightJustified(digits + 1, '0');
    if (digits > 0) {
        text.insert(text.size() - digits, '.');
        while (text.endsWith('0'))
            text.chop(1);
        if (text.endsWith('.'))
            text.chop(1);
    }
    return value < 0 ? '-' + text : text;
}

QByteArray sampleTable(const QByteArray& columns, const std::vector<SampleRow>& rows, int digits)
{
    QByteArray table = "time,to,known_at," + columns + '\n';
    for (const SampleRow& row : rows) {
        table += minuteText(row.from) + ',' + minuteText(row.to) + ',' + minuteText(row.knownAt);
        for (const auto& value : row.values)
            table += value ? ',' + fixedText(*value, digits) : QByteArray(",");
        table += '\n';
    }
    return table;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cardnumbers.h"

#include <QJsonObject>
#include <QStringList>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QByteArray csvCell(const QByteArray& bytes)
{
    const bool isPlain = std::none_of(bytes.begin(), bytes.end(),
                                      [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    return isPlain ? bytes : '"' + QByteArray(bytes).replace("\"", "\"\"") + '"';
}

QByteArray csvCell(const QString& text)
{
    return csvCell(text.toUtf8());
}

QByteArray timeCell(const std::optional<UtcTime>& time)
{
    return time ? toIso(*time).toLatin1() : QByteArray();
}

QJsonValue jsonTimeOf(const std::optional<UtcTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

QString recordedSeries(const QString& card, const CardNumber& number)
{
    const bool isItsTime = number.at && number.row == toIso(*number.at);
    return isItsTime ? card : card + u'/' + number.row;
}

} // namespace

QByteArray cardCsv(const QString& card, std::span<const CardNumber> numbers)
{
    QByteArray csv = "card,row,column,value,unit,source,known_at\n";
    for (const CardNumber& number : numbers)
        csv += csvCell(card) + ',' + csvCell(number.row) + ',' + csvCell(number.column) + ',' +
               csvCell(number.value) + ',' + csvCell(number.unit) + ',' + csvCell(number.source) + ',' +
               timeCell(number.knownAt) + '\n';
    return csv;
}

QJsonArray cardValues(std::span<const CardNumber> numbers)
{
    QJsonArray values;
    for (const CardNumber& number : numbers)
        values.append(QJsonObject{
            {u"row"_s, number.row},
            {u"column"_s, number.column},
            {u"value"_s, number.value.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(number.value))},
            {u"unit"_s, number.unit},
            {u"source"_s, number.source},
            {u"at"_s, jsonTimeOf(number.at)},
            {u"knownAt"_s, jsonTimeOf(number.knownAt)}});
    return values;
}

QByteArray recordedNumbers(const QString& card, std::span<const CardNumber> numbers)
{
    QByteArray lines = "series,column,time,to,value,known_at,source\n";
    for (const CardNumber& number : numbers)
        lines += csvCell(recordedSeries(card, number)) + ',' + csvCell(number.column) + ',' +
                 timeCell(number.at) + ",," + csvCell(number.value) + ',' + timeCell(number.knownAt) + ',' +
                 csvCell(number.source) + '\n';
    return lines;
}

QStringList sourcesOf(std::span<const CardNumber> numbers)
{
    QStringList sources;
    for (const CardNumber& number : numbers)
        if (!number.source.isEmpty() && !sources.contains(number.source))
            sources.append(number.source);
    return sources;
}

} // namespace holdline

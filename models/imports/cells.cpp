// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"

#include "models/imports/filehead.h"

#include <QByteArray>

namespace holdline {

namespace {

/// Commas that stand where thousands end go; a comma elsewhere stays and spoils the number.
QByteArray withoutThousands(QByteArrayView text)
{
    const qsizetype point = text.indexOf('.');
    const qsizetype end = point < 0 ? text.size() : point;
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isThousands = text[i] == ',' && i > 0 && i < end && (end - i) % 4 == 0;
        if (!isThousands)
            plain.append(text[i]);
    }
    return plain;
}

/// Moves the decimal point by writing the exponent, so that no digit is lost on the way.
QByteArray scaled(const QByteArray& text, int power)
{
    qsizetype e = text.indexOf('e');
    e = e < 0 ? text.indexOf('E') : e;
    if (e < 0)
        return text + 'e' + QByteArray::number(power);
    bool isNumber = false;
    const int exponent = text.sliced(e + 1).toInt(&isNumber);
    return isNumber ? text.first(e) + 'e' + QByteArray::number(exponent + power) : QByteArray();
}

} // namespace

std::optional<Amount> readCell(QByteArrayView cell, int power)
{
    const bool isNegative = cell.size() > 2 && cell.startsWith('(') && cell.endsWith(')');
    if (isNegative)
        cell = cell.sliced(1, cell.size() - 2);
    if (power == 0 && !isNegative && !cell.contains(','))
        return Amount::parse(cell);
    QByteArray text = cell.contains(',') ? withoutThousands(cell) : cell.toByteArray();
    if (text.startsWith("\xE2\x88\x92"))
        text.replace(0, 3, "-");
    const auto amount = Amount::parse(power == 0 ? text : scaled(text, power));
    return amount && isNegative ? std::optional(-*amount) : amount;
}

QString notANumber(QByteArrayView column, QByteArrayView cell)
{
    return QStringLiteral("%1 is not a number: %2").arg(QString::fromUtf8(column), quoted(cell));
}

QString notATime(QByteArrayView cell)
{
    return cell.isEmpty() ? QStringLiteral("time is empty")
                          : QStringLiteral("not a time: %1").arg(quoted(cell));
}

} // namespace holdline

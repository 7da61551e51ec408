// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/typedamount.h"

#include <array>

namespace holdline {

namespace {

struct Unit {
    QChar letter;
    int digits; ///< zeros of it
};
constexpr std::array<Unit, 4> units{{{u'T', 12}, {u'B', 9}, {u'M', 6}, {u'K', 3}}};

QByteArray shifted(QByteArray digits, int by)
{
    const qsizetype point = digits.indexOf('.');
    const qsizetype decimals = point < 0 ? 0 : digits.size() - point - 1;
    digits.remove(point < 0 ? digits.size() : point, 1);
    if (decimals <= by)
        return digits + QByteArray(by - decimals, '0');
    digits.insert(digits.size() - (decimals - by), '.');
    return digits;
}

Int128 power(int digits)
{
    Int128 power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    return power;
}

} // namespace

Result<Amount> parseTypedAmount(const QString& text)
{
    QString digits = text.trimmed().toUpper();
    digits.remove(u',').remove(u' ').remove(QChar(0x00A0)).remove(u'$').replace(QChar(0x2212), u'-');
    int zeros = 0;
    for (const Unit& unit : units) {
        if (digits.endsWith(unit.letter)) {
            zeros = unit.digits;
            digits.chop(1);
            break;
        }
    }
    const QByteArray plain = digits.toLatin1();
    const bool isPlain = !plain.isEmpty() && !plain.contains('E');
    const auto amount = isPlain && Amount::parse(plain) ? Amount::parse(shifted(plain, zeros)) : std::nullopt;
    if (!amount)
        return Error{
            Error::Kind::Malformed,
            QStringLiteral("“%1” is no amount; write 92500, 0.0005, 100M or -1.5B").arg(text.trimmed())};
    return *amount;
}

QString typedAmountText(Amount amount)
{
    const Int128 size = amount.units < 0 ? -amount.units : amount.units;
    for (const Unit& unit : units) {
        const Int128 one = power(unit.digits) * decimalUnits;
        // As it is where the unit would need more than three decimals.
        if (size >= one && size % (one / 1000) == 0)
            return QString::fromLatin1(decimalText(amount.units / power(unit.digits))) + unit.letter;
    }
    return QString::fromLatin1(amount.toText());
}

} // namespace holdline

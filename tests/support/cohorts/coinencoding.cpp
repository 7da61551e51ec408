// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohorts/coinencoding.h"

#include <QCryptographicHash>

namespace holdline::testing {

QByteArray varint(quint64 n)
{
    QByteArray bytes(1, static_cast<char>(n & 0x7f));
    while (n > 0x7f) {
        n = (n >> 7) - 1;
        bytes.prepend(static_cast<char>((n & 0x7f) | 0x80));
    }
    return bytes;
}

QByteArray compactSize(quint64 n)
{
    if (n < 253)
        return littleEndian(n, 1);
    if (n <= 0xffff)
        return '\xfd' + littleEndian(n, 2);
    if (n <= 0xffffffff)
        return '\xfe' + littleEndian(n, 4);
    return '\xff' + littleEndian(n, 8);
}

quint64 compressedAmount(quint64 satoshi)
{
    if (satoshi == 0)
        return 0;
    quint64 exponent = 0;
    for (; exponent < 9 && satoshi % 10 == 0; ++exponent)
        satoshi /= 10;
    if (exponent < 9)
        return 1 + 10 * (9 * (satoshi / 10) + satoshi % 10 - 1) + exponent;
    return 1 + 10 * (satoshi - 1) + 9;
}

QByteArray littleEndian(quint64 n, int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text.append(static_cast<char>(n >> (8 * i) & 0xff));
    return text;
}

QByteArray sha256Of(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray doubleSha256Of(const QByteArray& bytes)
{
    return sha256Of(sha256Of(bytes));
}

} // namespace holdline::testing

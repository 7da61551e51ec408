// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/numbertext.h"

#include <QLocale>

#include <cmath>

namespace holdline {

QString numberText(double value, int decimals, Sign sign)
{
    if (!std::isfinite(value))
        return {};
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    QString text = QLocale::c().toString(std::abs(rounded), 'f', decimals);
    const auto point = text.indexOf(QLatin1Char('.'));
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3) {
        if (text[at - 1] != QLatin1Char(',') && text[at] != QLatin1Char(','))
            text.insert(at, QLatin1Char(','));
    }
    if (rounded < 0)
        return QChar(0x2212) + text;
    return sign == Sign::Always && rounded > 0 ? QLatin1Char('+') + text : text;
}

QString priceText(double price, bool cents)
{
    const double size = std::abs(price);
    if (size >= 1000)
        return numberText(price, cents ? 2 : 0);
    if (size >= 10)
        return numberText(price, 2);
    return numberText(price, size >= 0.1 ? 4 : 6);
}

QString moneyText(double usd, Sign sign)
{
    if (!std::isfinite(usd))
        return {};
    const double size = std::abs(usd);
    if (size >= 999.95e6)
        return numberText(usd / 1e9, 2, sign) + QStringLiteral(" B");
    if (size >= 1e6)
        return numberText(usd / 1e6, 1, sign) + QStringLiteral(" M");
    return numberText(usd, 0, sign);
}

QString percentText(double percent, int decimals)
{
    const QString text = numberText(percent, decimals, Sign::Always);
    return text.isEmpty() ? text : text + QStringLiteral(" %");
}

QString gigabyteText(qint64 bytes)
{
    return numberText(static_cast<double>(bytes) / 1e9, 1) + QStringLiteral(" GB");
}

} // namespace holdline

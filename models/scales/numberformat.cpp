// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/numberformat.h"

#include "models/scales/moneyunit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace holdline {

namespace {

constexpr int mostDecimals = 12;
constexpr QChar minus{0x2212};

void appendGrouped(QString& text, std::string_view whole)
{
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i != 0 && (whole.size() - i) % 3 == 0)
            text += QLatin1Char(',');
        text += QLatin1Char(whole[i]);
    }
}

QString withPlus(const QString& text, double value)
{
    const bool isNothing = std::ranges::none_of(text, [](QChar c) { return c >= u'1' && c <= u'9'; });
    return value > 0 && !isNothing ? QLatin1Char('+') + text : text;
}

/// Three digits without trailing zeros after the point; the value is from 1 to below 999.5.
QString threeDigits(double value)
{
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    QString text = numberText(value, decimals);
    while (decimals > 0 && text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace

QString numberText(double value, int decimals)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 400> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::fixed, std::clamp(decimals, 0, mostDecimals))
                         .ptr;
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    QString text;
    text.reserve(static_cast<qsizetype>(digits.size() * 4 / 3 + 2));
    if (value < 0 && digits.find_first_not_of("0.") != std::string_view::npos)
        text += minus;
    const auto point = std::min(digits.find('.'), digits.size());
    appendGrouped(text, digits.substr(0, point));
    const auto rest = digits.substr(point);
    return text + QLatin1String(rest.data(), static_cast<qsizetype>(rest.size()));
}

int decimalsFor(double step)
{
    if (!std::isfinite(step) || step == 0)
        return 0;
    double scaled = std::abs(step);
    int decimals = 0;
    while (decimals < mostDecimals && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled) {
        ++decimals;
        scaled = std::abs(step) * std::pow(10.0, decimals);
    }
    return decimals;
}

QString priceText(double price, double tickSize)
{
    return numberText(price, decimalsFor(tickSize));
}

QString moneyText(double usd)
{
    const double size = std::abs(usd);
    if (size < 0.995)
        return numberText(usd, size < 0.005 ? 0 : 2);
    if (size < 999.5)
        return numberText(usd, 0);
    const MoneyUnit unit = moneyUnit(size * (1 + 0.5 / 999));
    const QString text = threeDigits(size / unit.size) + unit.suffix;
    return usd < 0 ? minus + text : text;
}

QString signedMoneyText(double usd)
{
    return withPlus(moneyText(usd), usd);
}

QString percentText(double percent, int decimals)
{
    const QString text = numberText(percent, decimals);
    return text.isEmpty() ? text : withPlus(text, percent) + QStringLiteral(" %");
}

} // namespace holdline

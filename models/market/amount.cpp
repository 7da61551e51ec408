// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/amount.h"

#include "models/market/digits.h"

#include <QtNumeric>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace holdline {

namespace {

__extension__ using UnsignedInt128 = unsigned __int128;

constexpr std::array<qint64, 19> powersOfTen = [] {
    std::array<qint64, 19> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

constexpr Int128 greatest = (static_cast<Int128>(1) << 126) - 1;
constexpr std::size_t unitDigits = 8;

/// The digits of a number without sign, point and exponent: value = digits x 10^(exponent - fraction).
struct Digits {
    QByteArray digits;
    qint64 scale = 0; ///< power of ten of the last digit
    bool negative = false;
};

std::optional<qint64> parseExponent(const char*& at, const char* end)
{
    ++at;
    const bool negative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+'))
        ++at;
    const char* const begin = at;
    qint64 exponent = 0;
    for (; at != end && *at >= '0' && *at <= '9'; ++at)
        exponent = std::min<qint64>(exponent * 10 + (*at - '0'), 100'000);
    if (at == begin)
        return std::nullopt;
    return negative ? -exponent : exponent;
}

std::optional<Digits> splitNumber(QByteArrayView text)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    Digits number;
    number.negative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+'))
        ++at;
    bool sawDigit = false;
    bool sawPoint = false;
    for (; at != end; ++at) {
        if (*at >= '0' && *at <= '9') {
            sawDigit = true;
            if (!(number.digits.isEmpty() && *at == '0'))
                number.digits.append(*at);
            number.scale -= sawPoint;
        } else if (*at == '.' && !sawPoint) {
            sawPoint = true;
        } else {
            break;
        }
    }
    if (!sawDigit)
        return std::nullopt;
    if (at != end && (*at == 'e' || *at == 'E')) {
        const auto exponent = parseExponent(at, end);
        if (!exponent)
            return std::nullopt;
        number.scale += *exponent;
    }
    if (at != end)
        return std::nullopt;
    return number;
}

std::optional<Int128> toUnits(const Digits& number)
{
    if (number.digits.isEmpty())
        return 0;
    const qint64 keep = number.digits.size() + number.scale + static_cast<qint64>(unitDigits);
    if (keep > 38)
        return std::nullopt;
    if (keep < 0)
        return 0;
    Int128 units = 0;
    for (qint64 i = 0; i < keep; ++i) {
        const int digit = i < number.digits.size() ? number.digits[i] - '0' : 0;
        if (units > (greatest - digit) / 10)
            return std::nullopt;
        units = units * 10 + digit;
    }
    const bool roundsUp = keep < number.digits.size() && number.digits[keep] >= '5';
    units += roundsUp;
    return number.negative ? -units : units;
}

/// mantissa x 10^-fraction
struct ShortNumber {
    qint64 mantissa = 0;
    std::size_t fraction = 0; ///< digits after the point, at most unitDigits

    [[nodiscard]] qint64 factor() const { return powersOfTen[unitDigits - fraction]; }
};

/// The common case: at most 18 digits, at most 8 of them after the point, no exponent and no plus sign.
/// False: read it the long way.
inline bool parseShort(QByteArrayView text, ShortNumber& number)
{
    const char* const end = text.data() + text.size();
    const bool isNegative = !text.isEmpty() && text.front() == '-';
    const char* const begin = text.data() + isNegative;
    quint64 mantissa = 0;
    // More than 18 digits may run over, and are found too many below.
    const char* const wholeEnd = takeDigits(begin, end, mantissa);
    auto digits = wholeEnd - begin;
    if (wholeEnd != end) {
        if (*wholeEnd != '.' || takeDigits(wholeEnd + 1, end, mantissa) != end)
            return false;
        number.fraction = static_cast<std::size_t>(end - wholeEnd - 1);
        digits += end - wholeEnd - 1;
    }
    if (digits == 0 || digits > 18 || number.fraction > unitDigits)
        return false;
    number.mantissa = isNegative ? -static_cast<qint64>(mantissa) : static_cast<qint64>(mantissa);
    return true;
}

std::optional<qint64> narrow(std::optional<Int128> units)
{
    if (!units || *units > std::numeric_limits<qint64>::max() || *units < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return static_cast<qint64>(*units);
}

/// As parseDecimalUnits(), within 64 bits.
std::optional<qint64> parseNarrowUnits(QByteArrayView text)
{
    ShortNumber number;
    qint64 units = 0;
    if (parseShort(text, number) && !qMulOverflow(number.mantissa, number.factor(), &units))
        return units;
    return narrow(parseDecimalUnits(text));
}

} // namespace

std::optional<Int128> parseDecimalUnits(QByteArrayView text)
{
    ShortNumber shortNumber;
    if (parseShort(text, shortNumber))
        return static_cast<Int128>(shortNumber.mantissa) * shortNumber.factor();
    const auto number = splitNumber(text);
    return number ? toUnits(*number) : std::nullopt;
}

QByteArray decimalText(Int128 units)
{
    std::array<char, 48> buffer{};
    char* at = buffer.data() + buffer.size();
    const bool negative = units < 0;
    auto rest = negative ? -static_cast<UnsignedInt128>(units) : static_cast<UnsignedInt128>(units);
    bool sawDigit = false;
    for (std::size_t i = 0; i < unitDigits; ++i, rest /= 10) {
        const int digit = static_cast<int>(rest % 10);
        sawDigit = sawDigit || digit != 0;
        if (sawDigit)
            *--at = static_cast<char>('0' + digit);
    }
    if (sawDigit)
        *--at = '.';
    do {
        *--at = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (negative)
        *--at = '-';
    return {at, buffer.data() + buffer.size() - at};
}

std::optional<Amount> Amount::parse(QByteArrayView text)
{
    const auto units = parseDecimalUnits(text);
    return units ? std::optional(Amount{*units}) : std::nullopt;
}

Amount Amount::fromDouble(double value)
{
    return {static_cast<Int128>(std::round(value * 1e8))};
}

std::optional<Price> Price::parse(QByteArrayView text)
{
    const auto units = parseNarrowUnits(text);
    return units ? std::optional(Price{*units}) : std::nullopt;
}

Price Price::fromDouble(double value)
{
    return {static_cast<qint64>(std::llround(value * 1e8))};
}

std::optional<Quantity> Quantity::parse(QByteArrayView text)
{
    const auto units = parseNarrowUnits(text);
    return units ? std::optional(Quantity{*units}) : std::nullopt;
}

Amount operator*(Price price, Quantity quantity)
{
    const Int128 product = static_cast<Int128>(price.units) * quantity.units;
    const Int128 half = product < 0 ? -decimalUnits / 2 : decimalUnits / 2;
    return {(product + half) / decimalUnits};
}

} // namespace holdline

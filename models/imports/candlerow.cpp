// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candlerow.h"

#include <array>
#include <limits>

namespace holdline {

namespace {

constexpr int unitDigits = 8;
constexpr std::array<qint64, 9> powersOfTen{1,       10,        100,        1000,       10'000,
                                            100'000, 1'000'000, 10'000'000, 100'000'000};

/// A number of at most 18 digits without sign or exponent, up to the separator.
struct ShortNumber {
    quint64 mantissa = 0;
    int fraction = 0; ///< digits after the point
    int digits = 0;
};

/// Moves `at` to the separator or the end. False: read it the slow way.
inline bool takeShort(const char*& at, const char* end, char separator, ShortNumber& number)
{
    const char* const begin = at;
    const char* point = nullptr;
    quint64 mantissa = 0;
    for (; at != end && *at != separator; ++at) {
        const auto digit = static_cast<unsigned char>(*at - '0');
        if (digit <= 9)
            mantissa = mantissa * 10 + digit;
        else if (*at == '.' && !point)
            point = at;
        else
            return false;
    }
    number.mantissa = mantissa;
    number.fraction = point ? static_cast<int>(at - point) - 1 : 0;
    number.digits = static_cast<int>(at - begin) - (point ? 1 : 0);
    return number.digits > 0 && number.digits <= 18 && number.fraction <= unitDigits;
}

inline bool toUnits(const ShortNumber& number, qint64& units)
{
    return !__builtin_mul_overflow(static_cast<qint64>(number.mantissa),
                                   powersOfTen[static_cast<std::size_t>(unitDigits - number.fraction)],
                                   &units);
}

inline bool toTime(const ShortNumber& number, UtcTime& time)
{
    const auto value = static_cast<qint64>(number.mantissa);
    if (number.fraction != 0)
        return false;
    if (number.digits == 13)
        time = fromMsecs(value);
    else if (number.digits == 16)
        time = fromMsecs(value / 1000);
    else if (number.digits == 10)
        time = fromMsecs(value * 1000);
    else
        return false;
    return true;
}

QString unreadable(const char* what, QByteArrayView text)
{
    const QString name = QString::fromLatin1(what);
    return text.isEmpty() ? QStringLiteral("%1 is empty").arg(name)
                          : QStringLiteral("%1 is not a number: %2").arg(name, quoted(text));
}

QString readPrice(QByteArrayView text, const char* what, Price& price)
{
    const auto read = Price::parse(text);
    if (!read && Amount::parse(text))
        return QStringLiteral("%1 is too large for a price: %2").arg(QString::fromLatin1(what), quoted(text));
    if (!read)
        return unreadable(what, text);
    price = *read;
    return {};
}

/// Empty is absent.
QString readAmount(QByteArrayView text, const char* what, std::optional<Amount>& amount)
{
    amount = Amount::parse(text);
    return amount || text.isEmpty() ? QString() : unreadable(what, text);
}

QString readTrades(QByteArrayView text, std::optional<qint64>& trades)
{
    trades.reset();
    if (text.isEmpty())
        return {};
    const auto read = Amount::parse(text);
    if (!read || read->units % decimalUnits != 0 ||
        read->units / decimalUnits > std::numeric_limits<qint64>::max())
        return unreadable("trades", text);
    trades = static_cast<qint64>(read->units / decimalUnits);
    return {};
}

QString readTime(QByteArrayView text, CandleRow& row)
{
    const auto time = readFileTime(text);
    if (!time)
        return text.isEmpty() ? QStringLiteral("time is empty")
                              : QStringLiteral("not a time: %1").arg(quoted(text));
    row.candle.openTime = time->time;
    row.timeForm = time->form;
    return {};
}

QString readField(CandleColumn column, QByteArrayView text, CandleRow& row)
{
    Candle& candle = row.candle;
    switch (column) {
    case CandleColumn::Ignored:
        return {};
    case CandleColumn::Time:
        return readTime(text, row);
    case CandleColumn::Open:
        return readPrice(text, "open", candle.open);
    case CandleColumn::High:
        return readPrice(text, "high", candle.high);
    case CandleColumn::Low:
        return readPrice(text, "low", candle.low);
    case CandleColumn::Close:
        return readPrice(text, "close", candle.close);
    case CandleColumn::Volume:
        return readAmount(text, "volume", candle.volume);
    case CandleColumn::QuoteVolume:
        return readAmount(text, "quote volume", candle.quoteVolume);
    case CandleColumn::TakerBuyQuote:
        return readAmount(text, "taker buy quote volume", candle.takerBuyQuote);
    case CandleColumn::Trades:
        return readTrades(text, candle.trades);
    case CandleColumn::CloseTime:
        if (const auto time = readFileTime(text))
            row.closeTime = time->time;
        return {};
    case CandleColumn::Symbol:
        row.symbol = text.toByteArray();
        return {};
    }
    Q_UNREACHABLE();
}

bool isNegative(const std::optional<Amount>& amount)
{
    return amount && amount->units < 0;
}

QString faultOf(const Candle& candle, UtcTime latest)
{
    if (candle.openTime > latest)
        return QStringLiteral("a time later than a day from now");
    if (candle.low.units <= 0 || candle.high.units <= 0 || candle.open.units <= 0 || candle.close.units <= 0)
        return QStringLiteral("a price of 0 or less");
    if (candle.high < candle.low)
        return QStringLiteral("high below low");
    if (isNegative(candle.volume) || isNegative(candle.quoteVolume) || isNegative(candle.takerBuyQuote))
        return QStringLiteral("a negative volume");
    if (candle.trades && *candle.trades < 0)
        return QStringLiteral("a negative count of trades");
    return {};
}

} // namespace

CandleRowReader::CandleRowReader(const CandleLayout& layout) : m_layout(layout), m_splitter(layout.separator)
{
}

bool CandleRowReader::readPlain(QByteArrayView line, CandleRow& row) const
{
    const char* at = line.data();
    const char* const end = at + line.size();
    const char separator = m_layout.separator;
    const std::size_t last = m_layout.columns.size() - 1;
    Candle& candle = row.candle;
    for (std::size_t i = 0; i <= last; ++i) {
        const CandleColumn column = m_layout.columns[i];
        ShortNumber number;
        qint64 units = 0;
        if (column == CandleColumn::Ignored) {
            for (; at != end && *at != separator; ++at) {
                if (*at == '"')
                    return false;
            }
        } else if (column == CandleColumn::Symbol || !takeShort(at, end, separator, number)) {
            return false;
        }
        switch (column) {
        case CandleColumn::Ignored:
        case CandleColumn::Symbol:
            break;
        case CandleColumn::Time:
            if (!toTime(number, candle.openTime))
                return false;
            break;
        case CandleColumn::CloseTime: {
            UtcTime time;
            if (!toTime(number, time))
                return false;
            row.closeTime = time;
            break;
        }
        case CandleColumn::Trades:
            if (number.fraction != 0)
                return false;
            candle.trades = static_cast<qint64>(number.mantissa);
            break;
        case CandleColumn::Open:
        case CandleColumn::High:
        case CandleColumn::Low:
        case CandleColumn::Close:
        case CandleColumn::Volume:
        case CandleColumn::QuoteVolume:
        case CandleColumn::TakerBuyQuote:
            if (!toUnits(number, units))
                return false;
            if (column == CandleColumn::Open)
                candle.open.units = units;
            else if (column == CandleColumn::High)
                candle.high.units = units;
            else if (column == CandleColumn::Low)
                candle.low.units = units;
            else if (column == CandleColumn::Close)
                candle.close.units = units;
            else if (column == CandleColumn::Volume)
                candle.volume = Amount{units};
            else if (column == CandleColumn::QuoteVolume)
                candle.quoteVolume = Amount{units};
            else
                candle.takerBuyQuote = Amount{units};
            break;
        }
        if (i == last)
            return at == end;
        if (at == end)
            return false;
        ++at;
    }
    return false;
}

QString CandleRowReader::read(QByteArrayView line, UtcTime latest, CandleRow& row)
{
    row.timeForm = FileTime::Form::Absolute;
    if (readPlain(line, row))
        return faultOf(row.candle, latest);
    const auto& fields = m_splitter.split(line);
    if (m_splitter.isOpen())
        return QStringLiteral("a quote is not closed");
    return readFields(fields, latest, row);
}

QString CandleRowReader::readFields(const std::vector<QByteArrayView>& fields, UtcTime latest, CandleRow& row)
{
    std::size_t count = fields.size();
    while (count > m_layout.columns.size() && fields[count - 1].isEmpty())
        --count;
    if (count != m_layout.columns.size())
        return QStringLiteral("%1 fields instead of %2").arg(count).arg(m_layout.columns.size());
    row = CandleRow{};
    for (std::size_t i = 0; i < count; ++i) {
        const QString fault = readField(m_layout.columns[i], fields[i], row);
        if (!fault.isEmpty())
            return fault;
    }
    return faultOf(row.candle, latest);
}

} // namespace holdline

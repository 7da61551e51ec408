// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/readingwords.h"

#include "models/foundation/numbertext.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QString inWords(UtcTime time, const QString& format)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC), format);
}

} // namespace

QString dateWords(UtcTime time)
{
    return inWords(time, u"d MMMM yyyy"_s);
}

QString momentWords(UtcTime time)
{
    return inWords(time, u"d MMMM yyyy, HH:mm 'UTC'"_s);
}

QString dollarWords(Amount usd)
{
    const QString text = moneyText(std::abs(usd.toDouble()));
    return (usd < Amount{} ? QString(QChar(0x2212)) : QString()) + u'$' + text;
}

QString priceWords(double price)
{
    const bool isWhole = std::abs(price - std::round(price)) < 0.005;
    return u'$' + priceText(price, !isWhole);
}

QString ordinalWords(qint64 number)
{
    static const std::array<QString, 11> words{QString(),   u"first"_s, u"second"_s, u"third"_s,
                                               u"fourth"_s, u"fifth"_s, u"sixth"_s,  u"seventh"_s,
                                               u"eighth"_s, u"ninth"_s, u"tenth"_s};
    if (number >= 1 && number < static_cast<qint64>(words.size()))
        return words[static_cast<std::size_t>(number)];
    const qint64 tens = number % 100;
    const qint64 ones = tens >= 11 && tens <= 13 ? 0 : number % 10;
    return QString::number(number) + (ones == 1   ? u"st"_s
                                      : ones == 2 ? u"nd"_s
                                      : ones == 3 ? u"rd"_s
                                                  : u"th"_s);
}

QString countWords(qint64 number, const QString& one, const QString& many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/valuewords.h"

#include "models/foundation/numbertext.h"
#include "models/readings/readingwords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// How a number is written that its unit does not tell.
struct NumberForm {
    bool isPrice = false; ///< never shortened to millions
    bool isSigned = false;
    int decimals = -1; ///< -1: as it needs
};

QString localWords(UtcTime time, const QTimeZone& zone, const QString& form)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMsecs(time), zone);
    return QLocale::c().toString(local, form);
}

bool isDollar(const QString& unit)
{
    static const QStringList dollars{u"USD"_s, u"USDT"_s, u"USDC"_s, u"FDUSD"_s, u"BUSD"_s, u"TUSD"_s};
    return dollars.contains(unit);
}

NumberForm formOf(const QString& id)
{
    NumberForm form;
    form.isPrice = (id.startsWith(u"price."_s) && !id.endsWith(u"_pct"_s)) || id.endsWith(u".cost_basis"_s);
    form.isSigned = id.startsWith(u"correlation."_s) || id == u"options.skew_25d"_s;
    if (id.endsWith(u".supply_btc"_s))
        form.decimals = 0;
    else if (id == u"momentum.rsi_14d"_s || id == u"options.skew_25d"_s)
        form.decimals = 1;
    else if (form.isSigned || id == u"options.put_call"_s)
        form.decimals = 2;
    return form;
}

QString withUnit(const QString& digits, const QString& unit)
{
    return unit.isEmpty() ? digits : digits + u' ' + unit;
}

QString priceOf(Amount value, const QString& unit)
{
    const bool isWhole = value.units % decimalUnits == 0;
    return isDollar(unit) ? priceWords(value.toDouble())
                          : withUnit(priceText(value.toDouble(), !isWhole), unit);
}

QString numberWords(Amount value, const QString& unit, const NumberForm& form)
{
    if (form.isPrice)
        return priceOf(value, unit);
    if (form.decimals < 0)
        return amountWords(value, unit);
    const Sign sign = form.isSigned ? Sign::Always : Sign::WhenNegative;
    return withUnit(numberText(value.toDouble(), form.decimals, sign), unit);
}

/// Parts say by their names what they are.
QString unitOfPart(const QString& name)
{
    if (name.endsWith(u"_pct"_s))
        return u"pct"_s;
    return name.endsWith(u"usd"_s) || name == u"threshold"_s || name.endsWith(u"price"_s) ? u"USD"_s
                                                                                          : QString();
}

/// `2025-06-03` as a date; other texts as they are.
QString textWords(const QString& text)
{
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    return date.isValid() ? QLocale::c().toString(date, u"d MMMM yyyy"_s) : text;
}

struct ValueWriter {
    QString unit;
    NumberForm form;
    const QTimeZone& zone;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(Amount amount) const { return numberWords(amount, unit, form); }
    QString operator()(bool isSo) const { return isSo ? u"yes"_s : u"no"_s; }
    QString operator()(const QString& text) const { return textWords(text); }
    QString operator()(UtcTime time) const { return zonedDateWords(time, zone); }
    QString operator()(const std::vector<ReadingField>& fields) const
    {
        QStringList words;
        for (const ReadingField& field : fields) {
            const ValueWriter writer{
                unitOfPart(field.name), {.isPrice = field.name.endsWith(u"price"_s)}, zone};
            if (const QString value = std::visit(writer, field.value); !value.isEmpty())
                words << value;
        }
        return words.join(u", "_s);
    }
};

const ReadingField* findPart(const ReadingValue& value, const QString& part)
{
    const auto* const fields = std::get_if<std::vector<ReadingField>>(&value);
    if (!fields)
        return nullptr;
    const QString first = part.section(u'.', 0, 0);
    const QString rest = part.section(u'.', 1);
    const auto found = std::find_if(fields->begin(), fields->end(),
                                    [&first](const ReadingField& field) { return field.name == first; });
    if (found == fields->end())
        return nullptr;
    return rest.isEmpty() ? &*found : findPart(found->value, rest);
}

} // namespace

QString amountWords(Amount value, const QString& unit)
{
    const double number = value.toDouble();
    if (isDollar(unit))
        return dollarWords(value);
    if (unit == u"pct"_s)
        return percentText(number, 2);
    const bool isWhole = value.units % decimalUnits == 0;
    const bool isSmallShare = std::abs(number) < 100 && unit == u"%"_s;
    return withUnit(numberText(number, isWhole ? 0 : isSmallShare ? 3 : 2), unit);
}

QString zonedWords(UtcTime time, const QTimeZone& zone)
{
    return localWords(time, zone, u"d MMMM yyyy, HH:mm "_s) + QString::fromLatin1(zone.id());
}

QString zonedDateWords(UtcTime time, const QTimeZone& zone)
{
    const bool isMidnight = localWords(time, zone, u"HH:mm:ss.zzz"_s) == u"00:00:00.000"_s;
    return isMidnight ? localWords(time, zone, u"d MMMM yyyy"_s) : zonedWords(time, zone);
}

bool hasPart(const MarketReading& reading, const QString& part)
{
    return part.isEmpty() || findPart(reading.value, part) != nullptr;
}

QString valueWords(const MarketReading& reading, const QString& part, const QTimeZone& zone)
{
    if (part.isEmpty()) {
        const bool isOfSeveral = std::holds_alternative<std::vector<ReadingField>>(reading.value);
        return isOfSeveral ? reading.text
                           : std::visit(ValueWriter{reading.unit, formOf(reading.id), zone}, reading.value);
    }
    const ReadingField* const field = findPart(reading.value, part);
    return field ? std::visit(ValueWriter{unitOfPart(field->name),
                                          {.isPrice = field->name.endsWith(u"price"_s)},
                                          zone},
                              field->value)
                 : QString();
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/leveljson.h"

#include "models/foundation/jsontext.h"
#include "models/levels/leveltext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>

namespace holdline {

namespace {

constexpr std::array<QStringView, 12> knownKeys{u"id",     u"instrument", u"name",       u"low",
                                                u"high",   u"role",       u"validFrom",  u"validTo",
                                                u"origin", u"source",     u"definition", u"note"};

constexpr double mostAsNumber = 9e10; ///< of prices; greater ones are text

QByteArray jsonPrice(Price price)
{
    const QByteArray text = price.toText();
    const double number = text.toDouble();
    const bool isReadAsNumber = number < mostAsNumber && Price::fromDouble(number) == price;
    return isReadAsNumber ? text : '"' + text + '"';
}

QByteArray jsonTime(const std::optional<UtcTime>& time)
{
    return time ? jsonText(toIso(*time)) : QByteArrayLiteral("null");
}

Error missingOrWrong(QStringView key)
{
    return {Error::Kind::Malformed, QStringLiteral("%1 is missing or of the wrong type").arg(key)};
}

/// Absent when the key is; an empty text too.
Result<std::optional<QString>> textAt(const QJsonObject& object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::optional<QString>{};
    if (!value.isString())
        return missingOrWrong(key);
    return value.toString().isEmpty() ? std::optional<QString>{} : std::optional(value.toString());
}

Result<std::optional<Price>> priceAt(const QJsonObject& object, QStringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::optional<Price>{};
    std::optional<Price> price;
    if (value.isString())
        price = Price::parse(value.toString().toUtf8());
    else if (value.isDouble() && std::abs(value.toDouble()) < mostAsNumber)
        price = Price::fromDouble(value.toDouble());
    if (!price)
        return Error{Error::Kind::Malformed, QStringLiteral("%1 is not a price").arg(key)};
    return price;
}

Result<std::optional<UtcTime>> timeAt(const QJsonObject& object, QStringView key)
{
    const auto text = textAt(object, key);
    if (text.hasError())
        return text.error();
    if (!text.value())
        return std::optional<UtcTime>{};
    const auto time = parseIso(text.value()->toUtf8());
    if (time.hasError())
        return Error{Error::Kind::Malformed, QStringLiteral("%1: %2").arg(key, time.error().message)};
    return std::optional(time.value());
}

Result<Done> readTexts(const QJsonObject& object, Level& level)
{
    struct Field {
        QStringView key;
        QString Level::*member;
    };
    static constexpr std::array<Field, 6> fields{{{u"id", &Level::id},
                                                  {u"instrument", &Level::instrument},
                                                  {u"name", &Level::name},
                                                  {u"source", &Level::source},
                                                  {u"definition", &Level::definition},
                                                  {u"note", &Level::note}}};
    for (const Field& field : fields) {
        const auto text = textAt(object, field.key);
        if (text.hasError())
            return text.error();
        level.*field.member = text.value().value_or(QString());
    }
    return Done{};
}

Result<Done> readPrices(const QJsonObject& object, Level& level)
{
    const auto low = priceAt(object, u"low");
    if (low.hasError())
        return low.error();
    const auto high = priceAt(object, u"high");
    if (high.hasError())
        return high.error();
    if (!low.value())
        return Error{Error::Kind::Malformed, QStringLiteral("low is missing")};
    level.low = *low.value();
    level.high = high.value().value_or(level.low);
    return Done{};
}

Result<Done> readTimes(const QJsonObject& object, Level& level)
{
    const auto from = timeAt(object, u"validFrom");
    if (from.hasError())
        return from.error();
    const auto to = timeAt(object, u"validTo");
    if (to.hasError())
        return to.error();
    level.validFrom = from.value();
    level.validTo = to.value();
    return Done{};
}

/// One series or two, as an array.
bool readFollows(const QJsonValue& value, QStringList& follows)
{
    QStringList names;
    for (const QJsonValue& name : value.toArray())
        names.append(name.toString());
    const bool isGood = (names.size() == 1 || names.size() == 2) && !names.contains(QString());
    if (isGood)
        follows = names;
    return isGood;
}

Result<Done> readWords(const QJsonObject& object, Level& level)
{
    const auto role = textAt(object, u"role");
    if (role.hasError())
        return role.error();
    const auto origin = textAt(object, u"origin");
    if (origin.hasError())
        return origin.error();
    const auto knownRole = levelRoleFromText(role.value().value_or(toText(LevelRole::None)));
    const auto knownOrigin = levelOriginFromText(origin.value().value_or(toText(LevelOrigin::Fixed)));
    if (!knownRole)
        return Error{Error::Kind::Malformed,
                     QStringLiteral("role is not one of support, resistance and none")};
    if (!knownOrigin)
        return Error{Error::Kind::Malformed, QStringLiteral("origin is not one of fixed and tracking")};
    level.role = *knownRole;
    level.origin = *knownOrigin;
    return Done{};
}

} // namespace

QByteArray levelToJson(const Level& level)
{
    QByteArray json =
        "{\"id\":" + jsonText(level.id) + ",\"instrument\":" + jsonText(level.instrument) +
        ",\"name\":" + jsonText(level.name) + ",\"low\":" + jsonPrice(level.low) +
        ",\"high\":" + jsonPrice(level.high) + ",\"role\":" + jsonText(toText(level.role)) +
        ",\"validFrom\":" + jsonTime(level.validFrom) + ",\"validTo\":" + jsonTime(level.validTo) +
        ",\"origin\":" + jsonText(toText(level.origin)) + ",\"source\":" + jsonText(level.source) +
        ",\"definition\":" + jsonText(level.definition) + ",\"note\":" + jsonText(level.note);
    if (!level.follows.isEmpty())
        json += ",\"follows\":" + jsonText(QJsonArray::fromStringList(level.follows));
    json += traitsToJson(level.traits);
    for (auto it = level.unknown.begin(); it != level.unknown.end(); ++it)
        json += ',' + jsonText(it.key()) + ':' + jsonText(it.value());
    return json + '}';
}

QByteArray levelsToJson(std::span<const Level> levels)
{
    QByteArray json = "{\"levels\":[";
    const char* separator = "\n  ";
    for (const Level& level : levels) {
        json += separator + levelToJson(level);
        separator = ",\n  ";
    }
    return json + (levels.empty() ? "]}\n" : "\n]}\n");
}

Result<Level> levelFromJson(const QJsonObject& object)
{
    Level level;
    for (const auto read : {readTexts, readPrices, readTimes, readWords}) {
        if (auto done = read(object, level); done.hasError())
            return done.error();
    }
    QStringList read = readTraits(object, level.traits);
    if (readFollows(object.value(u"follows"), level.follows))
        read.append(QStringLiteral("follows"));
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isKnown = std::find(knownKeys.begin(), knownKeys.end(), it.key()) != knownKeys.end();
        if (!isKnown && !read.contains(it.key()))
            level.unknown.insert(it.key(), it.value());
    }
    return checkedLevel(std::move(level));
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/marktraits.h"

#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace holdline {

namespace {

constexpr int greatestOrder = 1'000'000;

QByteArray field(const char* key, const QJsonValue& value)
{
    return QByteArray(",\"") + key + "\":" + jsonText(value);
}

QJsonObject styleToJson(const MarkStyle& style)
{
    QJsonObject object;
    if (!style.colour.isEmpty())
        object.insert(QStringLiteral("colour"), style.colour);
    if (style.width != MarkStyle{}.width)
        object.insert(QStringLiteral("width"), style.width);
    if (style.dash != MarkStyle{}.dash)
        object.insert(QStringLiteral("dash"), toText(style.dash));
    return object;
}

/// Whole or not at all, so that nothing of it is lost.
std::optional<MarkStyle> styleFromJson(const QJsonValue& value)
{
    static const QRegularExpression colour(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    MarkStyle style;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue part = it.value();
        if (it.key() == QStringLiteral("colour") && colour.match(part.toString()).hasMatch()) {
            style.colour = part.toString().toLower();
        } else if (it.key() == QStringLiteral("width") && part.toDouble() > 0 &&
                   part.toDouble() <= widestLine) {
            style.width = part.toDouble();
        } else if (it.key() == QStringLiteral("dash") && lineDashFromText(part.toString())) {
            style.dash = *lineDashFromText(part.toString());
        } else {
            return std::nullopt;
        }
    }
    return style;
}

bool readOne(const QString& key, const QJsonValue& value, MarkTraits& traits)
{
    const auto time = [&]() -> std::optional<UtcTime> {
        const auto parsed = parseIso(value.toString().toUtf8());
        return parsed.hasValue() ? std::optional(parsed.value()) : std::nullopt;
    };
    if (key == QStringLiteral("style")) {
        const auto style = styleFromJson(value);
        traits.style = style.value_or(MarkStyle{});
        return style.has_value();
    }
    if (key == QStringLiteral("locked") || key == QStringLiteral("hidden")) {
        (key == QStringLiteral("locked") ? traits.isLocked : traits.isHidden) = value.toBool();
        return value.isBool();
    }
    if (key == QStringLiteral("order")) {
        const double order = value.toDouble();
        const bool isOrder = value.isDouble() && order >= -greatestOrder && order <= greatestOrder &&
                             order == static_cast<int>(order);
        traits.order = isOrder ? static_cast<int>(order) : 0;
        return isOrder;
    }
    if (key == QStringLiteral("author")) {
        traits.author = value.toString();
        return value.isString();
    }
    if (key == QStringLiteral("created"))
        return (traits.created = time()).has_value();
    if (key == QStringLiteral("edited"))
        return (traits.edited = time()).has_value();
    return false;
}

} // namespace

QString toText(LineDash dash)
{
    switch (dash) {
    case LineDash::Solid:
        return QStringLiteral("solid");
    case LineDash::Dashed:
        return QStringLiteral("dashed");
    case LineDash::Dotted:
        return QStringLiteral("dotted");
    }
    Q_UNREACHABLE();
}

std::optional<LineDash> lineDashFromText(QStringView text)
{
    for (const auto dash : {LineDash::Solid, LineDash::Dashed, LineDash::Dotted}) {
        if (toText(dash) == text)
            return dash;
    }
    return std::nullopt;
}

QByteArray stylesToJson(const QHash<QString, MarkStyle>& styles)
{
    QJsonObject object;
    for (auto it = styles.begin(); it != styles.end(); ++it)
        object.insert(it.key(), styleToJson(it.value()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QHash<QString, MarkStyle> stylesFromJson(const QByteArray& json)
{
    QHash<QString, MarkStyle> styles;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const auto style = styleFromJson(it.value()))
            styles.insert(it.key(), *style);
    }
    return styles;
}

QByteArray traitsToJson(const MarkTraits& traits)
{
    QByteArray json;
    if (traits.style != MarkStyle{})
        json += field("style", styleToJson(traits.style));
    if (traits.isLocked)
        json += field("locked", true);
    if (traits.isHidden)
        json += field("hidden", true);
    if (traits.order != 0)
        json += field("order", traits.order);
    if (!traits.author.isEmpty())
        json += field("author", traits.author);
    if (traits.created)
        json += field("created", toIso(*traits.created));
    if (traits.edited)
        json += field("edited", toIso(*traits.edited));
    return json;
}

QStringList readTraits(const QJsonObject& object, MarkTraits& traits)
{
    QStringList read;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (readOne(it.key(), it.value(), traits))
            read.append(it.key());
    }
    return read;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/drawing.h"

#include "models/foundation/jsontext.h"
#include "models/levels/leveltext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>

namespace holdline {

namespace {

std::optional<Price> priceOf(const QJsonValue& value)
{
    std::optional<Price> price;
    if (value.isString())
        price = Price::parse(value.toString().toUtf8());
    else if (value.isDouble() && std::abs(value.toDouble()) < 9e10)
        price = Price::fromDouble(value.toDouble());
    return price && price->units > 0 ? price : std::nullopt;
}

Result<std::vector<Anchor>> anchorsOf(const QJsonValue& value)
{
    std::vector<Anchor> anchors;
    for (const QJsonValue& each : value.toArray()) {
        const auto time = parseIso(each[u"time"].toString().toUtf8());
        const auto price = priceOf(each[u"price"]);
        if (time.hasError() || !price)
            return malformed(QStringLiteral("an anchor has no readable time or price"));
        anchors.push_back({time.value(), *price});
    }
    if (anchors.empty() || anchors.size() > mostAnchors)
        return malformed(QStringLiteral("it has no anchor, or more than %1").arg(mostAnchors));
    return anchors;
}

struct TextField {
    QStringView key;
    QString Drawing::*member;
    qsizetype longest;
};

const std::array<TextField, 5>& textFields()
{
    static constexpr std::array<TextField, 5> fields{{{u"id", &Drawing::id, longestLevelName},
                                                      {u"instrument", &Drawing::instrument, longestLevelName},
                                                      {u"kind", &Drawing::kind, longestLevelName},
                                                      {u"text", &Drawing::text, longestDrawingText},
                                                      {u"note", &Drawing::note, longestDrawingText}}};
    return fields;
}

} // namespace

QByteArray drawingToJson(const Drawing& drawing)
{
    QByteArray anchors;
    for (const Anchor& anchor : drawing.anchors)
        anchors += (anchors.isEmpty() ? "" : ",") + QByteArray("{\"time\":\"") +
                   toIso(anchor.time).toLatin1() + "\",\"price\":\"" + anchor.price.toText() + "\"}";
    QByteArray json = "{\"id\":" + jsonText(drawing.id) + ",\"instrument\":" + jsonText(drawing.instrument) +
                      ",\"kind\":" + jsonText(drawing.kind) + ",\"anchors\":[" + anchors +
                      "],\"text\":" + jsonText(drawing.text) + ",\"note\":" + jsonText(drawing.note) +
                      traitsToJson(drawing.traits);
    for (auto it = drawing.unknown.begin(); it != drawing.unknown.end(); ++it)
        json += ',' + jsonText(it.key()) + ':' + jsonText(it.value());
    return json + '}';
}

Result<Drawing> drawingFromJson(const QJsonObject& object)
{
    Drawing drawing;
    QStringList read{QStringLiteral("anchors")};
    for (const TextField& field : textFields()) {
        const QJsonValue value = object.value(field.key);
        if (!value.isUndefined() && !value.isString())
            return malformed(QStringLiteral("%1 is no text").arg(field.key));
        if (value.toString().size() > field.longest)
            return malformed(
                QStringLiteral("%1 is longer than %2 characters").arg(field.key).arg(field.longest));
        drawing.*field.member = value.toString();
        read.append(field.key.toString());
    }
    if (drawing.id.isEmpty() || drawing.kind.isEmpty() || drawing.instrument.isEmpty())
        return malformed(QStringLiteral("id, kind or instrument is missing"));
    auto anchors = anchorsOf(object.value(u"anchors"));
    if (anchors.hasError())
        return anchors.error();
    drawing.anchors = std::move(anchors.value());
    read += readTraits(object, drawing.traits);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!read.contains(it.key()))
            drawing.unknown.insert(it.key(), it.value());
    }
    return drawing;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/jsonelements.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace holdline {

namespace {

/// An array and the key in front of it; no key when it stands alone.
struct Found {
    QJsonArray array;
    QString key;
};

std::optional<Found> arrayIn(const QJsonDocument& document, const QString& key)
{
    if (document.isArray())
        return Found{document.array(), {}};
    const QJsonObject object = document.object();
    if (object.value(key).isArray())
        return Found{object.value(key).toArray(), key};
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray array = it.value().toArray();
        if (std::any_of(array.begin(), array.end(), [](const QJsonValue& value) { return value.isObject(); }))
            return Found{array, it.key()};
    }
    return std::nullopt;
}

/// Lines on which the elements of the outermost array begin.
std::vector<qint64> elementLines(const QByteArray& json)
{
    std::vector<qint64> lines;
    qint64 line = 1;
    int depth = 0;
    int arrayDepth = 0;
    bool isInText = false;
    bool expectsElement = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        line += c == '\n';
        if (isInText) {
            i += c == '\\';
            isInText = c != '"';
            continue;
        }
        const bool isSpace = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (expectsElement && !isSpace && c != ']') {
            lines.push_back(line);
            expectsElement = false;
        }
        isInText = c == '"';
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (c == '[' && arrayDepth == 0) {
            arrayDepth = depth;
            expectsElement = true;
        }
        if (c == ',' && arrayDepth != 0 && depth == arrayDepth)
            expectsElement = true;
        if (c == ']' && depth < arrayDepth)
            break;
    }
    return lines;
}

} // namespace

Result<std::vector<JsonElement>> jsonElements(const QByteArray& text, const QString& key)
{
    QJsonParseError flaw;
    const auto document = QJsonDocument::fromJson(text, &flaw);
    if (document.isNull())
        return malformed(QStringLiteral("line %1 is not JSON: %2")
                             .arg(text.first(std::min<qsizetype>(flaw.offset, text.size())).count('\n') + 1)
                             .arg(flaw.errorString()));
    const auto found = arrayIn(document, key);
    if (!found)
        return malformed(QStringLiteral("there is no array of %1").arg(key));
    // Lines are counted from the key on, so that arrays in front of it are left out.
    const qsizetype start =
        found->key.isEmpty() ? 0 : std::max<qsizetype>(text.indexOf('"' + found->key.toUtf8() + '"'), 0);
    const qint64 before = text.first(start).count('\n');
    const auto lines = elementLines(text.sliced(start));
    std::vector<JsonElement> elements;
    for (const QJsonValue& value : found->array) {
        const std::size_t i = elements.size();
        elements.push_back({value, i < lines.size() ? before + lines[i] : 0});
    }
    return elements;
}

} // namespace holdline

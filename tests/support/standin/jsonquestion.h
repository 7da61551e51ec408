// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline::testing {

/// A client's message, as far as it is a JSON object.
class JsonQuestion final {
public:
    explicit JsonQuestion(const QByteArray& text) : m_object(QJsonDocument::fromJson(text).object()) {}
    explicit JsonQuestion(const QJsonObject& object) : m_object(object) {}

    [[nodiscard]] bool isEmpty() const { return m_object.isEmpty(); }
    [[nodiscard]] QByteArray text(const char* key) const { return value(key).toString().toUtf8(); }
    [[nodiscard]] JsonQuestion object(const char* key) const { return JsonQuestion(value(key).toObject()); }
    [[nodiscard]] QJsonArray array(const char* key) const { return value(key).toArray(); }
    [[nodiscard]] bool has(const char* key) const { return m_object.contains(QLatin1String(key)); }
    [[nodiscard]] int number(const char* key, int fallback) const { return value(key).toInt(fallback); }
    [[nodiscard]] QByteArrayList texts(const char* key) const
    {
        QByteArrayList found;
        for (const QJsonValue& each : array(key))
            found.append(each.toString().toUtf8());
        return found;
    }
    /// A value as JSON again.
    [[nodiscard]] QByteArray raw(const char* key) const
    {
        const QByteArray list = QJsonDocument(QJsonArray{value(key)}).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2);
    }
    [[nodiscard]] QByteArray json() const { return QJsonDocument(m_object).toJson(QJsonDocument::Compact); }

private:
    [[nodiscard]] QJsonValue value(const char* key) const { return m_object.value(QLatin1String(key)); }

    QJsonObject m_object;
};

} // namespace holdline::testing

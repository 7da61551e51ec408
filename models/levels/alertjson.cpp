// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alertjson.h"

#include "models/foundation/duration.h"
#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace holdline {

namespace {

const QString atOrAbove = QStringLiteral("at or above");
const QString atOrBelow = QStringLiteral("at or below");

struct KindName {
    AlertCondition::Kind kind;
    QString name;
};

const std::array<KindName, 4>& kindNames()
{
    static const std::array<KindName, 4> names{
        {{AlertCondition::Kind::Touch, QStringLiteral("touch")},
         {AlertCondition::Kind::CloseBeyond, QStringLiteral("close beyond")},
         {AlertCondition::Kind::State, QStringLiteral("state")},
         {AlertCondition::Kind::Value, QStringLiteral("value")}}};
    return names;
}

Error wrong(const QString& key, const QString& wanted)
{
    return {Error::Kind::Malformed, QStringLiteral("%1 must be %2").arg(key, wanted)};
}

/// An object read key by key: what is absent keeps its default, the first key that is not as it must be is
/// remembered, and what nobody asked for is left over.
class Fields final {
public:
    explicit Fields(QJsonObject object) : m_left(std::move(object)) {}

    void take(const char* key, QString& text)
    {
        const QJsonValue value = taken(key);
        if (value.isString())
            text = value.toString();
        else if (!value.isUndefined() && !value.isNull())
            refuse(key, QStringLiteral("a text"));
    }
    void take(const char* key, bool& is)
    {
        const QJsonValue value = taken(key);
        if (value.isBool())
            is = value.toBool();
        else if (!value.isUndefined())
            refuse(key, QStringLiteral("true or false"));
    }
    void take(const char* key, Span& span)
    {
        const QJsonValue value = taken(key);
        if (value.isUndefined())
            return;
        if (const auto given = parseDuration(value.toString()))
            span = *given;
        else
            refuse(key, QStringLiteral("a span such as 90s, 15m, 4h or 2d"));
    }
    void take(const char* key, std::optional<UtcTime>& time)
    {
        const QJsonValue value = taken(key);
        if (value.isUndefined() || value.isNull())
            return;
        const auto given = parseIso(value.toString().toUtf8());
        if (given.hasError())
            refuse(key, QStringLiteral("a time such as 2026-01-21T15:00:00Z"));
        else
            time = given.value();
    }
    void take(const char* key, QStringList& texts)
    {
        const QJsonValue value = taken(key);
        if (value.isUndefined())
            return;
        for (const QJsonValue& one : value.toArray())
            texts.append(one.toString());
        if (!value.isArray() || texts.contains(QString()))
            refuse(key, QStringLiteral("an array of texts"));
    }
    void take(const char* key, Amount& amount)
    {
        const QJsonValue value = taken(key);
        const auto given = value.isString()   ? Amount::parse(value.toString().toUtf8())
                           : value.isDouble() ? Amount::parse(QByteArray::number(value.toDouble(), 'g', 17))
                                              : std::nullopt;
        if (given)
            amount = *given;
        else
            refuse(key, QStringLiteral("a number"));
    }
    [[nodiscard]] QJsonValue taken(const char* key) { return m_left.take(QLatin1String(key)); }
    void refuse(const char* key, const QString& wanted)
    {
        if (!m_error)
            m_error = wrong(QString::fromLatin1(key), wanted);
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const QJsonObject& left() const { return m_left; }

private:
    QJsonObject m_left;
    std::optional<Error> m_error;
};

QJsonValue amountValue(Amount amount)
{
    const QByteArray text = amount.toText();
    const double number = text.toDouble();
    const bool isExact = Amount::parse(QByteArray::number(number, 'g', 17)) == amount;
    return isExact ? QJsonValue(number) : QJsonValue(QString::fromLatin1(text));
}

QJsonObject conditionToJson(const AlertCondition& condition)
{
    QJsonObject object;
    for (const KindName& one : kindNames()) {
        if (one.kind == condition.kind)
            object.insert(QStringLiteral("on"), one.name);
    }
    if (condition.kind == AlertCondition::Kind::Value) {
        object.insert(QStringLiteral("series"), condition.series);
        if (!condition.column.isEmpty())
            object.insert(QStringLiteral("column"), condition.column);
        if (condition.over > Span::zero())
            object.insert(QStringLiteral("over"), durationText(condition.over));
        object.insert(QStringLiteral("is"), condition.isAbove ? atOrAbove : atOrBelow);
        object.insert(QStringLiteral("value"), amountValue(condition.value));
        return object;
    }
    object.insert(QStringLiteral("level"), condition.level);
    if (!condition.states.isEmpty())
        object.insert(QStringLiteral("states"), QJsonArray::fromStringList(condition.states));
    if (condition.judging != oneHour)
        object.insert(QStringLiteral("judging"), condition.judging.name());
    return object;
}

Result<AlertCondition> conditionFromJson(const QJsonObject& object)
{
    AlertCondition condition;
    Fields fields(object);
    QString on;
    fields.take("on", on);
    const auto kind = std::ranges::find(kindNames(), on, &KindName::name);
    if (kind == kindNames().end())
        return wrong(QStringLiteral("on"), QStringLiteral("one of touch, close beyond, state and value"));
    condition.kind = kind->kind;
    if (condition.kind == AlertCondition::Kind::Value) {
        QString side = atOrAbove;
        fields.take("series", condition.series);
        fields.take("column", condition.column);
        fields.take("over", condition.over);
        fields.take("is", side);
        fields.take("value", condition.value);
        if (side != atOrAbove && side != atOrBelow)
            fields.refuse("is", QStringLiteral("“at or above” or “at or below”"));
        condition.isAbove = side == atOrAbove;
    } else {
        QString judging = oneHour.name();
        fields.take("level", condition.level);
        fields.take("states", condition.states);
        fields.take("judging", judging);
        if (const auto interval = parseInterval(judging))
            condition.judging = *interval;
        else
            fields.refuse("judging", QStringLiteral("one of 1m 5m 15m 1h 4h 1d 1w"));
    }
    if (fields.error())
        return *fields.error();
    return condition;
}

} // namespace

QJsonObject alertToJson(const Alert& alert)
{
    const Alert plain;
    QJsonObject object = alert.unknown;
    QJsonArray conditions;
    for (const AlertCondition& condition : alert.conditions)
        conditions.append(conditionToJson(condition));
    object.insert(QStringLiteral("id"), alert.id);
    object.insert(QStringLiteral("name"), alert.name);
    object.insert(QStringLiteral("instrument"), alert.instrument);
    object.insert(QStringLiteral("conditions"), conditions);
    object.insert(QStringLiteral("armedAt"), toIso(alert.armedAt));
    if (alert.within != plain.within)
        object.insert(QStringLiteral("within"), durationText(alert.within));
    if (!alert.isOn)
        object.insert(QStringLiteral("on"), false);
    if (alert.isOnce)
        object.insert(QStringLiteral("once"), true);
    if (alert.cooldown != plain.cooldown)
        object.insert(QStringLiteral("cooldown"), durationText(alert.cooldown));
    if (alert.validTo)
        object.insert(QStringLiteral("validTo"), toIso(*alert.validTo));
    if (alert.sound != plain.sound)
        object.insert(QStringLiteral("sound"), alert.sound);
    if (!alert.onDesktop)
        object.insert(QStringLiteral("desktop"), false);
    const std::pair<const char*, const QString*> texts[] = {
        {"command", &alert.command}, {"webhook", &alert.webhook}, {"author", &alert.author}};
    for (const auto& [key, text] : texts) {
        if (!text->isEmpty())
            object.insert(QLatin1String(key), *text);
    }
    return object;
}

QByteArray alertsToJson(std::span<const Alert> alerts)
{
    QByteArray json = "{\"alerts\":[";
    const char* separator = "\n  ";
    for (const Alert& alert : alerts) {
        json += separator + jsonText(alertToJson(alert));
        separator = ",\n  ";
    }
    return json + (alerts.empty() ? "]}\n" : "\n]}\n");
}

Result<Alert> alertFromJson(const QJsonObject& object)
{
    Alert alert;
    Fields fields(object);
    std::optional<UtcTime> armedAt;
    fields.take("id", alert.id);
    fields.take("name", alert.name);
    fields.take("instrument", alert.instrument);
    fields.take("armedAt", armedAt);
    fields.take("within", alert.within);
    fields.take("on", alert.isOn);
    fields.take("once", alert.isOnce);
    fields.take("cooldown", alert.cooldown);
    fields.take("validTo", alert.validTo);
    fields.take("sound", alert.sound);
    fields.take("desktop", alert.onDesktop);
    fields.take("command", alert.command);
    fields.take("webhook", alert.webhook);
    fields.take("author", alert.author);
    for (const QJsonValue& one : fields.taken("conditions").toArray()) {
        auto condition = conditionFromJson(one.toObject());
        if (condition.hasError())
            return condition.error();
        alert.conditions.push_back(std::move(condition.value()));
    }
    if (fields.error())
        return *fields.error();
    alert.armedAt = armedAt.value_or(alert.armedAt);
    alert.unknown = fields.left();
    return checkedAlert(std::move(alert));
}

} // namespace holdline

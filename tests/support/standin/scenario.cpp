// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/scenario.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace holdline::testing {

namespace {

Error usage(const QString& message)
{
    return {Error::Kind::Usage, message};
}

Result<ScenarioEvent> parseEvent(const QJsonObject& object)
{
    const QString name = object.value(QStringLiteral("do")).toString();
    const auto& names = eventNames();
    const bool isKnown = std::any_of(names.begin(), names.end(), [&](const EventName& known) {
        return name == QLatin1String(known.name);
    });
    if (!isKnown)
        return usage(QStringLiteral("No event is called \"%1\".").arg(name));
    const QJsonValue at = object.value(QStringLiteral("at"));
    if (!at.isDouble())
        return usage(QStringLiteral("The event \"%1\" does not say when (\"at\").").arg(name));
    return ScenarioEvent{name, at.toDouble(), object.value(QStringLiteral("for")).toDouble(), object};
}

} // namespace

double ScenarioEvent::number(const char* option, double fallback) const
{
    return options.value(QLatin1String(option)).toDouble(fallback);
}

QByteArray ScenarioEvent::text(const char* option, const char* fallback) const
{
    const QJsonValue value = options.value(QLatin1String(option));
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return value.isString() ? value.toString().toUtf8() : QByteArray(fallback);
}

bool ScenarioEvent::fits(const char* option, QByteArrayView name) const
{
    const QJsonValue value = options.value(QLatin1String(option));
    const QJsonArray parts = value.isString() ? QJsonArray{value} : value.toArray();
    const QString whole = QString::fromUtf8(name);
    return parts.isEmpty() || std::any_of(parts.begin(), parts.end(), [&](const QJsonValue& part) {
               return whole.contains(part.toString());
           });
}

const std::vector<EventName>& eventNames()
{
    static const std::vector<EventName> names{
        {"ack-silent", false, "subscriptions are accepted, data of `streams` never comes"},
        {"freeze", false,
         "connections open meanwhile fall silent for good; with `thaw` until the end; `rest` too"},
        {"cut", true, "all connections end without a word; with `for` new ones too meanwhile"},
        {"cut-mid-message", true, "all connections end within a fragmented message"},
        {"goodbye", true, "the venue's farewell, and the end after `for` seconds (10)"},
        {"lifetime", false, "connections are closed when `seconds` old"},
        {"ping", false,
         "a ping frame every `every` seconds (5), a client without the right pong after `within` (10) is "
         "cut"},
        {"need-ping", false, "a client that sends no ping of the venue's kind for `seconds` is cut"},
        {"message-limit", false, "a client that sends more than `messages` in a second is cut"},
        {"refuse-upgrade", false,
         "connections are answered with `status` (429), with `after` only beyond so many in 5 minutes"},
        {"html", false, "every question and upgrade is answered with a page, status `status` (200)"},
        {"unknown-events", false, "messages of unknown kinds every `every` seconds (1)"},
        {"status", false, "REST answers `code`, with `retry-after` and `body`; only paths with `path`"},
        {"truncate", false, "REST answers end in the middle"},
        {"error-body", false, "REST answers an error as the venue writes it, with status 200"},
        {"number-mix", false,
         "numbers in REST answers lose their quotes, some are `null`, `\"-\"`, `\"NaN\"` (`bad` in 1,000; "
         "0)"},
        {"drip", false, "REST answers come `bytes` a second (1)"},
        {"redirect", false, "REST answers 301 to `location`"},
        {"gzip", false, "REST answers are packed"},
        {"bom", false, "REST answers begin with a byte order mark"},
        {"shifted-days", false, "daily values begin `days` (-7) from the day that was asked for"},
        {"missing-series", false, "series that have one of `names` in their name do not exist"},
        {"renamed", false, "series that have one of `names` in their name have another"},
        {"odd-values", false, "each `every`-th (5) day's value is `value` (null)"},
        {"text-numbers", false, "numbers come as texts, or as numbers where they come as texts else"},
        {"bad-key", false, "no key is right, and the refusal repeats it"},
        {"limited", false, "answers say that they were asked for too often, with status 200"},
        {"partial", false, "funds that have one of `names` in their name have not reported the last session"},
        {"same-page", false, "the next page of an answer is the one that was asked for"},
        {"new-column", false, "tables have one column more"},
        {"japanese", false, "tables are those in Japanese, in Shift_JIS"},
        {"no-plan", false, "the key's plan has nothing of paths that hold one of `paths`"},
        {"empty", false, "candle answers hold no row"},
        {"short-pages", false, "candle answers hold at most `rows` (50)"},
        {"duplicates", false, "every message with data comes twice"},
        {"swap", false, "neighbouring messages with data change places"},
        {"no-final", false, "the last word on a candle never comes, or `late` seconds later"},
        {"wrong-final", false, "the last word on a candle is wrong in the stream"},
        {"holes", true, "minutes [`from`, `to`) after the start (negative: before) do not exist"},
        {"fragments", false, "messages come in frames of `bytes` (100)"},
        {"unit-switch", false, "times in REST answers are microseconds"},
        {"weight-limit", false, "REST allows `weight` a minute (100)"},
        {"halt", false, "the venue does not trade and says so"},
        {"stale", false, "REST answers are `seconds` old (60) and the same for 10 seconds"},
        {"clock-skew", false, "the venue's clock is `ms` ahead"},
        {"revise", true, "the candle of `minute` after the start changes, of `symbol` or of all"},
        {"invalid-markers", false, "trades with price 0 and ids -1 among the others"},
        {"cascade", true, "for `for` seconds the price of `asset` falls by `fall`, and `liquidations` come"},
        {"mixed-universe", false, "contracts of another margin among the liquidations"},
        {"hostile", false, "hostile messages every `every` seconds (1); `kinds`, `megabytes` (20)"},
        {"flood", false, "`rate` messages a second (0: as many as go) on each connection, of `streams`"},
    };
    return names;
}

bool isMoment(const QString& name)
{
    const auto& names = eventNames();
    return std::any_of(names.begin(), names.end(), [&](const EventName& known) {
        return known.isMoment && name == QLatin1String(known.name);
    });
}

Result<std::vector<ScenarioEvent>> parseScenario(const QByteArray& json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return usage(QStringLiteral("The script is no JSON: %1.").arg(problem.errorString()));
    if (!document.object().value(QStringLiteral("events")).isArray())
        return usage(QStringLiteral("The script has no list \"events\"."));
    std::vector<ScenarioEvent> events;
    for (const QJsonValue& value : document.object().value(QStringLiteral("events")).toArray()) {
        auto event = parseEvent(value.toObject());
        if (event.hasError())
            return event.error();
        events.push_back(std::move(event).value());
    }
    return events;
}

void Faults::end(const QString& name)
{
    std::erase_if(m_events, [&](const ScenarioEvent& event) { return event.name == name; });
}

const ScenarioEvent* Faults::active(QStringView name) const
{
    for (auto event = m_events.rbegin(); event != m_events.rend(); ++event) {
        if (event->name == name && event->isActive(m_elapsed))
            return &*event;
    }
    return nullptr;
}

std::vector<ScenarioEvent> Faults::takeDue()
{
    const auto isDue = [&](const ScenarioEvent& event) {
        return isMoment(event.name) && event.at <= m_elapsed;
    };
    std::vector<ScenarioEvent> due;
    std::copy_if(m_events.begin(), m_events.end(), std::back_inserter(due), isDue);
    std::erase_if(m_events, isDue);
    std::stable_sort(due.begin(), due.end(),
                     [](const ScenarioEvent& a, const ScenarioEvent& b) { return a.at < b.at; });
    return due;
}

} // namespace holdline::testing

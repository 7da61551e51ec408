// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/view.h"

#include "models/views/panecatalog.h"

#include <QJsonArray>
#include <QTimeZone>

#include <cmath>

namespace holdline {

namespace {

const QString keyVersion = QStringLiteral("version");

QJsonObject toJson(const PaneSpec& pane)
{
    QJsonObject object{{QStringLiteral("kind"), pane.kind}, {QStringLiteral("weight"), pane.weight}};
    if (pane.isCollapsed)
        object.insert(QStringLiteral("collapsed"), true);
    if (pane.logarithmic)
        object.insert(QStringLiteral("logarithmic"), true);
    if (pane.low && pane.high) {
        object.insert(QStringLiteral("low"), *pane.low);
        object.insert(QStringLiteral("high"), *pane.high);
    }
    return object;
}

void insertTime(QJsonObject& object, const QString& key, UtcTime time)
{
    object.insert(key, toIso(time));
}

QJsonObject toJson(const Callout& callout)
{
    QJsonObject object = callout.unknown;
    insertTime(object, QStringLiteral("at"), callout.at);
    object.insert(QStringLiteral("pane"), callout.pane);
    if (callout.value)
        object.insert(QStringLiteral("value"), *callout.value);
    object.insert(QStringLiteral("text"), callout.text);
    object.insert(QStringLiteral("dx"), callout.dx);
    object.insert(QStringLiteral("dy"), callout.dy);
    return object;
}

void insertWords(QJsonObject& object, const View& view)
{
    object.insert(QStringLiteral("title"), view.title);
    if (!view.subtitle.isEmpty())
        object.insert(QStringLiteral("subtitle"), view.subtitle);
    if (!view.caption.isEmpty())
        object.insert(QStringLiteral("caption"), view.caption);
    QJsonArray callouts;
    for (const Callout& callout : view.callouts)
        callouts.append(toJson(callout));
    if (!callouts.isEmpty())
        object.insert(QStringLiteral("callouts"), callouts);
}

/// Takes keys out of an object one by one, remembering the first that is not what it should be.
class ViewReader final {
public:
    explicit ViewReader(QJsonObject object) : m_rest(std::move(object)) {}

    QString text(const char* key, const QString& fallback)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        if (!value.isUndefined() && !value.isString())
            refuse(key);
        return value.toString(fallback);
    }
    bool flag(const char* key, bool fallback)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        if (!value.isUndefined() && !value.isBool())
            refuse(key);
        return value.toBool(fallback);
    }
    std::optional<double> number(const char* key)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        if (value.isUndefined())
            return std::nullopt;
        if (!value.isDouble())
            refuse(key);
        return value.toDouble();
    }
    std::optional<UtcTime> time(const char* key)
    {
        const QString iso = text(key, {});
        if (iso.isEmpty())
            return std::nullopt;
        const auto time = parseIso(iso.toUtf8());
        if (time.hasError()) {
            refuse(key);
            return std::nullopt;
        }
        return time.value();
    }
    QJsonArray array(const char* key, bool* isThere = nullptr)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        if (!value.isUndefined() && !value.isArray())
            refuse(key);
        if (isThere)
            *isThere = value.isArray();
        return value.toArray();
    }
    void refuse(const char* key, const QString& reason = QStringLiteral("is not what it should be"))
    {
        if (m_wrong.isEmpty())
            m_wrong = QStringLiteral("“%1” %2").arg(QLatin1String(key), reason);
    }
    [[nodiscard]] const QString& wrong() const { return m_wrong; }
    [[nodiscard]] const QJsonObject& rest() const { return m_rest; }

private:
    QJsonObject m_rest;
    QString m_wrong; ///< the first key that is, and why
};

PaneSpec readPane(const QJsonObject& object, ViewReader& outer)
{
    ViewReader reader(object);
    PaneSpec pane{.kind = reader.text("kind", {}), .weight = reader.number("weight").value_or(1)};
    pane.isCollapsed = reader.flag("collapsed", false);
    pane.logarithmic = reader.flag("logarithmic", false);
    pane.low = reader.number("low");
    pane.high = reader.number("high");
    if (!pane.low || !pane.high || !(*pane.low < *pane.high))
        pane.low = pane.high = std::nullopt;
    if (pane.kind.isEmpty() || !(pane.weight > 0) || !reader.wrong().isEmpty())
        outer.refuse("panes");
    return pane;
}

void readPanes(ViewReader& reader, View& view)
{
    bool isThere = false;
    const QJsonArray panes = reader.array("panes", &isThere);
    if (!isThere)
        view.panes = defaultPanes();
    for (const QJsonValue& pane : panes)
        view.panes.push_back(readPane(pane.toObject(), reader));
}

Callout readCallout(const QJsonObject& object, ViewReader& outer)
{
    constexpr double farthest = 20000; ///< as wide as any picture
    ViewReader reader(object);
    Callout callout;
    const auto at = reader.time("at");
    callout.at = at.value_or(UtcTime{});
    callout.pane = reader.text("pane", callout.pane);
    callout.value = reader.number("value");
    callout.text = reader.text("text", {});
    callout.dx = reader.number("dx").value_or(callout.dx);
    callout.dy = reader.number("dy").value_or(callout.dy);
    if (!at || std::abs(callout.dx) > farthest || std::abs(callout.dy) > farthest ||
        !reader.wrong().isEmpty())
        outer.refuse("callouts");
    callout.unknown = reader.rest();
    return callout;
}

void readWords(ViewReader& reader, View& view)
{
    view.title = reader.text("title", {});
    view.subtitle = reader.text("subtitle", {});
    view.caption = reader.text("caption", {});
    for (const QJsonValue& callout : reader.array("callouts"))
        view.callouts.push_back(readCallout(callout.toObject(), reader));
}

void readSize(ViewReader& reader, View& view)
{
    const QJsonArray size = reader.array("size");
    if (size.isEmpty())
        return;
    view.size = QSize(size.at(0).toInt(), size.at(1).toInt());
    if (size.size() != 2 || view.size.isEmpty())
        reader.refuse("size");
}

void readTimes(ViewReader& reader, View& view)
{
    const auto from = reader.time("from");
    const auto to = reader.time("to");
    view.asOf = reader.time("asOf");
    if (from.has_value() != to.has_value() || (from && *from >= *to))
        reader.refuse("from");
    else if (from)
        view.range = {*from, *to};
}

void readInterval(ViewReader& reader, View& view)
{
    const QString name = reader.text("interval", view.interval.name());
    if (const auto interval = parseInterval(name))
        view.interval = *interval;
    else
        reader.refuse("interval");
}

void readLook(ViewReader& reader, View& view)
{
    view.maximised = reader.text("maximised", {});
    view.theme = reader.text("theme", view.theme);
    view.zone = reader.text("zone", view.zone);
    if (!QTimeZone::isTimeZoneIdAvailable(view.zone.toUtf8()))
        reader.refuse("zone", QStringLiteral("is “%1”, which is not an IANA time zone such as Asia/Tokyo")
                                  .arg(view.zone.left(40)));
    readSize(reader, view);
    view.scale = reader.number("scale").value_or(1);
    if (!(view.scale >= 1 && view.scale <= 4))
        reader.refuse("scale");
    view.showsLevels = reader.flag("levels", true);
    view.showsEvents = reader.flag("events", true);
    view.showsCosts = reader.flag("costDistribution", false);
}

} // namespace

QJsonObject toJson(const View& view)
{
    QJsonObject object = view.unknown;
    object.insert(keyVersion, viewVersion);
    insertWords(object, view);
    object.insert(QStringLiteral("episode"), view.episode);
    object.insert(QStringLiteral("instrument"), view.instrument);
    object.insert(QStringLiteral("interval"), view.interval.name());
    if (!view.range.isEmpty()) {
        insertTime(object, QStringLiteral("from"), view.range.from);
        insertTime(object, QStringLiteral("to"), view.range.to);
    }
    if (view.asOf)
        insertTime(object, QStringLiteral("asOf"), *view.asOf);
    QJsonArray panes;
    for (const PaneSpec& pane : view.panes)
        panes.append(toJson(pane));
    object.insert(QStringLiteral("panes"), panes);
    object.insert(QStringLiteral("maximised"), view.maximised);
    object.insert(QStringLiteral("theme"), view.theme);
    object.insert(QStringLiteral("zone"), view.zone);
    object.insert(QStringLiteral("size"), QJsonArray{view.size.width(), view.size.height()});
    object.insert(QStringLiteral("scale"), view.scale);
    object.insert(QStringLiteral("levels"), view.showsLevels);
    object.insert(QStringLiteral("events"), view.showsEvents);
    if (view.showsCosts)
        object.insert(QStringLiteral("costDistribution"), true);
    return object;
}

Result<View> viewFromJson(const QJsonObject& document)
{
    const bool isExport =
        document.contains(QStringLiteral("holdline")) && document.value(QStringLiteral("view")).isObject();
    ViewReader reader(isExport ? document.value(QStringLiteral("view")).toObject() : document);
    const auto version = reader.number("version");
    if (!version)
        return Error{Error::Kind::Malformed, QStringLiteral("this is not a view: it has no version")};
    if (*version > viewVersion)
        return Error{
            Error::Kind::Unavailable,
            QStringLiteral("this view was written by a newer Holdline (version %1; this one reads %2)")
                .arg(*version)
                .arg(viewVersion)};
    View view;
    readWords(reader, view);
    view.episode = reader.text("episode", {});
    view.instrument = reader.text("instrument", view.instrument);
    readInterval(reader, view);
    readTimes(reader, view);
    readPanes(reader, view);
    readLook(reader, view);
    if (!reader.wrong().isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("this view's ") + reader.wrong()};
    view.unknown = reader.rest();
    return view;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/levelrows.h"

#include "models/foundation/jsontext.h"
#include "models/levels/alertjson.h"
#include "models/levels/leveljson.h"

#include <QJsonDocument>

#include <algorithm>

namespace holdline {

namespace {

QByteArray documentOf(const Level& level)
{
    return levelToJson(level);
}

QByteArray documentOf(const Drawing& drawing)
{
    return drawingToJson(drawing);
}

QByteArray documentOf(const Alert& alert)
{
    return jsonText(alertToJson(alert));
}

template <typename Mark>
Result<std::vector<MergeOutcome>> putAll(MarkTable& table, std::span<const Mark> marks)
{
    std::vector<MergeOutcome> outcomes;
    for (const Mark& mark : marks) {
        const auto outcome = table.put(mark.id, QString::fromUtf8(documentOf(mark)));
        if (outcome.hasError())
            return outcome.error();
        outcomes.push_back(outcome.value());
    }
    return outcomes;
}

template <typename Mark>
Result<std::vector<Mark>> allOf(MarkTable& table, Result<Mark> (*read)(const QJsonObject&), const char* kind)
{
    std::vector<Mark> all;
    const auto done = table.visit([&](const QString& id, const QString& document) -> Result<Done> {
        auto mark = read(QJsonDocument::fromJson(document.toUtf8()).object());
        if (mark.hasError())
            return Error{Error::Kind::Storage, QStringLiteral("The stored %1 %2 is damaged: %3.")
                                                   .arg(QString::fromLatin1(kind), id, mark.error().message)};
        all.push_back(std::move(mark.value()));
        return Done{};
    });
    if (done.hasError())
        return done.error();
    std::sort(all.begin(), all.end(), [](const Mark& a, const Mark& b) { return a.id < b.id; });
    return all;
}

} // namespace

QString withoutSecrets(const QString& document)
{
    QJsonObject object = QJsonDocument::fromJson(document.toUtf8()).object();
    for (const char* key : {"command", "webhook"}) {
        const QLatin1StringView name(key);
        if (object.contains(name))
            object.insert(name, QStringLiteral("…"));
    }
    return QString::fromUtf8(jsonText(object));
}

void LevelRows::setAuthor(const QString& author)
{
    m_levels.setAuthor(author);
    m_drawings.setAuthor(author);
    m_alerts.setAuthor(author);
}

Result<std::vector<MergeOutcome>> LevelRows::put(std::span<const Level> levels)
{
    return putAll(m_levels, levels);
}

Result<Done> LevelRows::removeLevel(const QString& id)
{
    return m_levels.remove(id, QStringLiteral("level"));
}

Result<std::vector<Level>> LevelRows::levels()
{
    return allOf(m_levels, levelFromJson, "level");
}

Result<std::vector<MergeOutcome>> LevelRows::put(std::span<const Drawing> drawings)
{
    return putAll(m_drawings, drawings);
}

Result<Done> LevelRows::removeMark(const QString& id)
{
    for (MarkTable* const table : {&m_levels, &m_drawings}) {
        const auto done = table->remove(id, {});
        if (done.hasError() && done.error().kind != Error::Kind::Unavailable)
            return done;
    }
    return Done{};
}

Result<std::vector<Drawing>> LevelRows::drawings()
{
    return allOf(m_drawings, drawingFromJson, "drawing");
}

Result<std::vector<MergeOutcome>> LevelRows::put(std::span<const Alert> alerts)
{
    return putAll(m_alerts, alerts);
}

Result<std::vector<Alert>> LevelRows::alerts(QStringList* unreadable)
{
    std::vector<Alert> all;
    const auto done = m_alerts.visit([&](const QString& id, const QString& document) -> Result<Done> {
        auto alert = alertFromJson(QJsonDocument::fromJson(document.toUtf8()).object());
        if (alert.hasValue())
            all.push_back(std::move(alert.value()));
        else if (unreadable)
            unreadable->append(
                QStringLiteral("The stored alert %1 cannot be read: %2.").arg(id, alert.error().message));
        return Done{};
    });
    if (done.hasError())
        return done.error();
    std::ranges::sort(all, {}, &Alert::id);
    return all;
}

Result<Done> LevelRows::removeAlert(const QString& id)
{
    return m_alerts.remove(id, QStringLiteral("alert"));
}

Result<std::vector<JournalEntry>> LevelRows::journal(const QString& id)
{
    return m_levels.journal(id);
}

Result<qint64> LevelRows::journalEnd()
{
    return m_levels.journalEnd();
}

} // namespace holdline

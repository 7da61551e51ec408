// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/exportdocument.h"

#include "models/levels/leveljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace holdline {

namespace {

QJsonObject toJson(const Provenance& provenance)
{
    QJsonObject object{{QStringLiteral("series"), provenance.series},
                       {QStringLiteral("source"), provenance.source},
                       {QStringLiteral("definition"), provenance.definition},
                       {QStringLiteral("unit"), provenance.unit},
                       {QStringLiteral("reconstruction"), provenance.isReconstruction}};
    if (provenance.from < provenance.to) {
        object.insert(QStringLiteral("from"), toIso(provenance.from));
        object.insert(QStringLiteral("to"), toIso(provenance.to));
    }
    return object;
}

QJsonArray sourcesOf(const ViewData& data)
{
    QJsonArray sources;
    const auto add = [&](const Provenance& provenance) {
        const QJsonObject object = toJson(provenance);
        if (!sources.contains(object))
            sources.append(object);
    };
    std::for_each(data.provenance.begin(), data.provenance.end(), add);
    for (const PaneData& pane : data.panes)
        std::for_each(pane.provenance.begin(), pane.provenance.end(), add);
    return sources;
}

/// `series` is empty for what is not known of a pane as a whole.
void addCoverage(QJsonArray& all, const QString& pane, const std::vector<Coverage>& coverage,
                 TimeRange visible, const QString& series = {})
{
    for (const Coverage& stretch : coverage) {
        const UtcTime from = std::max(stretch.range.from, visible.from);
        const UtcTime to = std::min(stretch.range.to, visible.to);
        if (from >= to)
            continue;
        QJsonObject entry{{QStringLiteral("pane"), pane},
                          {QStringLiteral("from"), toIso(from)},
                          {QStringLiteral("to"), toIso(to)},
                          {QStringLiteral("state"), toText(stretch.state)},
                          {QStringLiteral("reason"), stretch.reason}};
        if (!series.isEmpty())
            entry.insert(QStringLiteral("series"), series);
        all.append(entry);
    }
}

QJsonArray coverageOf(const View& view, const ViewData& data)
{
    QJsonArray all;
    addCoverage(all, QStringLiteral("price"), priceCoverageAt(data, view.interval, view.range), view.range);
    for (const PaneData& pane : data.panes) {
        addCoverage(all, pane.kind, pane.coverage, view.range);
        for (const PaneStream& stream : pane.streams)
            if (stream.isRecorded)
                addCoverage(all, pane.kind, stream.entries, view.range, stream.series);
    }
    return all;
}

/// With their states at the time.
QJsonArray levelsOf(const ViewData& data, UtcTime at)
{
    QJsonArray levels;
    for (const LevelData& level : data.levels) {
        QJsonObject object = QJsonDocument::fromJson(levelToJson(level.level)).object();
        const LevelState* const state = stateAt(level, at);
        if (state)
            object.insert(QStringLiteral("state"), state->state);
        if (state && state->since)
            object.insert(QStringLiteral("since"), toIso(*state->since));
        levels.append(object);
    }
    return levels;
}

QJsonArray drawingsOf(const ViewData& data)
{
    QJsonArray drawings;
    for (const Drawing& drawing : data.drawings)
        drawings.append(QJsonDocument::fromJson(drawingToJson(drawing)).object());
    return drawings;
}

/// As they are drawn, with what could not be filled; the view holds them as they were typed.
QJsonObject wordsAsDrawn(const PictureWords& words)
{
    QJsonObject object;
    const auto put = [&object](const QString& key, const QString& text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    put(QStringLiteral("title"), words.title);
    put(QStringLiteral("subtitle"), words.subtitle);
    put(QStringLiteral("caption"), words.caption);
    put(QStringLiteral("author"), words.author);
    if (!words.callouts.isEmpty())
        object.insert(QStringLiteral("callouts"), QJsonArray::fromStringList(words.callouts));
    if (!words.notes.isEmpty())
        object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(words.notes));
    return object;
}

} // namespace

QByteArray exportDocument(const View& view, const ViewData& data)
{
    QJsonObject document{
        {QStringLiteral("holdline"), QStringLiteral(HOLDLINE_VERSION)},
        {QStringLiteral("view"), toJson(view)},
        {QStringLiteral("asOf"), toIso(data.asOf)},
        {QStringLiteral("statement"), data.statement},
        {QStringLiteral("sources"), sourcesOf(data)},
        {QStringLiteral("coverage"), coverageOf(view, data)},
        {QStringLiteral("levels"), levelsOf(data, view.range.isEmpty() ? data.asOf : view.range.to)}};
    if (!data.drawings.empty())
        document.insert(QStringLiteral("drawings"), drawingsOf(data));
    if (const QJsonObject words = data.words ? wordsAsDrawn(*data.words) : QJsonObject(); !words.isEmpty())
        document.insert(QStringLiteral("words"), words);
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace holdline

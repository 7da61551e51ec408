// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriesselection.h"

#include <algorithm>

namespace holdline {

namespace {

QString definitionText(const QString& definition)
{
    return definition.isEmpty() ? QStringLiteral("no definition") : QStringLiteral("“%1”").arg(definition);
}

SeriesSelection firstDefinition(std::vector<StoredSeries> candidates, const QString& name)
{
    SeriesSelection selection;
    QStringList others;
    for (StoredSeries& series : candidates) {
        const bool isFirst = selection.isEmpty();
        if (isFirst || (series.key.definition == selection.series.front().key.definition &&
                        series.kind == selection.kind())) {
            selection.series.push_back(std::move(series));
            continue;
        }
        const QString other =
            series.kind == selection.kind()
                ? definitionText(series.key.definition)
                : QStringLiteral("%1 of kind %2").arg(series.key.source, toText(series.kind));
        if (!others.contains(other))
            others.append(other);
    }
    if (!others.isEmpty()) {
        selection.notes.append(
            QStringLiteral("%1 is stored under several definitions; this is %2. Left out: %3.")
                .arg(name, definitionText(selection.series.front().key.definition),
                     others.join(QStringLiteral(", "))));
    }
    return selection;
}

Result<std::vector<StoredSeries>> candidatesFor(Store& store, const SeriesQuestion& question)
{
    auto found = store.find(question.name);
    if (found.hasError())
        return found;
    std::erase_if(found.value(), [&](const StoredSeries& series) {
        return (question.source && series.key.source != *question.source) ||
               (question.definition && series.key.definition != *question.definition);
    });
    return found;
}

} // namespace

QStringList SeriesSelection::columns() const
{
    QStringList columns;
    for (const StoredSeries& one : series) {
        if (!columns.contains(one.key.column))
            columns.append(one.key.column);
    }
    return columns;
}

std::vector<StoredSeries> SeriesSelection::ofColumn(const QString& column) const
{
    std::vector<StoredSeries> found;
    std::copy_if(series.begin(), series.end(), std::back_inserter(found),
                 [&](const StoredSeries& one) { return one.key.column == column; });
    return found;
}

Result<SeriesSelection> selectSeries(Store& store, const SeriesQuestion& question)
{
    auto found = candidatesFor(store, question);
    if (found.hasError())
        return found.error();
    return firstDefinition(std::move(found.value()), question.name);
}

Result<SeriesSelection> selectSeries(Store& store, const SeriesQuestion& question, SeriesKind kind)
{
    auto found = candidatesFor(store, question);
    if (found.hasError())
        return found.error();
    std::erase_if(found.value(), [kind](const StoredSeries& series) { return series.kind != kind; });
    return firstDefinition(std::move(found.value()), question.name);
}

} // namespace holdline

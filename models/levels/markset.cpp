// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/markset.h"

#include <algorithm>

namespace holdline {

namespace {

template <typename Marks>
auto placeOf(Marks& marks, const QString& id)
{
    return std::lower_bound(marks.begin(), marks.end(), id,
                            [](const Mark& mark, const QString& wanted) { return idOf(mark) < wanted; });
}

template <typename Kind>
std::vector<Kind> only(const std::vector<Mark>& marks)
{
    std::vector<Kind> some;
    for (const Mark& mark : marks) {
        if (const auto* one = std::get_if<Kind>(&mark))
            some.push_back(*one);
    }
    return some;
}

} // namespace

const Mark* MarkSet::find(const QString& id) const
{
    const auto place = placeOf(m_marks, id);
    return place != m_marks.end() && idOf(*place) == id ? &*place : nullptr;
}

std::vector<Level> MarkSet::levels() const
{
    return only<Level>(m_marks);
}

std::vector<Drawing> MarkSet::drawings() const
{
    return only<Drawing>(m_marks);
}

QString MarkSet::freeId(const QString& wanted) const
{
    QString id = wanted;
    for (int number = 2; find(id); ++number)
        id = wanted + QLatin1Char('-') + QString::number(number);
    return id;
}

void MarkSet::reset(std::vector<Mark> marks)
{
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return idOf(a) < idOf(b); });
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    emit wasReset();
}

void MarkSet::swap(std::vector<MarkChange>& changes)
{
    QStringList ids;
    for (MarkChange& change : changes) {
        swap(change);
        ids.append(change.id);
    }
    emit changed(ids);
}

void MarkSet::swap(MarkChange& change)
{
    const auto place = placeOf(m_marks, change.id);
    const bool isThere = place != m_marks.end() && idOf(*place) == change.id;
    if (isThere && change.mark) {
        std::swap(*place, *change.mark);
    } else if (isThere) {
        change.mark = std::move(*place);
        m_marks.erase(place);
    } else if (change.mark) {
        m_marks.insert(place, std::move(*change.mark));
        change.mark.reset();
    }
}

} // namespace holdline

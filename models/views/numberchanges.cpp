// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/numberchanges.h"

#include "models/imports/delimited.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace holdline {

namespace {

constexpr int mostLinesOfARow = 20; ///< a name may hold line ends; a quote that never closes is not followed

struct NumberRow {
    QByteArray series;
    QByteArray at;
    QByteArray to;
    QByteArray column;
    QByteArray source;
    QByteArray value;
    QByteArray knownAt;

    [[nodiscard]] auto key() const { return std::tie(series, at, to, column, source); }
    [[nodiscard]] auto all() const { return std::tuple_cat(key(), std::tie(value, knownAt)); }
};

bool isEarlierRow(const NumberRow& a, const NumberRow& b)
{
    return a.all() < b.all();
}

bool isEarlierKey(const NumberRow& a, const NumberRow& b)
{
    return a.key() < b.key();
}

/// The bytes of the row that begins there, without its line end; `at` goes behind it.
QByteArrayView takeRow(QByteArrayView text, qsizetype& at, FieldSplitter& splitter)
{
    const qsizetype begin = at;
    for (int line = 0; line < mostLinesOfARow; ++line) {
        const auto end = text.indexOf('\n', at);
        at = end < 0 ? text.size() : end + 1;
        const auto row = text.sliced(begin, (end < 0 ? text.size() : end) - begin);
        static_cast<void>(splitter.split(row));
        if (!splitter.isOpen() || end < 0)
            return row;
    }
    return text.sliced(begin, at - begin);
}

std::vector<NumberRow> rowsOf(QByteArrayView text)
{
    FieldSplitter splitter(',');
    std::vector<NumberRow> rows;
    qsizetype at = text.indexOf('\n') + 1;
    while (at < text.size()) {
        const auto& f = splitter.split(takeRow(text, at, splitter));
        if (f.size() == 7)
            rows.push_back({.series = f[0].toByteArray(),
                            .at = f[2].toByteArray(),
                            .to = f[3].toByteArray(),
                            .column = f[1].toByteArray(),
                            .source = f[6].toByteArray(),
                            .value = f[4].toByteArray(),
                            .knownAt = f[5].toByteArray()});
    }
    std::sort(rows.begin(), rows.end(), isEarlierRow);
    return rows;
}

NumberChange changeOf(const NumberRow& row)
{
    return {.series = row.series, .at = row.at, .field = row.column};
}

void compareRows(const NumberRow& was, const NumberRow& is, std::vector<NumberChange>& changes)
{
    NumberChange change = changeOf(was);
    const bool isSameValue = was.value == is.value;
    if (isSameValue)
        change.field = "known_at";
    change.was = isSameValue ? was.knownAt : was.value;
    change.is = isSameValue ? is.knownAt : is.value;
    changes.push_back(std::move(change));
}

/// What was known at another time counts where the values are all the same, once for each time: a revised
/// candle was known later in all of its columns, and so was what is computed from it.
std::vector<NumberChange> withoutRepeats(const std::vector<NumberChange>& changes)
{
    const auto isOfTime = [](const NumberChange& change) { return change.field == "known_at"; };
    const bool areValuesSame = std::all_of(changes.begin(), changes.end(), isOfTime);
    std::vector<NumberChange> kept;
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(kept), [&](const NumberChange& change) {
        return areValuesSame ? kept.empty() || kept.back() != change : !isOfTime(change);
    });
    return kept;
}

} // namespace

std::vector<NumberChange> numberChanges(const QByteArray& was, const QByteArray& is)
{
    const auto before = rowsOf(was);
    const auto after = rowsOf(is);
    std::vector<NumberRow> gone;
    std::vector<NumberRow> come;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone),
                        isEarlierRow);
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(come),
                        isEarlierRow);
    std::vector<NumberChange> changes;
    auto next = come.begin();
    const auto addNew = [&] {
        changes.push_back(changeOf(*next));
        changes.back().is = next->value;
        ++next;
    };
    for (const NumberRow& row : gone) {
        while (next != come.end() && isEarlierKey(*next, row))
            addNew();
        if (next != come.end() && next->key() == row.key()) {
            compareRows(row, *next++, changes);
        } else {
            changes.push_back(changeOf(row));
            changes.back().was = row.value;
        }
    }
    while (next != come.end())
        addNew();
    return withoutRepeats(changes);
}

} // namespace holdline

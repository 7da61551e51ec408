// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/nearestwords.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace holdline {

namespace {

constexpr qsizetype longestCompared = 200;

/// Levenshtein's distance, letters of either case being equal.
qsizetype distance(const QString& a, const QString& b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool isSame = a[i].toLower() == b[static_cast<qsizetype>(j) - 1].toLower();
            const qsizetype best = std::min({diagonal + (isSame ? 0 : 1), row[j] + 1, row[j - 1] + 1});
            diagonal = std::exchange(row[j], best);
        }
    }
    return row.back();
}

} // namespace

QStringList nearestWords(const QString& typed, const QStringList& words)
{
    std::vector<std::pair<qsizetype, QString>> ranked;
    const QString asked = typed.left(longestCompared);
    for (const QString& word : words) {
        const qsizetype changes = distance(asked, word.left(longestCompared));
        if (changes * 2 <= asked.size())
            ranked.emplace_back(changes, word);
    }
    std::sort(ranked.begin(), ranked.end());
    QStringList nearest;
    for (const auto& [changes, candidate] : ranked) {
        if (nearest.size() < 3 && !nearest.contains(candidate))
            nearest.append(candidate);
    }
    return nearest;
}

} // namespace holdline

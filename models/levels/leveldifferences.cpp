// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/leveldifferences.h"

#include "models/levels/leveljson.h"

#include <map>

namespace holdline {

namespace {

std::optional<QString> documentOf(const Level* level)
{
    return level ? std::optional(QString::fromUtf8(levelToJson(*level))) : std::nullopt;
}

} // namespace

std::vector<JournalEntry> levelDifferences(std::span<const Level> before, std::span<const Level> after,
                                           UtcTime at)
{
    struct Pair {
        const Level* before = nullptr;
        const Level* after = nullptr;
    };
    std::map<QString, Pair> pairs;
    for (const Level& level : before)
        pairs[level.id].before = &level;
    for (const Level& level : after)
        pairs[level.id].after = &level;
    std::vector<JournalEntry> entries;
    for (const auto& [id, pair] : pairs) {
        if (pair.before && pair.after && *pair.before == *pair.after)
            continue;
        JournalEntry entry;
        entry.number = static_cast<qint64>(entries.size()) + 1;
        entry.at = at;
        entry.id = id;
        if (pair.after) {
            const MarkTraits& traits = pair.after->traits;
            entry.at = traits.edited.value_or(traits.created.value_or(at));
            entry.author = traits.author;
        }
        entry.what = !pair.before ? QStringLiteral("add")
                     : pair.after ? QStringLiteral("replace")
                                  : QStringLiteral("remove");
        entry.before = documentOf(pair.before);
        entry.after = documentOf(pair.after);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace holdline

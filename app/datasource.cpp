// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datasource.h"

#include "models/history/episodes.h"

namespace holdline {

Result<std::unique_ptr<Store>> openData(const CommandContext& context, const QString& episode)
{
    auto store = openData(context.dataDir, episode, context.clock);
    if (store.hasValue() && !store.value()->notice().isEmpty())
        context.say(store.value()->notice());
    return store;
}

Result<std::unique_ptr<Store>> openData(const QString& dataDir, const QString& episode, const Clock& clock)
{
    return episode.isEmpty() ? Store::open(dataDir, clock) : openEpisode(episode, clock);
}

} // namespace holdline

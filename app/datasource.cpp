// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datasource.h"

#include "models/history/episodes.h"

namespace holdline {

Result<std::unique_ptr<Store>> openData(const CommandContext& context, const QString& episode)
{
    if (!episode.isEmpty())
        return openEpisode(episode, context.clock);
    auto store = Store::open(context.dataDir, context.clock);
    if (store.hasValue() && !store.value()->notice().isEmpty())
        context.say(store.value()->notice());
    return store;
}

} // namespace holdline

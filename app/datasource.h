// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "models/store/store.h"

namespace holdline {

/// What a command reads from: the episode of that name, else the data folder's store. Says on standard error
/// what happened while opening. Errors: Unavailable for a name that no episode has; Storage.
[[nodiscard]] Result<std::unique_ptr<Store>> openData(const CommandContext& context, const QString& episode);
/// The same without words; the store's notice is left to the caller.
[[nodiscard]] Result<std::unique_ptr<Store>> openData(const QString& dataDir, const QString& episode,
                                                      const Clock& clock);

} // namespace holdline

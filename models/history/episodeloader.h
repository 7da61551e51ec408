// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/episodearchive.h"
#include "models/history/episodes.h"

namespace holdline {

/// Puts the episode's files into the store by the ordinary merges, in one transaction. Malformed: the files
/// do not fit together. Storage: the store refused.
[[nodiscard]] Result<Done> loadEpisode(const EpisodeFiles& files, Store& store);

[[nodiscard]] Result<std::vector<Citation>> readCitations(const EpisodeFiles& files);

} // namespace holdline

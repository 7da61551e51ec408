// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace holdline {

/// Merges the samples of a file. Of several over one interval that claim to have been known at one time, the
/// last given holds and the others are never stored; where it is stored already, all of them are unchanged.
/// result.size() == samples.size(). Errors: Storage.
[[nodiscard]] Result<std::vector<MergeOutcome>> mergeLastGiven(Store& store, qint64 series,
                                                               std::span<const Sample> samples);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <algorithm>
#include <vector>

namespace holdline {

/// Merges a value into the revisions of the same thing, ascending by knownAt, by the rules of
/// Store::mergeSamples. Unless the outcome is Unchanged, the last revision is the one to store.
/// `isSame` compares everything but knownAt.
template <typename Value, typename IsSame>
[[nodiscard]] MergeOutcome mergeRevision(std::vector<Value>& revisions, Value given, UtcTime now,
                                         const IsSame& isSame)
{
    if (revisions.empty()) {
        revisions.push_back(std::move(given));
        return MergeOutcome::Added;
    }
    const Value& held = revisions.back();
    const bool isKnown = std::any_of(revisions.begin(), revisions.end(), [&](const Value& revision) {
        return revision.knownAt == given.knownAt && isSame(revision, given);
    });
    if (isKnown || isSame(held, given))
        return MergeOutcome::Unchanged;
    if (given.knownAt <= held.knownAt)
        given.knownAt = std::max(now, held.knownAt + Span{1});
    revisions.push_back(std::move(given));
    return MergeOutcome::Revised;
}

} // namespace holdline

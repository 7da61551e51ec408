// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/mark.h"

namespace holdline {

/// A handle of a mark: where it can be taken hold of. Time is absent where the mark has no end there.
struct MarkAnchor {
    std::optional<UtcTime> time;
    Price price;

    bool operator==(const MarkAnchor&) const = default;
};

/// A drawing's anchors. Of a level that is a line: its beginning and price; of a band: (beginning, high) and
/// (end, low).
[[nodiscard]] std::vector<MarkAnchor> anchorsOf(const Mark& mark);

/// The mark with one anchor elsewhere. A level keeps an open end open, its edges in order, its price above
/// zero and its end after its beginning; a tracking level stays as it is.
[[nodiscard]] Mark withAnchor(const Mark& mark, std::size_t index, const Anchor& anchor);

/// The mark with these anchors, as many as it has.
[[nodiscard]] Mark withAnchors(const Mark& mark, const std::vector<Anchor>& anchors);

} // namespace holdline

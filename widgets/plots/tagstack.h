// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace holdline {

/// A label of the value axis: the tick stays where its value is, the label makes room.
struct Tag {
    int tick = 0; ///< device px of the value
    int top = 0;  ///< of the label, given by stackTags
    bool operator==(const Tag&) const = default;
};

/// Places labels of one height so that none overlaps another and each is as near to its tick as that allows,
/// inside [top, bottom). Ordered by tick, least first; that order is kept. When they cannot all fit, the last
/// ones run over the bottom.
void stackTags(std::span<Tag> tags, int height, int top, int bottom);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/tagstack.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace holdline {

namespace {

/// Labels that touch each other; `wanted` sums the tops that would put the first label right for each member.
struct Block {
    std::size_t first = 0;
    std::size_t count = 0;
    double wanted = 0;

    [[nodiscard]] double top() const { return wanted / static_cast<double>(count); }
    [[nodiscard]] double bottom(int height) const { return top() + static_cast<double>(count) * height; }
};

Block joined(const Block& a, const Block& b, int height)
{
    return {a.first, a.count + b.count,
            a.wanted + b.wanted - static_cast<double>(b.count * a.count) * height};
}

} // namespace

void stackTags(std::span<Tag> tags, int height, int top, int bottom)
{
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        Block block{i, 1, static_cast<double>(tags[i].tick - height / 2)};
        while (!blocks.empty() && blocks.back().bottom(height) > block.top()) {
            block = joined(blocks.back(), block, height);
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    int free = top;
    for (const Block& block : blocks)
        for (std::size_t i = 0; i < block.count; ++i) {
            const int wanted = static_cast<int>(std::floor(block.top())) + static_cast<int>(i) * height;
            const int room = height * static_cast<int>(tags.size() - block.first - i);
            Tag& tag = tags[block.first + i];
            tag.top = std::max(free, std::min(wanted, bottom - room));
            free = tag.top + height;
        }
}

} // namespace holdline

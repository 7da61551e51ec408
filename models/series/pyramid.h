// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace holdline {

/// Leaves by slot number with a node above every four, every sixteen, and so on, in pages of 1,024 slots that
/// exist only where something is stored: a hole of years costs sixteen bytes a page. A copy shares the pages;
/// whichever of the two writes to one afterwards takes a page of its own, so a copy costs as much as the
/// nodes above the pages, and may be read on another thread while this one is written to.
///
/// Traits: types Leaf and Node; emptyLeaf(), emptyNode(), isEmpty(Leaf), lift(Leaf) -> Node and
/// merge(Node, Node) -> Node, where merging an empty node changes nothing and the left one is the earlier.
template <typename Traits>
class Pyramid final {
public:
    using Leaf = typename Traits::Leaf;
    using Node = typename Traits::Node;

    static constexpr int pageBits = 10;
    static constexpr qint64 pageSlots = 1 << pageBits;

    /// Nodes of levels 1 to 5 one after another: 256, 64, 16, 4 and 1.
    struct Page {
        std::array<Leaf, pageSlots> leaves;
        std::array<Node, 341> nodes;
    };

    Pyramid() = default;
    Pyramid(const Pyramid& other)
        : m_firstPage(other.m_firstPage),
          m_pages(other.m_pages),
          m_isOwn(other.m_pages.size(), false),
          m_top(other.m_top)
    {
        other.m_isOwn.assign(other.m_pages.size(), false);
    }
    Pyramid& operator=(const Pyramid&) = delete;
    Pyramid(Pyramid&&) noexcept = default;
    Pyramid& operator=(Pyramid&&) noexcept = default;
    ~Pyramid() = default;

    /// The leaf to write to; its page is made when it is not there. Then mend() or build what is above.
    [[nodiscard]] Leaf& leafAt(qint64 slot) { return pageFor(slot >> pageBits).leaves[inPage(slot)]; }
    [[nodiscard]] Leaf leaf(qint64 slot) const
    {
        const Page* const page = findPage(slot >> pageBits);
        return page ? page->leaves[inPage(slot)] : Traits::emptyLeaf();
    }

    /// The leaves of one page from the slot's on.
    [[nodiscard]] std::span<Leaf> leavesFrom(qint64 slot)
    {
        return std::span<Leaf>(pageFor(slot >> pageBits).leaves).subspan(inPage(slot));
    }

    /// Recomputes the nodes above one leaf.
    void mend(qint64 slot)
    {
        Page& page = pageFor(slot >> pageBits);
        mendFirstLevel(page, inPage(slot) >> 2);
        for (int level = 2; level <= 5; ++level)
            mendLevel(page, level, inPage(slot) >> (2 * level));
        mendTop(static_cast<std::size_t>((slot >> pageBits) - m_firstPage));
    }
    /// Recomputes all nodes inside the page that holds the slot.
    void buildPage(qint64 slot) { buildPage(pageFor(slot >> pageBits)); }
    /// Recomputes the nodes above the pages.
    void buildTop()
    {
        m_top.assign(1, {});
        m_top[0].reserve(m_pages.size());
        for (const auto& page : m_pages)
            m_top[0].push_back(page ? page->nodes.back() : Traits::emptyNode());
        while (m_top.back().size() > 1)
            m_top.push_back(levelAbove(m_top.back()));
    }

    /// Everything in [begin, end), merged.
    [[nodiscard]] Node merged(qint64 begin, qint64 end) const
    {
        const qint64 base = m_firstPage << pageBits;
        qint64 at = std::max(begin, base) - base;
        const qint64 stop = std::min(end - base, static_cast<qint64>(m_pages.size()) << pageBits);
        Node result = Traits::emptyNode();
        while (at < stop) {
            if (inPage(at) == 0 && stop - at >= pageSlots) {
                at = mergeTop(result, at, stop);
                continue;
            }
            const qint64 pageEnd = std::min(stop, (at | (pageSlots - 1)) + 1);
            if (const auto& page = m_pages[static_cast<std::size_t>(at >> pageBits)])
                mergeInside(result, *page, inPage(at), inPage(at) + static_cast<std::size_t>(pageEnd - at));
            at = pageEnd;
        }
        return result;
    }

    /// The first slot in [begin, end) that is not empty, or end.
    [[nodiscard]] qint64 nextPresent(qint64 begin, qint64 end) const
    {
        for (qint64 slot = begin; slot < end;) {
            const qint64 pageEnd = std::min(end, (slot | (pageSlots - 1)) + 1);
            if (const Page* const page = findPage(slot >> pageBits)) {
                for (; slot < pageEnd; ++slot) {
                    if (!Traits::isEmpty(page->leaves[inPage(slot)]))
                        return slot;
                }
            }
            slot = pageEnd;
        }
        return end;
    }

    /// A pyramid of the same shape whose leaves and nodes are changed one by one; target converts both.
    template <typename OtherTraits, typename Convert>
    [[nodiscard]] Pyramid<OtherTraits> converted(Convert convert) const
    {
        Pyramid<OtherTraits> other;
        other.m_firstPage = m_firstPage;
        other.m_pages.resize(m_pages.size());
        other.m_isOwn.assign(m_pages.size(), true);
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            if (!m_pages[i])
                continue;
            other.m_pages[i] = std::make_shared_for_overwrite<typename Pyramid<OtherTraits>::Page>();
            std::ranges::transform(m_pages[i]->leaves, other.m_pages[i]->leaves.begin(), convert);
            Pyramid<OtherTraits>::buildPage(*other.m_pages[i]);
        }
        other.buildTop();
        return other;
    }

    [[nodiscard]] std::size_t memoryBytes() const
    {
        std::size_t bytes = m_pages.capacity() * sizeof(m_pages[0]);
        bytes += sizeof(Page) * static_cast<std::size_t>(std::ranges::count_if(
                                    m_pages, [](const auto& page) { return page != nullptr; }));
        for (const auto& level : m_top)
            bytes += level.capacity() * sizeof(Node);
        return bytes;
    }

private:
    template <typename OtherTraits>
    friend class Pyramid;

    static constexpr std::array<std::size_t, 6> levelOffset{0, 0, 256, 320, 336, 340};

    [[nodiscard]] static std::size_t inPage(qint64 slot)
    {
        return static_cast<std::size_t>(slot & (pageSlots - 1));
    }

    [[nodiscard]] const Page* findPage(qint64 number) const
    {
        const qint64 index = number - m_firstPage;
        return index >= 0 && index < static_cast<qint64>(m_pages.size())
                   ? m_pages[static_cast<std::size_t>(index)].get()
                   : nullptr;
    }

    Page& pageFor(qint64 number)
    {
        if (m_pages.empty())
            m_firstPage = number;
        if (number < m_firstPage) {
            const auto added = static_cast<std::ptrdiff_t>(m_firstPage - number);
            m_pages.resize(m_pages.size() + static_cast<std::size_t>(added));
            std::rotate(m_pages.begin(), m_pages.end() - added, m_pages.end());
            m_isOwn.insert(m_isOwn.begin(), static_cast<std::size_t>(added), true);
            m_firstPage = number;
        }
        const auto index = static_cast<std::size_t>(number - m_firstPage);
        if (index >= m_pages.size()) {
            m_pages.resize(index + 1);
            m_isOwn.resize(index + 1, true);
        }
        if (m_pages[index] && !m_isOwn[index]) {
            m_pages[index] = std::make_shared<Page>(*m_pages[index]);
        } else if (!m_pages[index]) {
            m_pages[index] = std::make_shared_for_overwrite<Page>();
            m_pages[index]->leaves.fill(Traits::emptyLeaf());
            m_pages[index]->nodes.fill(Traits::emptyNode());
        }
        m_isOwn[index] = true;
        return *m_pages[index];
    }

    static Node mergedFour(const Node* four)
    {
        return Traits::merge(Traits::merge(four[0], four[1]), Traits::merge(four[2], four[3]));
    }
    static void mendFirstLevel(Page& page, std::size_t index)
    {
        const Leaf* const four = &page.leaves[index * 4];
        page.nodes[index] = Traits::merge(Traits::merge(Traits::lift(four[0]), Traits::lift(four[1])),
                                          Traits::merge(Traits::lift(four[2]), Traits::lift(four[3])));
    }
    static void mendLevel(Page& page, int level, std::size_t index)
    {
        const auto above = static_cast<std::size_t>(level);
        page.nodes[levelOffset[above] + index] = mergedFour(&page.nodes[levelOffset[above - 1] + index * 4]);
    }
    static void buildPage(Page& page)
    {
        for (std::size_t i = 0; i < 256; ++i)
            mendFirstLevel(page, i);
        for (int level = 2; level <= 5; ++level) {
            for (std::size_t i = 0; i < std::size_t{1} << (10 - 2 * level); ++i)
                mendLevel(page, level, i);
        }
    }

    static std::vector<Node> levelAbove(const std::vector<Node>& level)
    {
        std::vector<Node> above((level.size() + 3) / 4);
        for (std::size_t i = 0; i < above.size(); ++i)
            above[i] = parentOf(level, i);
        return above;
    }
    static Node parentOf(const std::vector<Node>& level, std::size_t index)
    {
        const std::size_t first = index * 4;
        if (first + 4 <= level.size())
            return mergedFour(&level[first]);
        Node result = level[first];
        for (std::size_t i = first + 1; i < level.size(); ++i)
            result = Traits::merge(result, level[i]);
        return result;
    }

    void mendTop(std::size_t page)
    {
        if (m_top.empty() || m_top[0].size() != m_pages.size())
            return buildTop();
        m_top[0][page] = m_pages[page]->nodes.back();
        for (std::size_t level = 1; level < m_top.size(); ++level) {
            page /= 4;
            m_top[level][page] = parentOf(m_top[level - 1], page);
        }
    }

    /// Merges the largest node that begins at the page boundary and fits; returns where it ends.
    qint64 mergeTop(Node& result, qint64 at, qint64 stop) const
    {
        auto page = static_cast<quint64>(at) >> pageBits;
        const int fitting =
            (static_cast<int>(std::bit_width(static_cast<quint64>(stop - at) >> pageBits)) - 1) / 2;
        const int aligned = page == 0 ? fitting : std::min(fitting, std::countr_zero(page) / 2);
        const int level = std::min(aligned, static_cast<int>(m_top.size()) - 1);
        result = Traits::merge(result, m_top[static_cast<std::size_t>(level)][page >> (2 * level)]);
        return at + (pageSlots << (2 * level));
    }

    static void mergeInside(Node& result, const Page& page, std::size_t at, std::size_t stop)
    {
        while (at < stop) {
            const int fitting = (static_cast<int>(std::bit_width(stop - at)) - 1) / 2;
            const int level = at == 0 ? fitting : std::min(fitting, std::countr_zero(at) / 2);
            const Node node =
                level == 0 ? Traits::lift(page.leaves[at])
                           : page.nodes[levelOffset[static_cast<std::size_t>(level)] + (at >> (2 * level))];
            result = Traits::merge(result, node);
            at += std::size_t{1} << (2 * level);
        }
    }

    qint64 m_firstPage = 0;
    std::vector<std::shared_ptr<Page>> m_pages;
    mutable std::vector<bool> m_isOwn;    ///< a flag a page: no copy reads it
    std::vector<std::vector<Node>> m_top; ///< [0] a node a page, then one for every four of them
};

} // namespace holdline

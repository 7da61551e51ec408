// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pageflow.h"

namespace holdline {

namespace {

/// Pages being filled.
class PageFiller final {
public:
    explicit PageFiller(int pageHeight) : m_height(pageHeight) {}

    void add(const PagePiece& piece, int groupHeight)
    {
        const int gap = isAtTop() ? 0 : piece.gap;
        const bool fitsGroup = m_y + gap + groupHeight <= m_height;
        const bool couldFit = groupHeight <= m_height;
        const bool fits = m_y + gap + piece.height <= m_height;
        if (!isAtTop() && (piece.beginsPage || !fits || (couldFit && !fitsGroup)))
            begin();
        if (isAtTop() && piece.continued)
            place(*piece.continued, 0);
        place(piece, isAtTop() ? 0 : piece.gap);
    }
    [[nodiscard]] std::vector<ReportPage> pages() && { return std::move(m_pages); }

private:
    int m_height;
    int m_y = 0;
    std::vector<ReportPage> m_pages{1};

    [[nodiscard]] bool isAtTop() const { return m_pages.back().empty(); }
    void begin()
    {
        m_pages.emplace_back();
        m_y = 0;
    }
    void place(const PagePiece& piece, int gap)
    {
        m_pages.back().push_back({&piece, m_y + gap});
        m_y += gap + piece.height;
    }
};

/// Of the piece and those that it keeps together with.
int groupHeight(const std::vector<PagePiece>& pieces, std::size_t first)
{
    int height = pieces[first].height;
    for (std::size_t i = first; pieces[i].keepsNext && i + 1 < pieces.size(); ++i)
        height += pieces[i + 1].gap + pieces[i + 1].height;
    return height;
}

} // namespace

std::vector<ReportPage> flowOntoPages(const std::vector<PagePiece>& pieces, int pageHeight)
{
    PageFiller filler(pageHeight);
    bool isKept = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        filler.add(pieces[i], isKept ? pieces[i].height : groupHeight(pieces, i));
        isKept = pieces[i].keepsNext;
    }
    return std::move(filler).pages();
}

} // namespace holdline

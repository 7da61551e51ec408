// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportpages.h"

#include "models/views/picturewords.h"
#include "widgets/report/logo.h"
#include "widgets/report/pagetext.h"
#include "widgets/report/reportpieces.h"

#include <QPageSize>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr double pageRatio = 4;
constexpr double sideMargin = 53; ///< 14 mm
constexpr double headMargin = 57; ///< 15 mm, the head in it
constexpr double footMargin = 57;
constexpr double furnitureSize = 9;

QSize pageSizeOf(const ReportTemplate& pattern)
{
    const QPageSize page(pattern.page == u"letter"_s ? QPageSize::Letter : QPageSize::A4);
    const QSizeF inches = page.size(QPageSize::Inch);
    const QSize size(static_cast<int>(inches.width() * 96 * pageRatio),
                     static_cast<int>(inches.height() * 96 * pageRatio));
    return pattern.isLandscape ? size.transposed() : size;
}

} // namespace

ReportPages::ReportPages(const ReportContent& content)
    : m_content(content),
      m_inks(inksOf(themeByName(content.view.theme))),
      m_grid{pageRatio},
      m_size(pageSizeOf(content.pattern)),
      m_title(reportTitle(content))
{
    m_text.setRatio(pageRatio);
    const QRect whole = room();
    const PageRoom pageRoom{whole.width(), whole.height(), m_grid};
    m_pieces = titlePieces(content, m_inks, pageRoom);
    for (PagePiece& piece : reportPieces(content, m_inks, pageRoom))
        m_pieces.push_back(std::move(piece));
    m_pages = flowOntoPages(m_pieces, whole.height());
}

QRect ReportPages::room() const
{
    const int side = m_grid.px(sideMargin);
    const int head = m_grid.px(headMargin);
    return {side, head, m_size.width() - 2 * side, m_size.height() - head - m_grid.px(footMargin)};
}

std::vector<PdfBookmark> ReportPages::bookmarks() const
{
    std::vector<PdfBookmark> found;
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        for (const PlacedPiece& placed : m_pages[page]) {
            if (!placed.piece->bookmark.isEmpty())
                found.push_back({placed.piece->bookmark, static_cast<int>(page),
                                 double(room().top() + placed.top) / m_size.height()});
        }
    }
    return found;
}

void ReportPages::paint(QPainter& painter, int page)
{
    const Canvas canvas{painter, m_text, m_inks, m_grid, QRect({}, m_size)};
    canvas.fill(canvas.clip, m_inks.theme.background);
    const QRect whole = room();
    for (const PlacedPiece& placed : m_pages[static_cast<std::size_t>(page)]) {
        if (placed.piece->paint)
            placed.piece->paint(
                canvas, QRect(whole.left(), whole.top() + placed.top, whole.width(), placed.piece->height));
    }
    paintFurniture(canvas, page);
}

/// The first page has its title below the head, so that the head says nothing there.
void ReportPages::paintFurniture(const Canvas& canvas, int page)
{
    const QRect whole = room();
    const PageStyle style{.size = furnitureSize, .colour = m_inks.theme.dim};
    const auto put = [&](const QString& words, int top, Qt::Alignment alignment, int width) {
        const WrappedText text(words, style, m_grid, width, alignment);
        text.drawLine(canvas.painter,
                      {alignment == Qt::AlignRight ? whole.right() - width : whole.left(), top}, 0);
    };
    const int line = m_grid.line();
    if (page > 0) {
        put(m_title.simplified(), m_grid.px(26), Qt::AlignLeft, whole.width() * 2 / 3);
        put(m_content.data.instrumentTitle + u" · "_s + m_content.data.venueTitle, m_grid.px(26),
            Qt::AlignRight, whole.width() / 3);
        canvas.fill(QRect(whole.left(), m_grid.px(42), whole.width(), line), m_inks.theme.hairline);
    }
    const PictureWords words = wordsOf(m_content.view, m_content.data);
    if (page == 0) {
        const QSize logo = logoSize(words.logo, {whole.width() / 3, m_grid.px(28)});
        paintLogo(canvas.painter, words.logo, QRect({whole.right() + 1 - logo.width(), m_grid.px(22)}, logo));
    }
    const int foot = m_size.height() - m_grid.px(footMargin);
    QString maker = words.author.isEmpty() ? QString() : words.author + u" · "_s;
    maker += u"as of %1 · Holdline %2"_s.arg(stampOf(m_content.data.asOf, m_content.view.zone),
                                             QStringLiteral(HOLDLINE_VERSION));
    if (m_content.data.isReconstruction)
        maker += u" · "_s + m_content.data.statement;
    canvas.fill(QRect(whole.left(), foot + m_grid.px(14), whole.width(), line), m_inks.theme.hairline);
    put(maker, foot + m_grid.px(18), Qt::AlignLeft, whole.width() * 5 / 6);
    put(u"%1 of %2"_s.arg(page + 1).arg(count()), foot + m_grid.px(18), Qt::AlignRight, whole.width() / 6);
}

} // namespace holdline

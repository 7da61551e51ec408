// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pagetable.h"

#include "widgets/report/pagetext.h"

#include <algorithm>
#include <numeric>

namespace holdline {

namespace {

constexpr double cellSize = 10;
constexpr double noteSize = 9;
constexpr double columnAir = 14; ///< between columns
constexpr double rowAir = 4;     ///< above and below the words of a row
constexpr double swatchWidth = 3;
constexpr double swatchRoom = 9; ///< from the left edge to the words behind it

struct TableStyle {
    const Inks& inks;
    PixelGrid grid;
    int width;
    int left; ///< room of swatches

    [[nodiscard]] PageStyle cell() const { return {.size = cellSize, .colour = inks.theme.text}; }
    [[nodiscard]] PageStyle head() const
    {
        return {.size = noteSize, .isBold = true, .colour = inks.theme.dim};
    }
    [[nodiscard]] PageStyle note() const { return {.size = noteSize, .colour = inks.theme.dim}; }
};

int widthOf(const QString& text, const PageStyle& style, PixelGrid grid)
{
    constexpr int noLimit = 1 << 20;
    return WrappedText(text, style, grid, noLimit).naturalWidth();
}

/// As wide as their words; those that wrap share what is left, by what they ask for.
std::vector<int> columnWidths(const std::vector<PageColumn>& columns, const std::vector<PageRow>& rows,
                              const TableStyle& style)
{
    std::vector<int> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        int widest = widthOf(columns[i].title, style.head(), style.grid);
        for (const PageRow& row : rows)
            widest = std::max(widest,
                              widthOf(row.cells.value(static_cast<qsizetype>(i)), style.cell(), style.grid));
        widths.push_back(widest);
    }
    const int air = style.grid.px(columnAir) * static_cast<int>(columns.size() - 1);
    int left = style.width - style.left - air;
    int asked = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        (columns[i].wraps ? asked : left) += columns[i].wraps ? widths[i] : -widths[i];
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].wraps && asked > 0)
            widths[i] = std::max(style.grid.px(60), static_cast<int>(double(left) * widths[i] / asked));
    }
    return widths;
}

/// A cell and where it stands.
struct LaidCell {
    WrappedText words;
    int x = 0;
};

struct LaidRow {
    std::vector<LaidCell> cells;
    std::vector<LaidCell> note; ///< none or one
    QColor swatch;
    int height = 0;
    int noteTop = 0;
};

LaidRow laidOut(const PageRow& row, const std::vector<PageColumn>& columns, const std::vector<int>& widths,
                const PageStyle& cell, const TableStyle& style)
{
    LaidRow laid{.cells = {}, .note = {}, .swatch = row.swatch};
    int x = style.left;
    int words = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Qt::Alignment alignment = columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft;
        laid.cells.push_back(
            {WrappedText(row.cells.value(static_cast<qsizetype>(i)), cell, style.grid, widths[i], alignment),
             x});
        words = std::max(words, laid.cells.back().words.height());
        x += widths[i] + style.grid.px(columnAir);
    }
    laid.noteTop = style.grid.px(rowAir) + words;
    laid.height = laid.noteTop + style.grid.px(rowAir);
    if (!row.note.isEmpty()) {
        laid.note.push_back(
            {WrappedText(row.note, style.note(), style.grid, style.width - style.left), style.left});
        laid.height += laid.note.front().words.height();
    }
    return laid;
}

void paintRow(const Canvas& canvas, const QRect& rect, const LaidRow& row, const QColor& line)
{
    if (row.swatch.isValid())
        canvas.fill(QRect(rect.left(), rect.top() + canvas.grid.px(rowAir), canvas.grid.px(swatchWidth),
                          rect.height() - 2 * canvas.grid.px(rowAir)),
                    row.swatch);
    for (const LaidCell& cell : row.cells)
        cell.words.draw(canvas.painter, rect.topLeft() + QPoint(cell.x, canvas.grid.px(rowAir)));
    for (const LaidCell& note : row.note)
        note.words.draw(canvas.painter, rect.topLeft() + QPoint(note.x, row.noteTop));
    canvas.fill(QRect(rect.left(), rect.bottom() + 1 - canvas.grid.line(), rect.width(), canvas.grid.line()),
                line);
}

PagePiece pieceOf(LaidRow row, const QColor& line)
{
    PagePiece piece;
    piece.height = row.height;
    piece.paint = [shared = std::make_shared<const LaidRow>(std::move(row)),
                   line](const Canvas& canvas, const QRect& rect) { paintRow(canvas, rect, *shared, line); };
    return piece;
}

} // namespace

std::vector<PagePiece> tablePieces(const std::vector<PageColumn>& columns, const std::vector<PageRow>& rows,
                                   const Inks& inks, PixelGrid grid, int width)
{
    const bool hasSwatches =
        std::any_of(rows.begin(), rows.end(), [](const PageRow& row) { return row.swatch.isValid(); });
    const TableStyle style{inks, grid, width, hasSwatches ? grid.px(swatchRoom) : 0};
    const std::vector<int> widths = columnWidths(columns, rows, style);
    QStringList titles;
    for (const PageColumn& column : columns)
        titles << column.title;
    PagePiece head = pieceOf(laidOut({titles}, columns, widths, style.head(), style), inks.theme.dim);
    head.keepsNext = true;
    const auto continued = std::make_shared<const PagePiece>(head);
    std::vector<PagePiece> pieces{std::move(head)};
    for (const PageRow& row : rows) {
        pieces.push_back(pieceOf(laidOut(row, columns, widths, style.cell(), style), inks.theme.hairline));
        pieces.back().continued = continued;
    }
    return pieces;
}

} // namespace holdline

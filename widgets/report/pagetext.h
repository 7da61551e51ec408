// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/pixelgrid.h"
#include "widgets/report/pageflow.h"

#include <QTextLayout>

namespace holdline {

/// How words on a page look.
struct PageStyle {
    double size = 12; ///< device-independent px
    bool isBold = false;
    QColor colour = {};
    double leading = 1.4; ///< height of a line in its size
    int indent = 0;       ///< device px, of all lines
};

[[nodiscard]] QFont pageFont(const PageStyle& style, PixelGrid grid);

/// Words broken into lines of a width; a word that is longer is broken anywhere, and a line end in the words
/// ends a line.
class WrappedText final {
public:
    WrappedText(const QString& text, const PageStyle& style, PixelGrid grid, int width,
                Qt::Alignment alignment = Qt::AlignLeft);

    [[nodiscard]] int lineCount() const { return m_layout->lineCount(); }
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    [[nodiscard]] int height() const { return lineCount() * m_lineHeight; }
    /// Of its widest line.
    [[nodiscard]] int naturalWidth() const;
    /// A line within the rectangle that lineHeight() and the width make.
    void drawLine(QPainter& painter, QPoint topLeft, int line) const;
    void draw(QPainter& painter, QPoint topLeft) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    QColor m_colour;
    int m_lineHeight;
};

/// A paragraph as a piece a line; neither its first line nor its last stands alone on a page. An empty line
/// divides paragraphs, half a line apart.
[[nodiscard]] std::vector<PagePiece> paragraphs(const QString& text, const PageStyle& style, PixelGrid grid,
                                                int width, int gap);

} // namespace holdline

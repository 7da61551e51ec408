// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pagetext.h"

#include "widgets/theme/theme.h"

#include <QRegularExpression>
#include <QTextOption>

#include <cmath>

namespace holdline {

namespace {

std::vector<PagePiece> oneParagraph(const QString& text, const PageStyle& style, PixelGrid grid, int width,
                                    int gap)
{
    const auto words = std::make_shared<const WrappedText>(text, style, grid, width - style.indent);
    std::vector<PagePiece> lines;
    for (int i = 0; i < words->lineCount(); ++i) {
        PagePiece line;
        line.height = words->lineHeight();
        line.gap = i == 0 ? gap : 0;
        line.keepsNext = i + 1 < words->lineCount() && (i == 0 || i + 2 == words->lineCount());
        line.paint = [words, i, indent = style.indent](const Canvas& canvas, const QRect& rect) {
            words->drawLine(canvas.painter, rect.topLeft() + QPoint(indent, 0), i);
        };
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

QFont pageFont(const PageStyle& style, PixelGrid grid)
{
    QFont font = themeFont(TextSize::Text, grid.ratio, style.isBold);
    font.setPixelSize(grid.px(style.size));
    return font;
}

WrappedText::WrappedText(const QString& text, const PageStyle& style, PixelGrid grid, int width,
                         Qt::Alignment alignment)
    : m_layout(std::make_shared<QTextLayout>()),
      m_colour(style.colour),
      m_lineHeight(grid.px(style.size * style.leading))
{
    QString lines = text;
    lines.replace(u'\n', QChar::LineSeparator);
    m_layout->setText(lines);
    m_layout->setFont(pageFont(style, grid));
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition({0, 0});
    }
    m_layout->endLayout();
}

int WrappedText::naturalWidth() const
{
    double widest = 0;
    for (int i = 0; i < lineCount(); ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return static_cast<int>(std::ceil(widest)) + 1;
}

void WrappedText::drawLine(QPainter& painter, QPoint topLeft, int line) const
{
    const QTextLine words = m_layout->lineAt(line);
    const double above = (m_lineHeight - words.height()) / 2;
    painter.setPen(m_colour);
    words.draw(&painter, topLeft + QPointF(0, std::round(above)));
}

void WrappedText::draw(QPainter& painter, QPoint topLeft) const
{
    for (int i = 0; i < lineCount(); ++i)
        drawLine(painter, topLeft + QPoint(0, i * m_lineHeight), i);
}

std::vector<PagePiece> paragraphs(const QString& text, const PageStyle& style, PixelGrid grid, int width,
                                  int gap)
{
    static const QRegularExpression emptyLine(QStringLiteral("\\n[ \\t]*\\n\\s*"));
    std::vector<PagePiece> pieces;
    for (const QString& paragraph : text.trimmed().split(emptyLine, Qt::SkipEmptyParts)) {
        const int above = pieces.empty() ? gap : grid.px(style.size * style.leading / 2);
        auto lines = oneParagraph(paragraph, style, grid, width, above);
        pieces.insert(pieces.end(), std::make_move_iterator(lines.begin()),
                      std::make_move_iterator(lines.end()));
    }
    return pieces;
}

} // namespace holdline

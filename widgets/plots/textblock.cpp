// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/textblock.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace holdline {

namespace {

constexpr QChar ellipsis(0x2026);
constexpr double unbroken = 1e5; ///< wider than any picture, device px

QTextOption optionOf(bool isRightToLeft)
{
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

/// Where the first `most` lines of a paragraph begin, and behind these where the next one would.
std::vector<qsizetype> lineStarts(const QString& paragraph, const TextSetting& setting, std::size_t most)
{
    QTextLayout layout(paragraph, setting.font);
    layout.setTextOption(optionOf(paragraph.isRightToLeft()));
    std::vector<qsizetype> starts;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && starts.size() <= most;
         line = layout.createLine()) {
        line.setLineWidth(setting.width);
        starts.push_back(line.textStart());
    }
    layout.endLayout();
    return starts;
}

} // namespace

TextBlock::TextBlock(const QString& text, const TextSetting& setting) : m_step(setting.step)
{
    const auto most = static_cast<std::size_t>(setting.mostLines);
    const QStringList paragraphs = text.trimmed().isEmpty() ? QStringList() : text.trimmed().split(u'\n');
    const QFontMetricsF metrics(setting.font);
    for (qsizetype i = 0; i < paragraphs.size() && m_lines.size() < most; ++i) {
        const QString& paragraph = paragraphs[i];
        const auto starts = lineStarts(paragraph, setting, most - m_lines.size());
        for (std::size_t line = 0; line < starts.size() && m_lines.size() < most; ++line) {
            const bool isLastRoom = m_lines.size() + 1 == most;
            const bool isLastOfParagraph = line + 1 == starts.size();
            const bool isCut = isLastRoom && (!isLastOfParagraph || i + 1 < paragraphs.size());
            const qsizetype length = isLastOfParagraph ? -1 : starts[line + 1] - starts[line];
            QString words = paragraph.mid(starts[line], isCut ? -1 : length).trimmed();
            if (isCut)
                words = metrics.elidedText(isLastOfParagraph ? words + u' ' + ellipsis : words,
                                           Qt::ElideRight, setting.width);
            add(words, paragraph.isRightToLeft(), setting);
        }
    }
    m_size.setHeight(static_cast<int>(m_lines.size()) * m_step);
}

void TextBlock::add(const QString& text, bool isRightToLeft, const TextSetting& setting)
{
    auto layout = std::make_shared<QTextLayout>(text, setting.font);
    QTextOption option = optionOf(isRightToLeft);
    option.setWrapMode(QTextOption::NoWrap);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    QTextLine line = layout->createLine();
    int width = 0;
    if (line.isValid()) {
        line.setLineWidth(unbroken);
        line.setPosition({0, std::round((m_step - line.height()) / 2)});
        width = static_cast<int>(std::ceil(line.naturalTextWidth()));
    }
    layout->endLayout();
    m_lines.push_back({std::move(layout), width, isRightToLeft});
    m_size.setWidth(std::max(m_size.width(), width));
}

void TextBlock::draw(QPainter& painter, QPoint topLeft, int width, const QColor& colour) const
{
    painter.setPen(colour);
    QPoint at = topLeft;
    for (const Line& line : m_lines) {
        at.setX(topLeft.x() + (line.isRightToLeft ? width - line.width : 0));
        line.layout->draw(&painter, at);
        at.ry() += m_step;
    }
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pricelabel.h"

#include "models/foundation/numbertext.h"

#include <QFontMetrics>
#include <QPainter>

namespace holdline {

namespace {

constexpr int labelRowHeight = 30; ///< device-independent px

} // namespace

PriceLabel::PriceLabel(QWidget* parent) : QWidget(parent), m_theme(themeByName(QStringLiteral("dark")))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Price"));
}

void PriceLabel::setLine(const PriceLine& line)
{
    if (line == m_line)
        return;
    m_line = line;
    QStringList words;
    for (const Piece& piece : pieces())
        words.append(piece.text);
    setAccessibleDescription(words.join(u' '));
    updateGeometry();
    update();
}

void PriceLabel::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QColor PriceLabel::changeColour(double percent) const
{
    return percent < 0 ? m_theme.down : m_theme.up;
}

std::vector<PriceLabel::Piece> PriceLabel::pieces() const
{
    const QFont title = themeFont(TextSize::Title, 1, true);
    const QFont text = themeFont(TextSize::Text);
    std::vector<Piece> all{{m_line.instrument, title, m_theme.text, 0},
                           {m_line.venue, text, m_theme.dim, 10}};
    if (m_line.price)
        all.push_back({priceText(*m_line.price, true), title, m_theme.text, 20});
    if (m_line.dayPercent)
        all.push_back({tr("%1 24 h").arg(percentText(*m_line.dayPercent, 2)), text,
                       changeColour(*m_line.dayPercent), 14});
    if (m_line.yearPercent)
        all.push_back({tr("%1 %2").arg(percentText(*m_line.yearPercent, 2)).arg(m_line.year), text,
                       changeColour(*m_line.yearPercent), 14});
    return all;
}

QSize PriceLabel::sizeHint() const
{
    int width = 0;
    for (const Piece& piece : pieces())
        width += piece.space + QFontMetrics(piece.font).horizontalAdvance(piece.text);
    return {width, labelRowHeight};
}

QSize PriceLabel::minimumSizeHint() const
{
    return {120, labelRowHeight};
}

void PriceLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int baseline = (labelRowHeight + QFontMetrics(themeFont(TextSize::Title, 1, true)).capHeight()) / 2;
    int x = 0;
    for (const Piece& piece : pieces()) {
        x += piece.space;
        painter.setFont(piece.font);
        painter.setPen(piece.colour);
        painter.drawText(x, baseline, piece.text);
        x += QFontMetrics(piece.font).horizontalAdvance(piece.text);
    }
}

} // namespace holdline

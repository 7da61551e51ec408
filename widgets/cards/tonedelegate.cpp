// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/tonedelegate.h"

#include "models/tables/tableroles.h"
#include "widgets/cards/priceedit.h"
#include "widgets/theme/contrast.h"
#include "widgets/theme/levelcolour.h"

#include <QAbstractItemView>
#include <QPainter>

namespace holdline {

namespace {

constexpr int padding = 6;
constexpr int squareSize = 10;
constexpr int squareGap = 8;
constexpr int dotSize = 7;
constexpr int indentStep = 15;

bool hasSquare(const QModelIndex& index)
{
    return index.column() == 0 && index.data(LevelColourRole).isValid();
}

bool hasDot(const QModelIndex& index)
{
    return index.data(DotRole).isValid();
}

int indentOf(const QModelIndex& index)
{
    return index.data(IndentRole).toInt() * indentStep;
}

bool isBold(const QModelIndex& index)
{
    const QVariant tone = index.data(ToneRole);
    return tone.isValid() && static_cast<Tone>(tone.toInt()) == Tone::Attention;
}

/// The last column ends where the title line does.
bool endsView(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view && option.rect.right() >= view->viewport()->width() - 1;
}

} // namespace

ToneDelegate::ToneDelegate(QObject* parent) : QStyledItemDelegate(parent), m_theme(themeByName({})) {}

void ToneDelegate::setTheme(const Theme& theme)
{
    m_theme = theme;
}

QColor ToneDelegate::colourOf(const QVariant& tone) const
{
    switch (tone.isValid() ? static_cast<Tone>(tone.toInt()) : Tone::Plain) {
    case Tone::Plain:
        return m_theme.text;
    case Tone::Dim:
        return m_theme.dim;
    case Tone::Up:
        return m_theme.up;
    case Tone::Down:
        return m_theme.down;
    case Tone::Attention:
        return m_theme.defenseBand;
    }
    Q_UNREACHABLE();
}

QWidget* ToneDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    const QVariant tick = index.data(TickRole);
    if (!tick.isValid())
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto* edit = new PriceEdit(Price{tick.toLongLong()}, {}, parent);
    edit->setFrame(false);
    return edit;
}

QColor ToneDelegate::squareColour(const QModelIndex& index) const
{
    const QString own = index.data(OwnColourRole).toString();
    return own.isEmpty() ? levelColour(m_theme, index.data(LevelColourRole).toInt()) : QColor(own);
}

std::optional<QColor> ToneDelegate::squareColour(const QModelIndex& index, int fromLeft) const
{
    const bool isOn = hasSquare(index) && fromLeft >= 0 && fromLeft < squareSize + squareGap / 2;
    return isOn ? std::optional(squareColour(index)) : std::nullopt;
}

void ToneDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ground = isSelected ? m_theme.hairline : m_theme.panel;
    painter->fillRect(option.rect, ground);
    QRect cell =
        option.rect.adjusted(index.column() == 0 ? 0 : padding, 0, endsView(option) ? 0 : -padding, 0);
    if (hasSquare(index)) {
        const QRect square(cell.left(), cell.center().y() - squareSize / 2, squareSize, squareSize);
        painter->fillRect(square, squareColour(index));
        cell.setLeft(square.right() + squareGap);
    }
    cell.setLeft(cell.left() + indentOf(index));
    if (hasDot(index)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colourOf(index.data(DotRole)));
        painter->drawEllipse(QRect(cell.left(), cell.center().y() - dotSize / 2, dotSize, dotSize));
        painter->restore();
        cell.setLeft(cell.left() + dotSize + squareGap);
    }
    QFont font = option.font;
    font.setBold(isBold(index));
    painter->setFont(font);
    painter->setPen(readableOn(colourOf(index.data(ToneRole)), ground));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, cell.width());
    painter->drawText(cell, static_cast<int>(alignment), text);
}

QSize ToneDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QFont font = option.font;
    font.setBold(isBold(index));
    const int text = QFontMetrics(font).horizontalAdvance(index.data().toString());
    const int square = hasSquare(index) ? squareSize + squareGap : 0;
    const int dot = hasDot(index) ? dotSize + squareGap : 0;
    return {text + square + dot + indentOf(index) + 2 * padding + 1, option.fontMetrics.height()};
}

} // namespace holdline

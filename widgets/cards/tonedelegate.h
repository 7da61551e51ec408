// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QStyledItemDelegate>

#include <optional>

namespace holdline {

/// Draws a table's cells in the colour of their tone, before a level's name a square in its colour, and
/// before what has a state a dot.
class ToneDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ToneDelegate(QObject* parent = nullptr);

    void setTheme(const Theme& theme);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    /// The colour of the square at so many px from the cell's left; absent where there is none.
    [[nodiscard]] std::optional<QColor> squareColour(const QModelIndex& index, int fromLeft) const;

private:
    [[nodiscard]] QColor colourOf(const QVariant& tone) const;
    [[nodiscard]] QColor squareColour(const QModelIndex& index) const;

    Theme m_theme;
};

} // namespace holdline

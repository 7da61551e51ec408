// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QModelIndex>
#include <QObject>

#include <functional>
#include <optional>

class QMimeData;
class QTableView;

namespace holdline {

/// Lets a hand drag the colour of one row of a table onto another, or a colour from elsewhere onto a row.
class ColourDrag final : public QObject {
    Q_OBJECT

public:
    /// `colourAt` tells which colour is taken hold of at a point of the viewport, if any.
    ColourDrag(QTableView& view, std::function<std::optional<QColor>(QPoint)> colourAt);

signals:
    /// By its index in the view's model.
    void dropped(const QModelIndex& index, const QColor& colour);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void drag();

    QTableView& m_view;
    std::function<std::optional<QColor>(QPoint)> m_colourAt;
    std::optional<QColor> m_held; ///< under the button that is down
    QPoint m_pressedAt;
};

} // namespace holdline

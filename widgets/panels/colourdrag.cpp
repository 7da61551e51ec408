// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/colourdrag.h"

#include <QApplication>
#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPixmap>
#include <QTableView>

namespace holdline {

namespace {

constexpr int swatchSize = 14; ///< device-independent px

}

ColourDrag::ColourDrag(QTableView& view, std::function<std::optional<QColor>(QPoint)> colourAt)
    : QObject(&view),
      m_view(view),
      m_colourAt(std::move(colourAt))
{
    view.viewport()->setAcceptDrops(true);
    view.viewport()->installEventFilter(this);
}

bool ColourDrag::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto& press = static_cast<QMouseEvent&>(*event);
        m_held = press.button() == Qt::LeftButton ? m_colourAt(press.position().toPoint()) : std::nullopt;
        m_pressedAt = press.position().toPoint();
        break;
    }
    case QEvent::MouseMove: {
        const auto& move = static_cast<QMouseEvent&>(*event);
        if (!m_held || !(move.buttons() & Qt::LeftButton))
            break;
        if ((move.position().toPoint() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
            drag();
        return true; // rows are not selected on the way
    }
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto& over = static_cast<QDragMoveEvent&>(*event);
        if (!over.mimeData()->hasColor())
            break;
        over.setDropAction(Qt::CopyAction);
        over.setAccepted(m_view.indexAt(over.position().toPoint()).isValid());
        return true;
    }
    case QEvent::Drop: {
        auto& drop = static_cast<QDropEvent&>(*event);
        const QModelIndex index = m_view.indexAt(drop.position().toPoint());
        if (!drop.mimeData()->hasColor() || !index.isValid())
            break;
        drop.acceptProposedAction();
        emit dropped(index, qvariant_cast<QColor>(drop.mimeData()->colorData()));
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ColourDrag::drag()
{
    auto* const drag = new QDrag(&m_view);
    auto* const data = new QMimeData;
    data->setColorData(*m_held);
    QPixmap swatch(swatchSize, swatchSize);
    swatch.fill(*m_held);
    drag->setMimeData(data);
    drag->setPixmap(swatch);
    m_held.reset();
    drag->exec(Qt::CopyAction);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/viewdata.h"
#include "widgets/plots/timelinepainter.h"
#include "widgets/timeline/timelinekeys.h"
#include "widgets/timeline/viewhistory.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <memory>

class QMenu;

namespace holdline {

class DrawingSession;
struct DrawingMoment;
class TimelineButtons;

/// Hosts the panes on one time axis: shows a view and its data, and turns mouse and keys into edits of the
/// view. It draws itself wholly, in device pixels; the pointer and the last candle repaint only what they
/// touch.
class TimelineWidget final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineWidget(ViewHistory& history, QWidget* parent = nullptr);
    ~TimelineWidget() override;

    /// Null shows empty panes.
    void setData(std::shared_ptr<const ViewData> data);
    /// The same data but for the last candle and the last flow values: repaints these alone, and follows the
    /// end where it was in view. It may be the same object, changed.
    void refreshLast(std::shared_ptr<const ViewData> data);
    /// Data of the same view that grew anywhere: repaints all, follows the end, and keeps the reading cursor.
    void refresh(std::shared_ptr<const ViewData> data);
    /// What a reset goes back to.
    void setHome(TimeRange home);
    /// Whether new candles keep arriving.
    void setLive(bool isLive);
    /// Marks are drawn, selected and moved by it from now on. It lives longer.
    void setDrawing(DrawingSession& session);
    /// What stands in the view's callouts, one each; placeholders are filled elsewhere.
    void setCalloutWords(const QStringList& words);
    /// Bells at what alerts look at.
    void setAlerts(const std::vector<AlertPlace>& alerts);
    [[nodiscard]] DrawingSession* drawing() { return m_drawing; }
    /// What the session is to be told of the timeline; marks in view included.
    [[nodiscard]] DrawingMoment drawingMoment();
    /// Offered at the end of the menus of the plot and of the time axis. Borrowed.
    void setMenuActions(const QList<QAction*>& plot, const QList<QAction*>& timeAxis);

    [[nodiscard]] const View& view() const { return m_history.view(); }
    [[nodiscard]] const ViewData& viewData() const { return *m_data; }
    [[nodiscard]] const TimelineLayout& timelineLayout();
    [[nodiscard]] TimelineBounds bounds() const;
    [[nodiscard]] std::optional<Hover> hover() const { return m_hover; }
    /// Where the crosshair stands; absent without one.
    [[nodiscard]] std::optional<UtcTime> hoveredTime();
    [[nodiscard]] int currentPane() const { return m_pane; } ///< index into the layout's panes
    [[nodiscard]] bool isReading() const { return m_readingTime.has_value(); }

    void perform(TimelineAction action);
    void goTo(UtcTime time);
    void setAutoscale(int pane, bool on); ///< index into the layout's panes
    /// An edit made elsewhere: by a menu, a button, a dialog.
    void change(ViewEdit::Kind kind, const std::function<void(View&)>& change);

signals:
    /// The time under the pointer or the reading cursor; absent when there is none.
    void hovered(std::optional<holdline::UtcTime> time);
    /// A digit or comma was typed: the beginning of an interval.
    void intervalTyped(const QString& text);
    void shortcutsRequested();
    /// The bar under the reading cursor, in words.
    void barRead(const QString& words);
    /// The pointer has come to rest over a mark; empty: over none any more.
    void markHovered(const QString& id);
    /// A right click on a mark, at a place on the screen.
    void markMenuRequested(const QString& id, QPoint at);
    /// A right click on a callout, index into the view's, at a place on the screen; a double click on one.
    void calloutMenuRequested(std::size_t index, QPoint at);
    void calloutOpened(std::size_t index);
    /// One is wanted at a place; it has no text yet.
    void calloutWanted(const holdline::Callout& callout);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] QPoint toDevice(QPointF point) const;
    [[nodiscard]] QRegion toLogical(const QRegion& device) const;
    [[nodiscard]] QRegion toDevice(const QRegion& logical) const;
    [[nodiscard]] TimelineMoment moment();
    void adoptView(const View& before);
    void invalidate();
    void followEnd();
    void apply(const std::optional<ViewEdit>& edit, quint64 drag = 0);
    void setHover(std::optional<Hover> hover);
    void hoverAt(QPoint device);
    void updateCursor(const TimelineLayout::Hit& hit);
    void paintFromPicture(QPainter& painter, const QRegion& device);
    void paintFocus(QPainter& painter);
    void showOverlay();
    [[nodiscard]] bool takeDrawingPress(const QMouseEvent& event);
    [[nodiscard]] bool takeDrawingMove(const QMouseEvent& event);
    [[nodiscard]] bool takeDrawingRelease(const QMouseEvent& event);
    [[nodiscard]] bool takeDrawingKey(const QKeyEvent& event);
    /// A callout's box in the hand.
    struct CalloutDrag {
        std::size_t index = 0;
        QPointF offset; ///< when it began, device-independent px
        QPoint from;    ///< device px
    };
    [[nodiscard]] bool takeCalloutPress(const QMouseEvent& event);
    [[nodiscard]] bool takeCalloutMove(const QMouseEvent& event);
    void addCalloutAction(QMenu& menu, QPoint at, bool isAtPointer);
    void addCalloutList(QMenu& menu);
    void paintSelectionBox(QPainter& painter);
    [[nodiscard]] bool handleEscape();
    [[nodiscard]] bool handleReadingKey(int key);
    [[nodiscard]] bool handleTyped(const QString& text);
    void setCurrentPane(int pane);
    void readAt(UtcTime time);
    void stopReading();
    void updateAccessibleName();

    ViewHistory& m_history;
    std::shared_ptr<const ViewData> m_data;
    std::optional<UtcTime> m_end; ///< of the data when they were shown last
    TimelinePainter m_painter;
    TimelineLayout m_layout;
    TimelineBounds m_bounds;
    TimelineGestures m_gestures;
    DrawingSession* m_drawing = nullptr;
    std::optional<CalloutDrag> m_callout;
    QString m_hoveredMark;
    std::vector<AlertPlace> m_alerts;
    bool m_swallowsMenu = false; ///< the right click has ended something
    TimelineButtons* m_buttons = nullptr;
    TimeRange m_home;
    QList<QAction*> m_plotActions;
    QList<QAction*> m_timeActions;
    QImage m_picture; ///< the scene without the pointer, taken at the first hover after a change
    std::optional<Hover> m_hover;
    std::optional<UtcTime> m_readingTime;
    quint64 m_drag = 0;
    int m_pane = 0;
    bool m_isLive = false;
    bool m_layoutIsOld = true;
    QRegion m_oldInPicture; ///< device pixels that the picture does not show as they are now
    bool m_onlyPointerMoved = false;
    bool m_showsFocus = false;
};

} // namespace holdline

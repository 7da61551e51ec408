// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/timelinekeys.h"

#include <QMenu>
#include <QObject>

class QActionGroup;
class QKeySequence;
class QMainWindow;
class QUndoStack;

namespace holdline {

/// The window's menus and the keys that work wherever the keyboard is. They say what was asked for and do
/// nothing themselves.
class WindowMenus final : public QObject {
    Q_OBJECT

public:
    WindowMenus(QMainWindow& window, QUndoStack& undoStack);

    [[nodiscard]] QMenu* zoneMenu() { return &m_zone; }
    [[nodiscard]] QMenu* pictureMenu() { return &m_picture; }
    /// For what is copied of cards and panels.
    [[nodiscard]] QMenu* cardMenu() { return m_cards; }
    [[nodiscard]] QMenu* fileMenu() { return &m_file; }
    [[nodiscard]] QMenu* viewMenu() { return &m_view; }
    [[nodiscard]] QMenu* drawMenu() { return &m_draw; }
    /// For the saved views.
    [[nodiscard]] QMenu* savedViewsMenu() { return m_savedViews; }
    [[nodiscard]] QList<QAction*> plotActions() const { return m_plotActions; }
    [[nodiscard]] QList<QAction*> timeActions() const { return m_timeActions; }

    void setZone(const QString& iana);
    void setPictureScale(int scale);
    void setCostsShown(bool areShown);
    void addDockActions(const QList<QAction*>& actions);

signals:
    void zoneChosen(const QString& iana);
    void otherZoneRequested();
    void goToRequested();
    void replayRequested();
    void copyPictureRequested();
    void savePictureRequested();
    void saveNumbersRequested();
    void copyTextRequested();
    void copyTableRequested();
    void pictureScaleChosen(int scale);
    void importRequested();
    void pasteRequested();
    void nodeRequested();
    void keysRequested();
    void wordsRequested();
    void reportRequested();
    void openViewRequested();
    void saveViewRequested();
    void episodeRequested();
    void dataFolderRequested();
    void resetLayoutRequested();
    void shortcutsRequested();
    void themeRequested();
    void costsToggled(bool areShown);
    void actionRequested(holdline::TimelineAction action);
    void toolChosen(const QString& id);
    void hideMarksRequested();
    void exportLevelsRequested();
    void showHiddenRequested();
    void journalRequested();
    void newAlertRequested();
    void compareLevelsRequested();

private:
    using Signal = void (WindowMenus::*)();
    QAction* add(QMenu& menu, const QString& text, const QKeySequence& keys, Signal signal);
    void addKeyAction(TimelineAction action, const QString& text, const QList<QKeySequence>& keys);
    void fillZone();
    void fillPicture();
    void fillFile();
    void fillView(QUndoStack& undoStack);
    void fillDraw();

    QMainWindow& m_window;
    QMenu m_zone;
    QMenu m_picture;
    QMenu m_file;
    QMenu m_view;
    QMenu m_draw;
    QMenu* m_cards = nullptr;      ///< in the menu of the picture
    QMenu* m_savedViews = nullptr; ///< in that of the view
    QActionGroup* m_zones = nullptr;
    QActionGroup* m_scales = nullptr;
    QAction* m_costs = nullptr;
    QList<QAction*> m_plotActions;
    QList<QAction*> m_timeActions;
};

/// A zone's name as a button says it: `UTC`, `New York`.
[[nodiscard]] QString zoneLabel(const QString& iana);

} // namespace holdline

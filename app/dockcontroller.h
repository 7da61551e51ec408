// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cardcontroller.h"
#include "models/views/carddata.h"
#include "widgets/cards/cardcatalog.h"
#include "widgets/theme/theme.h"

#include <QObject>
#include <QTimer>

#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;

namespace holdline {

/// The cards and panels beside the timeline, each in a dock of its own. The docks are made at once, so that
/// nothing moves later; what is in them after the first picture. What no one sees (behind a tab, or closed)
/// is filled when it comes into sight; those that are seen are filled one after the other, so that the
/// pointer and the price never wait for all of them.
class DockController final : public QObject {
    Q_OBJECT

public:
    explicit DockController(QMainWindow& window);

    /// Fills the docks.
    void makeCards();
    void setData(const CardData& data);
    void setLive(const LiveState& live);
    void setSelection(const QStringList& ids);
    void setAlerts(const AlertState& alerts);
    void setStudy(const StudyQuestion& question, const Result<EventStudy>& study);
    /// Brings a dock to the front of those that share its place.
    void raise(const QString& id);
    void setTheme(const Theme& theme);
    /// As on the first start.
    void reset();
    /// Brings docks that float where no screen is back onto one.
    void clampFloating();
    /// A menu a dock, of what can be done with what it shows.
    void fillCardMenu(QMenu& menu);
    /// One a dock, to show and hide it.
    [[nodiscard]] QList<QAction*> toggleActions() const;

signals:
    void actRequested(const QString& act);
    void timeActivated(holdline::UtcTime time);
    void marksSelected(const QStringList& ids);
    void levelEdited(const holdline::Level& level);
    void propertiesRequested(const QString& id);
    void deleteRequested(const QStringList& ids);
    void hideRequested(const QStringList& ids, bool hide);
    void refused(const QString& sentence);
    void colourChosen(const QString& id, const QString& colour);
    void alertActRequested(const QString& act, const QStringList& ids);
    void firingActivated(qint64 number);
    void studyRequested(const holdline::StudyQuestion& question);
    /// `choice` as Card::choice() has it.
    void cardActRequested(holdline::CardAct act, const QString& id, const QString& choice);

private:
    struct Entry {
        CardEntry card;
        QDockWidget* dock = nullptr;
        Card* content = nullptr;
        bool isSeen = false;
        bool hasOldData = false;
        bool hasOldState = false;
    };
    void makeDock(const CardEntry& card);
    void addActs(QMenu& menu, std::size_t index);
    void offerActs(QWidget& place, std::size_t index);
    void fill(Entry& entry);
    void catchUp(Entry& entry);
    void catchUpNext();
    [[nodiscard]] QDockWidget* dockOf(const QString& id) const; ///< or nullptr

    QMainWindow& m_window;
    std::vector<Entry> m_entries;
    CardData m_data;
    LiveState m_live;
    QStringList m_selection;
    AlertState m_alerts;
    Theme m_theme;
    QTimer m_catchUpSoon;
};

} // namespace holdline

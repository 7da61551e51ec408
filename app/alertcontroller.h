// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alertactions.h"
#include "app/alertwatch.h"
#include "app/windowservices.h"
#include "models/views/alertstate.h"

class QSystemTrayIcon;
class QUndoStack;
class QWidget;

namespace holdline {

class AlertDialog;

/// The alerts of the window: made and changed by hand, each a step of undo, and told when they fire.
class AlertController final : public QObject {
    Q_OBJECT

public:
    AlertController(const WindowServices& services, QUndoStack& stack, QWidget& window);
    ~AlertController() override;

    [[nodiscard]] const AlertSet& alerts() const { return m_alerts; }
    [[nodiscard]] const AlertState& state() const { return m_state; }

    void start();
    void take(const LiveNews& news);
    /// What alerts may look at, and how times are told.
    void setScene(const std::vector<Level>& levels, const QStringList& series, const QString& zone);
    /// Asks for a new alert, which begins as this one.
    AlertDialog* ask(const Alert& alert);
    /// `edit`, `arm`, `on`, `off`, `remove`.
    void act(const QString& act, const QStringList& ids);
    void loadPicture(qint64 number, std::function<void(const QByteArray&)> use);

signals:
    void stateChanged();
    void fired(const holdline::Alert& alert, const holdline::AlertFiring& firing);
    /// Levels, drawings or alerts were changed in the data folder.
    void journalGrew();
    void failed(const QString& sentence);

private:
    void connectWatch();
    void adopt(const std::vector<Alert>& alerts);
    void save(const QStringList& ids);
    void showLog(const std::vector<LoggedFiring>& firings);
    void tell(const Alert& alert, const AlertFiring& firing);
    void put(Alert alert);
    void change(const QStringList& ids, const QString& text, const std::function<void(Alert&)>& change);
    void showState();
    bool showInTray(const QString& title, const QString& words);

    const WindowServices& m_services;
    QUndoStack& m_stack;
    QWidget& m_window;
    AlertSet m_alerts;
    AlertActions m_actions;
    AlertState m_state;
    QStringList m_series;
    std::unique_ptr<AlertWatch> m_watch; ///< none where nothing is stored
    QSystemTrayIcon* m_tray = nullptr;
    UtcTime m_startedAt{}; ///< what was told before is no news
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow.h"
#include "models/foundation/steadyclock.h"
#include "models/history/collector.h"

#include <QTemporaryDir>

namespace holdline::bench {

/// The window of the program with its collector, on a data folder of its own, 1920x1080. Times are nowMs().
class LiveWindow final : public QObject {
    Q_OBJECT

public:
    /// Bitcoin against tether at one provider, reached as `--endpoint` takes it; two hours of history.
    LiveWindow(const QString& provider, const QStringList& endpoints);
    ~LiveWindow() override;

    /// Shows it and waits until it is live and nothing is missing; false when that takes too long.
    [[nodiscard]] bool begin();
    /// Ends the window and the collector, which writes what is left.
    void end();

    [[nodiscard]] TimelineWidget& timeline() { return m_window->timeline(); }
    [[nodiscard]] const std::vector<FeedStatus>& feeds() const { return m_feeds; }
    /// What it says of itself.
    [[nodiscard]] QString state() const;
    [[nodiscard]] int paints() const { return m_paints; }
    [[nodiscard]] QString dataDir() const { return m_folder.path(); }

signals:
    /// The timeline was painted, and the event that did it is over.
    void painted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isComplete() const;

    QString m_provider;
    QTemporaryDir m_folder;
    SteadyClock m_clock;
    WindowServices m_services;
    std::unique_ptr<MainWindow> m_window;
    std::vector<FeedStatus> m_feeds; ///< as told last
    int m_paints = 0;
};

/// Runs the event loop until the time is over or `isDone`; true when done.
bool runUntil(double milliseconds, const std::function<bool()>& isDone = {});

} // namespace holdline::bench

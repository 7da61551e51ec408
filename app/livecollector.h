// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/livesource.h"
#include "models/history/collector.h"

#include <QThread>

namespace holdline {

/// The collector of the data folder on a thread of its own, so that no repaint holds up a connection.
class LiveCollector final : public LiveSource {
    Q_OBJECT

public:
    explicit LiveCollector(CollectorSettings settings, QObject* parent = nullptr);
    /// Waits until what came is written, some seconds at most.
    ~LiveCollector() override;

    void start() override;
    void stop() override;
    void setShown(const QString& instrument) override;

private:
    class Worker;
    CollectorSettings m_settings;
    QThread m_thread;
    Worker* m_worker = nullptr; ///< lives on the thread and ends with it
};

} // namespace holdline

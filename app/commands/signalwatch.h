// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace holdline {

/// Tells the event loop that SIGINT or SIGTERM came. One at a time.
class SignalWatch final : public QObject {
    Q_OBJECT

public:
    explicit SignalWatch(QObject* parent = nullptr);
    ~SignalWatch() override;

signals:
    void askedToEnd();

private:
    int m_ends[2] = {-1, -1}; ///< of a pipe: a signal writes, the loop reads
    QSocketNotifier* m_notifier = nullptr;
    void (*m_interrupt)(int) = nullptr;
    void (*m_terminate)(int) = nullptr;
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace holdline::bench {

/// What the system says of a program that has ended.
struct Usage {
    int exitCode = -1;
    double cpuMs = 0;     ///< user and system
    qint64 peakBytes = 0; ///< largest resident size
};

/// Starts a program with its output thrown away; the environment gets these lines (`NAME=value`) more.
class ChildProcess final {
public:
    ChildProcess(const QString& program, const QStringList& arguments, const QStringList& environment = {});
    ~ChildProcess();
    Q_DISABLE_COPY_MOVE(ChildProcess)

    /// So far, user and system.
    [[nodiscard]] double cpuMs() const;
    /// Asks it to end.
    void terminate();
    /// Waits for its end.
    [[nodiscard]] Usage wait();

private:
    int m_id = -1; ///< -1: not running
};

} // namespace holdline::bench

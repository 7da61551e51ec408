// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/livewriter.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace holdline {

/// One piece of work for the disk.
struct WriteJob {
    std::vector<SeriesWrite> writes = {};
    std::vector<std::pair<QString, QByteArray>> documents = {}; ///< name and content
};

/// Writes to the store on a thread of its own, one job after the other, so that a slow or locked disk holds
/// up no connection. A job that the store refuses is tried again each second until it is taken or dropped.
class WriteQueue final : public QObject {
    Q_OBJECT

public:
    /// `captureFile` may be empty.
    WriteQueue(QString dataDir, QString captureFile, QObject* parent = nullptr);
    /// Ends after the job that is being written.
    ~WriteQueue() override;

    /// Takes a job when idle: call when isIdle().
    void write(WriteJob job);
    [[nodiscard]] bool isIdle() const { return m_isIdle; }
    /// Why the job that waits is not written, or empty.
    [[nodiscard]] QString trouble() const { return m_trouble; }

    /// Whole lines for the capture; a refusing store does not hold them up.
    void append(QByteArray lines);
    [[nodiscard]] qint64 bytesToAppend() const { return m_bytesToAppend; }

signals:
    /// The job is on disk.
    void written(const holdline::WriteCounts& counts);
    void appended();
    /// The store refused; it is tried again.
    void refused(const QString& why);
    /// The capture could not be written and ends here.
    void captureFailed(const QString& why);

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker = nullptr; ///< lives on the thread and ends with it
    bool m_isIdle = true;
    QString m_trouble;
    qint64 m_bytesToAppend = 0;
};

} // namespace holdline

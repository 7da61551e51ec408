// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/writequeue.h"

#include <QFile>
#include <QTimer>

namespace holdline {

namespace {

constexpr int retryMsecs = 1000;

} // namespace

/// Lives on the writing thread, where the store is opened with the first job.
class WriteQueue::Worker final : public QObject {
public:
    Worker(QString dataDir, const QString& captureFile, WriteQueue* owner)
        : m_dataDir(std::move(dataDir)),
          m_capture(captureFile),
          m_owner(owner)
    {
    }

    void write(WriteJob job)
    {
        m_job = std::move(job);
        tryToWrite();
    }

    void append(const QByteArray& lines)
    {
        if (!m_captureFailed && !(openCapture() && m_capture.write(lines) == lines.size())) {
            m_captureFailed = true;
            tell([owner = m_owner, why = m_capture.errorString()] { Q_EMIT owner->captureFailed(why); });
        }
        tell([owner = m_owner, bytes = lines.size()] {
            owner->m_bytesToAppend -= bytes;
            Q_EMIT owner->appended();
        });
    }

private:
    /// A run that was killed may have left half a line.
    bool openCapture()
    {
        if (m_capture.isOpen())
            return true;
        if (!m_capture.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
            return false;
        const bool endsWithin =
            m_capture.size() > 0 && m_capture.seek(m_capture.size() - 1) && m_capture.read(1) != "\n";
        return !endsWithin || m_capture.write("\n") == 1;
    }

    void tryToWrite()
    {
        auto counts = writeAll();
        if (counts.hasError()) {
            tell([owner = m_owner, why = counts.error().message] {
                owner->m_trouble = why;
                Q_EMIT owner->refused(why);
            });
            QTimer::singleShot(retryMsecs, this, [this] { tryToWrite(); });
            return;
        }
        m_job = {};
        tell([owner = m_owner, counts = counts.value()] {
            owner->m_isIdle = true;
            owner->m_trouble.clear();
            Q_EMIT owner->written(counts);
        });
    }

    Result<WriteCounts> writeAll()
    {
        if (!m_store) {
            auto store = Store::open(m_dataDir, m_clock);
            if (store.hasError())
                return store.error();
            m_store = std::move(store.value());
        }
        auto counts = LiveWriter(*m_store, m_clock).write(m_job.writes);
        if (counts.hasError() || m_job.documents.empty())
            return counts;
        if (const auto done = writeDocuments(); done.hasError()) {
            m_store->rollback();
            return done.error();
        }
        return counts;
    }

    Result<Done> writeDocuments()
    {
        if (const auto begun = m_store->begin(); begun.hasError())
            return begun;
        for (const auto& [name, content] : m_job.documents) {
            if (const auto done = m_store->putDocument(name, content); done.hasError())
                return done;
        }
        return m_store->commit();
    }

    template <typename Act>
    void tell(Act act)
    {
        QMetaObject::invokeMethod(m_owner, std::move(act), Qt::QueuedConnection);
    }

    QString m_dataDir;
    QFile m_capture;
    WriteQueue* m_owner;
    SetClock m_clock;
    std::unique_ptr<Store> m_store;
    WriteJob m_job;
    bool m_captureFailed = false;
};

WriteQueue::WriteQueue(QString dataDir, QString captureFile, QObject* parent)
    : QObject(parent),
      m_worker(new Worker(std::move(dataDir), captureFile, this))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("holdline writer"));
    m_thread.start();
}

WriteQueue::~WriteQueue()
{
    m_thread.quit();
    m_thread.wait();
}

void WriteQueue::write(WriteJob job)
{
    Q_ASSERT(m_isIdle);
    m_isIdle = false;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job = std::move(job)] { worker->write(job); }, Qt::QueuedConnection);
}

void WriteQueue::append(QByteArray lines)
{
    m_bytesToAppend += lines.size();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, lines = std::move(lines)] { worker->append(lines); },
        Qt::QueuedConnection);
}

} // namespace holdline

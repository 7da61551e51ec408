// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/livecollector.h"

#include "models/foundation/steadyclock.h"

#include <QTimer>

namespace holdline {

namespace {

constexpr Span patience = std::chrono::seconds{3};
constexpr Span againAfter = std::chrono::seconds{5};

} // namespace

/// Lives on the collecting thread.
class LiveCollector::Worker final : public QObject {
public:
    Worker(const CollectorSettings& settings, LiveCollector* owner) : m_collector(settings, m_clock, this)
    {
        connect(&m_collector, &Collector::newsCame, owner, &LiveSource::news, Qt::QueuedConnection);
        connect(&m_collector, &Collector::finished, this, [this] { thread()->quit(); });
    }

    void start()
    {
        if (m_isStopped)
            return;
        const auto begun = m_collector.start();
        if (begun.hasValue())
            return;
        LiveNews news;
        news.notice = begun.error().message;
        Q_EMIT m_collector.newsCame(news);
        QTimer::singleShot(againAfter, this, [this] { start(); });
    }

    void setShown(const QString& instrument) { m_collector.setShown(instrument); }

    void stop()
    {
        m_isStopped = true;
        m_collector.stop(patience);
    }

private:
    SteadyClock m_clock;
    Collector m_collector;
    bool m_isStopped = false;
};

LiveCollector::LiveCollector(CollectorSettings settings, QObject* parent)
    : LiveSource(parent),
      m_settings(std::move(settings))
{
    m_thread.setObjectName(QStringLiteral("holdline collector"));
}

LiveCollector::~LiveCollector()
{
    stop();
}

void LiveCollector::start()
{
    if (m_worker)
        return;
    m_worker = new Worker(m_settings, this);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->start(); }, Qt::QueuedConnection);
}

void LiveCollector::setShown(const QString& instrument)
{
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, instrument] { worker->setShown(instrument); },
            Qt::QueuedConnection);
}

void LiveCollector::stop()
{
    if (!m_worker)
        return;
    disconnect(m_worker, nullptr, this, nullptr);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->stop(); }, Qt::QueuedConnection);
    m_thread.wait();
    m_worker = nullptr;
}

} // namespace holdline

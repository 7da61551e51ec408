// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/collector.h"

#include "models/history/feeddocument.h"
#include "models/history/storedpast.h"

#include <QByteArrayList>

#include <algorithm>

namespace holdline {

namespace {

constexpr int tickMsecs = 1000;
constexpr int tellMsecs = 33;
constexpr int writeMsecs = 300;
constexpr Span documentsEvery = std::chrono::seconds{5};
constexpr std::size_t mostWaitingWrites = 2'000'000; ///< of a disk that refuses; then the newest are dropped
constexpr qsizetype mostWaitingCapture = 256 * 1024 * 1024;

std::vector<FeedEntry> chosen(const QStringList& sources)
{
    std::vector<FeedEntry> entries;
    for (const FeedEntry& entry : feedCatalog()) {
        if (sources.isEmpty() || sources.contains(entry.traits.id))
            entries.push_back(entry);
    }
    return entries;
}

QByteArray joined(const std::vector<QByteArray>& assets)
{
    return QByteArrayList(assets.begin(), assets.end()).join(',');
}

} // namespace

Collector::Collector(CollectorSettings settings, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_settings(std::move(settings)),
      m_clock(clock)
{
    m_tick.setInterval(tickMsecs);
    connect(&m_tick, &QTimer::timeout, this, &Collector::tick);
    const auto prepare = [this](QTimer& timer, int msecs, void (Collector::*act)()) {
        timer.setSingleShot(true);
        timer.setInterval(msecs);
        connect(&timer, &QTimer::timeout, this, act);
    };
    prepare(m_tellSoon, tellMsecs, &Collector::tell);
    prepare(m_writeSoon, writeMsecs, &Collector::write);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Collector::finished);
}

Collector::~Collector() = default;

Result<Done> Collector::start()
{
    auto store = Store::open(m_settings.dataDir, m_clock);
    if (store.hasError())
        return store.error();
    m_reading = std::move(store.value());
    m_queue = std::make_unique<WriteQueue>(m_settings.dataDir, m_settings.captureFile);
    connect(m_queue.get(), &WriteQueue::written, this, [this] {
        m_newsOfFeeds = true;
        finishWhenWritten();
        stir();
    });
    connect(m_queue.get(), &WriteQueue::refused, this, &Collector::stir);
    connect(m_queue.get(), &WriteQueue::captureFailed, this, [this](const QString& why) {
        m_captureTrouble = QStringLiteral("The capture ended: %1").arg(why);
        m_capture.clear();
    });
    const auto& assets = m_settings.assets.empty() ? followedAssets() : m_settings.assets;
    if (!m_settings.captureFile.isEmpty())
        m_capture = toCapture({CaptureLine::Kind::Assets, m_clock.now(), {}, {}, joined(assets)});
    for (const FeedEntry& entry : chosen(m_settings.sources))
        addLine(entry, assets);
    for (const auto& line : m_lines)
        line->start();
    m_tick.start();
    return Done{};
}

void Collector::addLine(const FeedEntry& entry, const std::vector<QByteArray>& assets)
{
    const FeedTraits& traits = entry.traits;
    FeedLineSettings settings{m_settings.endpoints.rest(traits.id, traits.rest),
                              m_settings.endpoints.stream(traits.id, traits.stream), m_settings.link,
                              m_settings.rest, !m_settings.captureFile.isEmpty()};
    m_lines.push_back(std::make_unique<FeedLine>(entry.make(assets), m_settings.rules, storedPast(*m_reading),
                                                 std::move(settings), m_clock));
    FeedLine* line = m_lines.back().get();
    connect(line, &FeedLine::stirred, this, &Collector::stir);
    connect(line, &FeedLine::captured, this, [this](const CaptureLine& capture) {
        if (m_captureTrouble.isEmpty() && m_capture.size() < mostWaitingCapture)
            m_capture += toCapture(capture);
    });
    const auto document = m_reading->document(feedDocumentName(traits.id));
    if (document.hasError() || !document.value())
        return;
    const FeedStatus earlier = feedStatusFromDocument(*document.value());
    if (earlier.pausedUntil && *earlier.pausedUntil > m_clock.now() && *earlier.pausedUntil < latestTime)
        line->setPausedUntil(*earlier.pausedUntil, earlier.problem);
}

void Collector::stir()
{
    if (!m_tellSoon.isActive() && !m_isStopping)
        m_tellSoon.start();
    if (!m_writeSoon.isActive())
        m_writeSoon.start();
}

bool Collector::isWritingHeldUp() const
{
    return !m_queue->trouble().isEmpty() || m_waiting.size() > mostWaitingWrites / 2;
}

/// A ban must outlive a kill: it is written at once.
void Collector::notePauses()
{
    for (const auto& line : m_lines) {
        const FeedStatus status = line->status();
        auto& known = m_pauses[status.id];
        if (known != status.pausedUntil)
            m_documentsAt = {};
        known = status.pausedUntil;
    }
}

void Collector::tick()
{
    notePauses();
    for (const auto& line : m_lines)
        line->tick(!isWritingHeldUp());
    m_newsOfFeeds = true;
    stir();
}

void Collector::tell()
{
    LiveNews news;
    for (const auto& line : m_lines)
        line->history().takeNews(news, m_clock.now());
    std::stable_sort(news.candles.begin(), news.candles.end(), [](const LiveCandle& a, const LiveCandle& b) {
        return a.candle.openTime < b.candle.openTime;
    });
    if (std::exchange(m_newsOfFeeds, false))
        news.feeds = statuses();
    news.notice = trouble();
    Q_EMIT newsCame(news);
}

void Collector::collectWrites()
{
    for (const auto& line : m_lines) {
        auto writes = line->history().takeWrites(m_clock.now(), m_isStopping);
        if (m_waiting.size() > mostWaitingWrites) {
            line->history().dropped(static_cast<qint64>(writes.size()));
            continue;
        }
        std::move(writes.begin(), writes.end(), std::back_inserter(m_waiting));
    }
}

WriteJob Collector::nextJob()
{
    WriteJob job{std::exchange(m_waiting, {}), {}, std::exchange(m_capture, {})};
    const UtcTime now = m_clock.now();
    if (now - m_documentsAt < documentsEvery && !m_isStopping)
        return job;
    m_documentsAt = now;
    for (const FeedStatus& status : statuses())
        job.documents.emplace_back(feedDocumentName(status.id), toDocument(status));
    return job;
}

void Collector::write()
{
    collectWrites();
    if (!m_queue->isIdle()) {
        m_writeSoon.start();
        return;
    }
    const bool areDocumentsDue = m_isStopping || m_clock.now() - m_documentsAt >= documentsEvery;
    if (!m_waiting.empty() || !m_capture.isEmpty() || areDocumentsDue)
        m_queue->write(nextJob());
}

void Collector::stop(Span patience)
{
    if (std::exchange(m_isStopping, true))
        return;
    m_tick.stop();
    m_tellSoon.stop();
    for (const auto& line : m_lines)
        line->stop();
    m_patience.start(static_cast<int>(patience.count()));
    m_writeSoon.stop();
    write();
    finishWhenWritten();
}

void Collector::finishWhenWritten()
{
    if (!m_isStopping || !m_patience.isActive() || !m_queue->isIdle())
        return;
    if (!m_waiting.empty() || !m_capture.isEmpty()) {
        write();
        return;
    }
    m_patience.stop();
    Q_EMIT finished();
}

std::vector<FeedStatus> Collector::statuses() const
{
    std::vector<FeedStatus> all;
    for (const auto& line : m_lines)
        all.push_back(line->status());
    return all;
}

bool Collector::hasAnyAnswered() const
{
    const auto all = statuses();
    return std::any_of(all.begin(), all.end(), [](const FeedStatus& status) { return status.hasAnswered; });
}

QString Collector::trouble() const
{
    if (m_queue && !m_queue->trouble().isEmpty())
        return QStringLiteral("Nothing is being saved: %1 It is tried again each second, and what came is "
                              "kept until then.")
            .arg(m_queue->trouble());
    return m_captureTrouble;
}

} // namespace holdline

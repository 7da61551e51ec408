// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/collector.h"

#include "models/history/feeddocument.h"
#include "models/history/storedpast.h"

#include <QByteArrayList>

#include <algorithm>
#include <numeric>

namespace holdline {

namespace {

constexpr int tickMsecs = 1000;
constexpr qint64 tellMsecs = 16; ///< a frame of the display
constexpr qint64 tellOthersMsecs = 200;
constexpr int writeMsecs = 300;
constexpr Span documentsEvery = std::chrono::seconds{5};
constexpr std::size_t enoughWaiting = 100'000; ///< writes; no more is asked for until these are done
constexpr qint64 mostWaitingCapture = 256 * 1024 * 1024;

bool isChosen(const FeedTraits& traits, const QStringList& sources)
{
    return sources.isEmpty() ? traits.isAskedUnnamed : sources.contains(traits.id);
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
    for (QTimer* timer : {&m_tellSoon, &m_writeSoon, &m_patience})
        timer->setSingleShot(true);
    m_tellSoon.setTimerType(Qt::PreciseTimer);
    m_writeSoon.setInterval(writeMsecs);
    connect(&m_tellSoon, &QTimer::timeout, this, &Collector::tell);
    connect(&m_writeSoon, &QTimer::timeout, this, &Collector::write);
    connect(&m_patience, &QTimer::timeout, this, &Collector::endUnwritten);
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
        stir(m_shown.isEmpty());
    });
    connect(m_queue.get(), &WriteQueue::refused, this, [this] { stir(); });
    connect(m_queue.get(), &WriteQueue::appended, this, &Collector::finishWhenWritten);
    connect(m_queue.get(), &WriteQueue::captureFailed, this, [this](const QString& why) {
        m_captureTrouble = QStringLiteral("The capture ended: %1").arg(why);
        m_capture.clear();
    });
    const auto& assets = m_settings.assets.empty() ? followedAssets() : m_settings.assets;
    if (!m_settings.captureFile.isEmpty())
        m_capture = toCapture({CaptureLine::Kind::Assets, m_clock.now(), {}, {}, joined(assets)});
    for (const FeedEntry& entry : feedCatalog()) {
        if (isChosen(entry.traits, m_settings.sources))
            addLine(entry, assets);
        if (m_isStopping) // while a person was asked for a key
            return Done{};
    }
    for (const auto& line : m_lines)
        line->start();
    m_tick.start();
    return Done{};
}

/// Where no one named it, a provider that wants a key is asked only when there is one.
void Collector::addLine(const FeedEntry& entry, const std::vector<QByteArray>& assets)
{
    const FeedTraits& traits = entry.traits;
    const auto key = traits.key.isWanted() && m_settings.key ? m_settings.key(traits.id)
                                                             : Result<QByteArray>(QByteArray());
    const bool hasKey = key.hasValue() && !key.value().isEmpty();
    if (traits.key.isWanted() && !hasKey && !key.hasError() && m_settings.sources.isEmpty())
        return;
    FeedLineSettings settings{m_settings.endpoints.rest(traits.id, traits.rest),
                              m_settings.endpoints.stream(traits.id, traits.stream), m_settings.link,
                              m_settings.rest, !m_settings.captureFile.isEmpty()};
    if (hasKey)
        settings.restClient.key = shownKey(traits.key, key.value());
    else if (traits.key.isWanted())
        settings.whyNoKey = key.hasError()
                                ? key.error().message
                                : QStringLiteral("%1 wants a key, and none is kept. holdline sources "
                                                 "--set-key %2 takes it.")
                                      .arg(traits.title, traits.id);
    const auto tuning = m_settings.tunings.find(traits.id);
    auto feed = entry.make(assets);
    if (tuning != m_settings.tunings.end())
        feed = tuned(std::move(feed), tuning->second);
    m_lines.push_back(std::make_unique<FeedLine>(std::move(feed), m_settings.rules, storedPast(*m_reading),
                                                 std::move(settings), m_clock));
    FeedLine* line = m_lines.back().get();
    connect(line, &FeedLine::stirred, this,
            [this, line] { stir(m_shown.isEmpty() || line->history().hasUrgentNews(m_shown)); });
    connect(line, &FeedLine::captured, this, [this](const CaptureLine& capture) {
        if (m_captureTrouble.isEmpty() && m_capture.size() + m_queue->bytesToAppend() > mostWaitingCapture)
            m_captureTrouble = QStringLiteral("The capture ended: the disk is too slow for it.");
        if (m_captureTrouble.isEmpty())
            m_capture += toCapture(capture);
    });
    const auto document = m_reading->document(feedDocumentName(traits.id));
    if (document.hasError() || !document.value())
        return;
    const FeedStatus earlier = feedStatusFromDocument(*document.value());
    if (earlier.lastAnswer)
        line->history().askedBefore(*earlier.lastAnswer);
    if (earlier.pausedUntil && *earlier.pausedUntil > m_clock.now() && *earlier.pausedUntil < latestTime)
        line->setPausedUntil(*earlier.pausedUntil, earlier.problem);
}

/// A flood of messages leaves timers no turn: what they are late for is done here.
void Collector::stir(bool isUrgent)
{
    const qint64 pause = isUrgent ? tellMsecs : tellOthersMsecs;
    if (!m_isStopping && (!m_tellSoon.isActive() || (isUrgent && !m_isUrgent))) {
        m_isUrgent = isUrgent;
        const qint64 since = m_sinceTold.isValid() ? m_sinceTold.elapsed() : pause;
        m_tellSoon.start(static_cast<int>(std::max<qint64>(0, pause - since)));
    }
    if (!m_writeSoon.isActive()) {
        m_writeSoon.start();
        m_sinceStirred.start();
    }
    if (m_isStopping)
        return;
    if (m_sinceTold.isValid() && m_sinceTold.hasExpired(2 * pause))
        tell();
    if (m_sinceStirred.hasExpired(2 * writeMsecs))
        write();
}

bool Collector::isWritingHeldUp() const
{
    return !m_queue->trouble().isEmpty() || waitingWrites() > enoughWaiting;
}

std::size_t Collector::waitingWrites() const
{
    return std::accumulate(
        m_lines.begin(), m_lines.end(), std::size_t{0},
        [](std::size_t sum, const auto& line) { return sum + line->history().waitingWrites(); });
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
    stir(m_shown.isEmpty());
}

void Collector::tell()
{
    m_tellSoon.stop();
    m_sinceTold.start();
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

WriteJob Collector::nextJob()
{
    WriteJob job;
    const UtcTime now = m_clock.now();
    for (const auto& line : m_lines) {
        auto writes = line->history().takeWrites(now, m_isStopping);
        std::move(writes.begin(), writes.end(), std::back_inserter(job.writes));
    }
    if (now - m_documentsAt < documentsEvery && !m_isStopping)
        return job;
    m_documentsAt = now;
    for (const FeedStatus& status : statuses())
        job.documents.emplace_back(feedDocumentName(status.id), toDocument(status));
    return job;
}

void Collector::appendCapture()
{
    if (!m_capture.isEmpty())
        m_queue->append(std::exchange(m_capture, {}));
}

/// What comes while the disk is busy stays with the histories, which join it.
void Collector::write()
{
    m_writeSoon.stop();
    appendCapture();
    if (!m_queue->isIdle()) {
        m_writeSoon.start();
        m_sinceStirred.start();
        return;
    }
    WriteJob job = nextJob();
    if (!job.writes.empty() || !job.documents.empty())
        m_queue->write(std::move(job));
}

void Collector::stop(Span patience)
{
    if (std::exchange(m_isStopping, true))
        return;
    m_tick.stop();
    m_tellSoon.stop();
    m_writeSoon.stop();
    if (!m_queue) {
        Q_EMIT finished();
        return;
    }
    for (const auto& line : m_lines)
        line->stop();
    m_patience.start(static_cast<int>(patience.count()));
    write();
    m_writeSoon.stop();
    finishWhenWritten();
}

void Collector::finishWhenWritten()
{
    if (!m_isStopping || !m_patience.isActive() || !m_queue->isIdle() || m_queue->bytesToAppend() > 0)
        return;
    if (waitingWrites() > 0 || !m_capture.isEmpty()) {
        write();
        return;
    }
    m_patience.stop();
    Q_EMIT finished();
}

void Collector::endUnwritten()
{
    m_isUnwritten = true;
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
    if (m_isUnwritten)
        return QStringLiteral("The end came before all was saved: the disk is too slow.");
    return m_captureTrouble;
}

} // namespace holdline

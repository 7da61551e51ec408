// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/replay.h"

#include "models/feeds/feedcatalog.h"
#include "models/history/captureformats.h"
#include "models/history/feedhistory.h"
#include "models/imports/linesplitter.h"
#include "models/imports/packedfile.h"

#include <QThread>

#include <algorithm>

namespace holdline {

namespace {

constexpr qsizetype longestCaptureLine = 64 * 1024 * 1024;
constexpr qint64 linesOfOneWrite = 20'000;
constexpr Span tellEvery = std::chrono::milliseconds{33};

/// One source of the capture.
struct ReplayedFeed {
    std::unique_ptr<Feed> feed;
    std::unique_ptr<FeedHistory> history;
};

class Replay final {
public:
    Replay(const ReplaySettings& settings, const Progress& progress)
        : m_settings(settings),
          m_progress(progress)
    {
    }

    Result<ReplayReport> run(const QString& file);

private:
    Result<Done> readMember(ByteSource& source);
    void take(const CaptureLine& line);
    void takeMessage(ReplayedFeed& feed, const CaptureLine& line);
    void takeAnswer(ReplayedFeed& feed, const CaptureLine& line);
    void count(const ReplayedFeed& feed, const Reading& reading);
    ReplayedFeed* feedOf(const QString& source);
    void keepPace(UtcTime receivedAt);
    Result<Done> write();
    void tell();

    const ReplaySettings& m_settings;
    const Progress& m_progress;
    SetClock m_clock;
    std::unique_ptr<Store> m_store;
    std::vector<QByteArray> m_assets = followedAssets();
    std::map<QString, ReplayedFeed> m_feeds;
    ReplayReport m_report;
    std::optional<UtcTime> m_first; ///< receive time of the first line
    UtcTime m_now{};
    UtcTime m_begun{};
    UtcTime m_told{};
    SystemClock m_wall;
};

ReplayedFeed* Replay::feedOf(const QString& source)
{
    const auto found = m_feeds.find(source);
    if (found != m_feeds.end())
        return &found->second;
    const FeedEntry* entry = findFeed(source);
    if (!entry)
        return nullptr;
    ReplayedFeed feed{entry->make(m_assets), nullptr};
    feed.history = std::make_unique<FeedHistory>(*feed.feed, LiveRules{}, StoredPast{});
    return &m_feeds.emplace(source, std::move(feed)).first->second;
}

void Replay::count(const ReplayedFeed& feed, const Reading& reading)
{
    ++m_report.messages;
    const QString why = feed.history->whyNotStored(reading);
    if (why.isEmpty())
        ++m_report.stored;
    else
        ++m_report.notStored[why];
}

/// The route that a message came by: named, or the first that can read it.
void Replay::takeMessage(ReplayedFeed& feed, const CaptureLine& line)
{
    const auto& routes = feed.history->routes();
    const auto named = std::find_if(routes.begin(), routes.end(), [&](const Route& route) {
        return route.name == line.stream || route.path == line.stream ||
               std::any_of(route.streams.begin(), route.streams.end(),
                           [&](const StreamSpec& stream) { return stream.name == line.stream; });
    });
    const int route = named == routes.end() ? 0 : static_cast<int>(named - routes.begin());
    switch (line.kind) {
    case CaptureLine::Kind::Opened:
        feed.history->opened(route, line.receivedAt);
        return;
    case CaptureLine::Kind::Closed:
        feed.history->closed(route, line.receivedAt, QString::fromUtf8(line.payload));
        return;
    case CaptureLine::Kind::Message:
    case CaptureLine::Kind::Answer:
    case CaptureLine::Kind::Assets:
        break;
    }
    const Reading reading = feed.history->message(route, line.payload, line.receivedAt);
    count(feed, reading);
}

void Replay::takeAnswer(ReplayedFeed& feed, const CaptureLine& line)
{
    const auto request = requestOf(line, *feed.feed);
    if (!request) {
        ++m_report.messages;
        ++m_report.notStored[QStringLiteral("an answer to a question that is not known")];
        return;
    }
    const Reading reading = feed.history->answered(*request, line.payload, line.date, line.receivedAt);
    if (request->purpose == RestRequest::Purpose::Candles && reading.kind == Reading::Kind::Data) {
        ++m_report.messages;
        ++m_report.stored;
        return;
    }
    count(feed, reading);
}

void Replay::take(const CaptureLine& line)
{
    m_now = std::max(m_now, line.receivedAt);
    keepPace(line.receivedAt);
    if (line.kind == CaptureLine::Kind::Assets) {
        const auto names = line.payload.split(',');
        m_assets.assign(names.begin(), names.end());
        for (auto& [source, feed] : m_feeds)
            feed.history->beginAnotherRun();
        return;
    }
    ReplayedFeed* feed = feedOf(line.source);
    if (!feed) {
        ++m_report.messages;
        ++m_report.notStored[line.source.isEmpty() ? QStringLiteral("it does not say which venue it is of")
                                                   : QStringLiteral("no feed reads %1").arg(line.source)];
        return;
    }
    if (line.kind == CaptureLine::Kind::Answer)
        takeAnswer(*feed, line);
    else
        takeMessage(*feed, line);
}

/// Waits until as much time has passed, at the speed asked for, as between the lines.
void Replay::keepPace(UtcTime receivedAt)
{
    if (!m_first) {
        m_first = receivedAt;
        m_begun = m_wall.now();
    }
    if (m_settings.speed <= 0)
        return;
    const double wanted = static_cast<double>((receivedAt - *m_first).count()) / m_settings.speed;
    while (!m_progress.cancelled) {
        const double left = wanted - static_cast<double>((m_wall.now() - m_begun).count());
        if (left < 1)
            return;
        QThread::msleep(static_cast<unsigned long>(std::min(left, 50.0)));
    }
}

Result<Done> Replay::write()
{
    std::vector<SeriesWrite> writes;
    for (auto& [source, feed] : m_feeds) {
        auto more = feed.history->takeWrites(m_now, true);
        std::move(more.begin(), more.end(), std::back_inserter(writes));
    }
    if (writes.empty())
        return Done{};
    const auto counts = LiveWriter(*m_store, m_clock).write(writes);
    if (counts.hasError())
        return counts.error();
    m_report.counts.added += counts.value().added;
    m_report.counts.unchanged += counts.value().unchanged;
    m_report.counts.revised += counts.value().revised;
    return Done{};
}

void Replay::tell()
{
    LiveNews news;
    for (auto& [source, feed] : m_feeds)
        feed.history->takeNews(news, m_now);
    if (m_settings.news)
        m_settings.news(news);
}

Result<Done> Replay::readMember(ByteSource& source)
{
    LineSplitter lines(source, longestCaptureLine);
    CaptureReader reader;
    TextLine text;
    while (lines.next(text)) {
        if (m_progress.cancelled)
            return Error{Error::Kind::Cancelled, QStringLiteral("The replay was stopped.")};
        ++m_report.lines;
        const auto line = reader.read(text.text);
        if (line.hasError()) {
            ++m_report.messages;
            ++m_report.notStored[line.error().message];
        } else if (line.value()) {
            take(*line.value());
        }
        if (m_report.lines % linesOfOneWrite == 0) {
            if (const auto done = write(); done.hasError())
                return done;
            m_progress.advance(source.done(), source.total());
        }
        if (m_now - m_told >= tellEvery || m_report.lines % linesOfOneWrite == 0) {
            m_told = m_now;
            tell();
        }
    }
    if (lines.error())
        return *lines.error();
    return write();
}

Result<ReplayReport> Replay::run(const QString& file)
{
    auto packed = PackedFile::look(file);
    if (packed.hasError())
        return packed.error();
    auto store = Store::open(m_settings.dataDir, m_clock);
    if (store.hasError())
        return store.error();
    m_store = std::move(store.value());
    for (std::size_t member = 0; member < packed.value().members().size(); ++member) {
        const auto source = packed.value().open(member);
        if (const auto done = readMember(*source); done.hasError())
            return done.error();
    }
    if (!m_first && !m_report.notStored.empty())
        return Error{Error::Kind::Malformed,
                     QStringLiteral("This is no capture: %1.").arg(m_report.notStored.begin()->first)};
    tell();
    for (auto& [source, feed] : m_feeds)
        m_report.feeds.push_back(feed.history->status());
    return m_report;
}

} // namespace

Result<ReplayReport> replayCapture(const QString& file, const ReplaySettings& settings,
                                   const Progress& progress)
{
    return Replay(settings, progress).run(file);
}

} // namespace holdline

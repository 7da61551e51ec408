// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/feedline.h"

namespace holdline {

namespace {

/// How long connections wait for the venue's time.
constexpr Span patienceForTime = std::chrono::seconds{3};
constexpr Span pauseWhenDown = std::chrono::seconds{10};

} // namespace

FeedLine::FeedLine(std::unique_ptr<Feed> feed, const LiveRules& rules, StoredPast past,
                   FeedLineSettings settings, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_settings(std::move(settings)),
      m_clock(clock),
      m_feed(std::move(feed)),
      m_history(std::make_unique<FeedHistory>(*m_feed, rules, std::move(past))),
      m_rest(
          std::make_unique<RestClient>(m_settings.rest, m_feed->traits().rate, m_settings.restClient, clock))
{
    for (int route = 0; route < static_cast<int>(m_history->routes().size()); ++route)
        addLink(route);
}

FeedLine::~FeedLine()
{
    m_isStopped = true;
}

void FeedLine::addLink(int route)
{
    m_links.push_back(std::make_unique<StreamLink>(m_history->routes()[static_cast<std::size_t>(route)],
                                                   m_settings.stream, m_settings.link, m_clock));
    StreamLink* link = m_links.back().get();
    connect(link, &StreamLink::opened, this, [this, route] {
        const UtcTime now = m_clock.now();
        m_history->opened(route, now);
        note(CaptureLine::Kind::Opened, route, {}, now);
        Q_EMIT stirred();
    });
    connect(link, &StreamLink::closed, this, [this, route](const QString& why) {
        noteClosed(route, why);
        Q_EMIT stirred();
    });
    connect(link, &StreamLink::failed, this, [this, route, link](int status, const QString& why) {
        if (!link->isOpen()) // else a second connection failed, and the first goes on
            m_history->failed(route, status, why);
        Q_EMIT stirred();
    });
    connect(link, &StreamLink::messageRefused, this,
            [this](const QString& why) { m_history->refusedMessage(why); });
    connect(link, &StreamLink::messageCame, this, [this, route](const QByteArray& text) {
        const UtcTime now = m_clock.now();
        m_history->message(route, text, now);
        note(CaptureLine::Kind::Message, route, text, now);
        Q_EMIT stirred();
    });
}

void FeedLine::note(CaptureLine::Kind kind, int route, const QByteArray& payload, UtcTime now)
{
    if (!m_settings.isCaptured)
        return;
    Q_EMIT captured(
        {kind, now, m_feed->traits().id, m_history->routes()[static_cast<std::size_t>(route)].name, payload});
}

void FeedLine::start()
{
    m_isStopped = false;
    m_startedAt = m_clock.now();
    ask();
    connectLinks();
}

void FeedLine::stop()
{
    m_atStop = status();
    m_isStopped = true;
    for (std::size_t route = 0; route < m_links.size(); ++route)
        stopLink(static_cast<int>(route));
}

/// A connection that is gone stays gone until now, which no signal tells.
void FeedLine::stopLink(int route)
{
    StreamLink& link = *m_links[static_cast<std::size_t>(route)];
    if (link.isOpen())
        return link.stop();
    link.stop();
    noteClosed(route, QStringLiteral("Holdline ended."));
}

void FeedLine::noteClosed(int route, const QString& why)
{
    const UtcTime now = m_clock.now();
    m_history->closed(route, now, why);
    note(CaptureLine::Kind::Closed, route, why.toUtf8(), now);
}

void FeedLine::setPausedUntil(UtcTime until, const QString& why)
{
    m_rest->setPausedUntil(until, why);
}

/// Outages are told in the venue's time, so that is asked for before the first message.
void FeedLine::connectLinks()
{
    const bool isTimeKnown = m_history->hasBegun() && m_history->clock().offset();
    if (m_isConnecting || (!isTimeKnown && m_clock.now() - m_startedAt < patienceForTime))
        return;
    m_isConnecting = true;
    for (const auto& link : m_links)
        link->start();
}

void FeedLine::tick(bool mayAsk)
{
    if (m_isStopped)
        return;
    m_mayAsk = mayAsk;
    for (const RouteAct& act : m_history->look(m_clock.now())) {
        StreamLink& link = *m_links[static_cast<std::size_t>(act.route)];
        if (act.kind == RouteAct::Kind::HandOver)
            link.handOver(act.why);
        else
            link.reconnect(act.why, act.byAlternative);
    }
    ask();
    connectLinks();
}

void FeedLine::ask()
{
    while (!m_isStopped && m_mayAsk && m_settings.whyNoKey.isEmpty() && m_rest->canAsk(1)) {
        const auto request = m_history->next(m_clock.now());
        if (!request)
            return;
        if (!m_rest->canAsk(request->weight)) // later, when the venue's limit allows that much
            return m_history->notAsked(*request);
        m_rest->ask(
            request->path, request->weight,
            [this, request = *request](const Result<RestAnswer>& answer) { take(request, answer); },
            request->form);
    }
}

void FeedLine::take(const RestRequest& request, const Result<RestAnswer>& answer)
{
    if (m_isStopped)
        return;
    const UtcTime now = m_clock.now();
    if (answer.hasError()) {
        m_history->failed(request, answer.error(), now);
    } else {
        const RestAnswer& good = answer.value();
        obey(m_history->answered(request, good.body, good.date, now));
        if (m_settings.isCaptured)
            Q_EMIT captured(answerLine(*m_feed, request, good.body, good.date, now));
    }
    Q_EMIT stirred();
    connectLinks();
    QMetaObject::invokeMethod(this, &FeedLine::ask, Qt::QueuedConnection);
}

void FeedLine::obey(const Reading& reading)
{
    if (reading.kind == Reading::Kind::Data)
        m_rest->accepted();
    if (reading.kind == Reading::Kind::RateLimited)
        m_rest->limited(reading.reason);
    if (reading.kind == Reading::Kind::Unavailable)
        m_rest->pause(pauseWhenDown, reading.reason);
}

FeedStatus FeedLine::status() const
{
    if (m_atStop)
        return *m_atStop;
    FeedStatus status = m_history->status();
    status.usedWeight = m_rest->usedWeight();
    status.weightLimit = m_rest->weightLimit();
    status.pausedUntil = m_rest->pausedUntil();
    status.isRegionRefused = status.isRegionRefused || m_rest->isRegionRefused();
    if (status.isRegionRefused)
        status.problem = QStringLiteral("%1 does not serve this region.").arg(status.title);
    else if (!m_settings.whyNoKey.isEmpty())
        status.problem = m_settings.whyNoKey;
    else if (status.pausedUntil && status.problem.isEmpty())
        status.problem = m_rest->pauseReason();
    return status;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/streamlink.h"

#include "models/feeds/streamconnection.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace holdline {

Q_LOGGING_CATEGORY(linkLog, "holdline.feeds", QtWarningMsg)

namespace {

/// QTimer counts milliseconds in 32 bits.
constexpr Span longestTimer = std::chrono::hours{24 * 20};

using namespace Qt::StringLiterals;

/// A connection is let go of at once, and destroyed when none of its signals is on the stack.
struct LetGo {
    void operator()(StreamConnection* connection) const
    {
        connection->disconnect();
        connection->deleteLater();
    }
};
using ConnectionPtr = std::unique_ptr<StreamConnection, LetGo>;

} // namespace

/// `current` is the connection of which opened() told. `next` is one that is being made: the first, or during
/// a hand-over the second, which becomes current when it has delivered for a while.
struct StreamLink::Parts {
    Parts(StreamLink& owner, Route r, QString a, LinkSettings s, const Clock& c)
        : link(owner),
          route(std::move(r)),
          address(std::move(a)),
          settings(std::move(s)),
          clock(c),
          host(QUrl(address).authority()),
          backoff(settings.backoff, QRandomGenerator::global()->generate())
    {
    }

    void attempt();
    void openNext();
    void nextOpened();
    void nextCame(const QByteArray& bytes);
    void nextEnded(int httpStatus, const QString& why);
    void currentEnded(const QString& why);
    void promote();
    void takeNextPath();
    void replaceCurrent();
    void follow(StreamConnection& connection);
    void tryLater(int httpStatus);
    void dropConnections();
    void makeTimers();
    bool leaveGate(); ///< false: the link was destroyed meanwhile
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] Span waitAfter(int httpStatus);
    [[nodiscard]] bool isTrying() const { return next || isAsking; }

    StreamLink& link;
    Route route;
    QString address;
    LinkSettings settings;
    const Clock& clock;
    QString host;
    Backoff backoff;
    ConnectionPtr current;
    ConnectionPtr next;
    UtcTime currentSince;
    UtcTime nextSince;
    QTimer attemptTimer;
    QTimer lifeTimer;
    QTimer overlapTimer;
    UtcTime attemptAt;  ///< while its timer runs
    qsizetype path = 0; ///< 0: the route's own, then its alternatives
    bool isStarted = false;
    bool isAsking = false;     ///< for its turn at the gate
    bool hasDelivered = false; ///< since opened() was told
};

QUrl StreamLink::Parts::url() const
{
    return QUrl(address + (path == 0 ? route.path : route.alternatives[path - 1]));
}

void StreamLink::Parts::attempt()
{
    attemptTimer.stop();
    isAsking = true;
    settings.gate->enter(host, this, [this] { openNext(); });
}

void StreamLink::Parts::openNext()
{
    isAsking = false;
    next.reset(new StreamConnection(route, url(), {settings.connectLimit, settings.mostMessageBytes}));
    follow(*next);
    next->open();
}

void StreamLink::Parts::follow(StreamConnection& connection)
{
    StreamConnection* one = &connection;
    QObject::connect(one, &StreamConnection::opened, &link, [this] { nextOpened(); });
    QObject::connect(one, &StreamConnection::messageCame, &link, [this, one](const QByteArray& bytes) {
        hasDelivered = true;
        if (one == next.get())
            nextCame(bytes);
        else
            emit link.messageCame(bytes);
    });
    QObject::connect(one, &StreamConnection::messageRefused, &link, &StreamLink::messageRefused);
    QObject::connect(one, &StreamConnection::ended, &link, [this, one](int httpStatus, const QString& why) {
        if (one == next.get())
            nextEnded(httpStatus, why);
        else
            currentEnded(why);
    });
}

bool StreamLink::Parts::leaveGate()
{
    const QPointer<StreamLink> alive(&link);
    const auto gate = settings.gate; // what another link does with its turn may end this one
    gate->leave(host, this);
    return alive;
}

void StreamLink::Parts::nextOpened()
{
    nextSince = clock.now();
    const bool isFirst = !current;
    hasDelivered = hasDelivered && !isFirst;
    if (isFirst)
        promote();
    if (leaveGate() && isFirst && current)
        emit link.opened();
}

void StreamLink::Parts::nextCame(const QByteArray& bytes)
{
    if (!overlapTimer.isActive())
        overlapTimer.start(settings.overlap);
    emit link.messageCame(bytes);
}

void StreamLink::Parts::promote()
{
    current = std::move(next);
    currentSince = nextSince;
    overlapTimer.stop();
    if (route.lifetime <= Span::zero())
        return;
    const Span left = route.lifetime - settings.handOverBefore;
    lifeTimer.start(std::min(left > Span::zero() ? left : route.lifetime / 2, longestTimer));
}

void StreamLink::Parts::replaceCurrent()
{
    qCDebug(linkLog) << route.name << "handed over";
    backoff.lasted(clock.now() - currentSince);
    promote();
}

/// A path on which nothing comes, or that is none, is left for the next.
void StreamLink::Parts::takeNextPath()
{
    path = (path + 1) % (route.alternatives.size() + 1);
}

void StreamLink::Parts::nextEnded(int httpStatus, const QString& why)
{
    qCDebug(linkLog) << route.name << why;
    overlapTimer.stop();
    next.reset();
    if (!current && path != 0)
        takeNextPath();
    tryLater(httpStatus);
    if (leaveGate())
        emit link.failed(httpStatus, why);
}

void StreamLink::Parts::currentEnded(const QString& why)
{
    if (overlapTimer.isActive()) { // the second delivers already: nothing was missed
        replaceCurrent();
        return;
    }
    backoff.lasted(clock.now() - currentSince);
    current.reset();
    lifeTimer.stop();
    const bool wasSilent =
        !hasDelivered && route.silence > Span::zero() && clock.now() - currentSince >= route.silence;
    if (wasSilent)
        takeNextPath();
    const bool isReplaced = next && next->isOpen();
    if (isReplaced)
        promote();
    else if (!isTrying() && !attemptTimer.isActive())
        tryLater(0);
    const QPointer<StreamLink> alive(&link);
    emit link.closed(why);
    if (alive && isReplaced && current)
        emit link.opened();
}

Span StreamLink::Parts::waitAfter(int httpStatus)
{
    const Span wait = backoff.next();
    if (httpStatus == 429)
        return std::max(wait, settings.pauseWhenLimited);
    const bool isForbidden = httpStatus == 403 || httpStatus == 418;
    return isForbidden ? std::max(wait, settings.pauseWhenForbidden) : wait;
}

void StreamLink::Parts::tryLater(int httpStatus)
{
    if (!isStarted || httpStatus == 451)
        return;
    const Span wait = waitAfter(httpStatus);
    attemptAt = clock.now() + wait;
    attemptTimer.start(wait);
}

// A pause that is running goes on: it may be the venue's.
void StreamLink::Parts::dropConnections()
{
    lifeTimer.stop();
    overlapTimer.stop();
    if (current)
        backoff.lasted(clock.now() - currentSince);
    current.reset();
    next.reset();
    isAsking = false;
}

void StreamLink::Parts::makeTimers()
{
    for (QTimer* timer : {&attemptTimer, &lifeTimer, &overlapTimer})
        timer->setSingleShot(true);
    attemptTimer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&attemptTimer, &QTimer::timeout, &link, [this] { attempt(); });
    QObject::connect(&lifeTimer, &QTimer::timeout, &link,
                     [this] { link.handOver(u"The venue will cut the connection soon."_s); });
    QObject::connect(&overlapTimer, &QTimer::timeout, &link, [this] { replaceCurrent(); });
}

StreamLink::StreamLink(Route route, QString address, LinkSettings settings, const Clock& clock,
                       QObject* parent)
    : QObject(parent),
      m_parts(
          std::make_unique<Parts>(*this, std::move(route), std::move(address), std::move(settings), clock))
{
    m_parts->makeTimers();
}

StreamLink::~StreamLink()
{
    m_parts->dropConnections();
    m_parts->leaveGate();
}

void StreamLink::start()
{
    if (m_parts->isStarted)
        return;
    m_parts->isStarted = true;
    m_parts->attempt();
}

void StreamLink::stop()
{
    const bool wasOpen = isOpen();
    m_parts->isStarted = false;
    m_parts->attemptTimer.stop();
    m_parts->dropConnections();
    if (m_parts->leaveGate() && wasOpen)
        emit closed(u"Holdline closed the connection."_s);
}

void StreamLink::reconnect(const QString& why, bool byAlternative)
{
    Parts& parts = *m_parts;
    if (byAlternative)
        parts.takeNextPath();
    const bool wasOpen = isOpen();
    if (!parts.isStarted || !(wasOpen || parts.isTrying()))
        return; // waiting for its time, or refused
    parts.dropConnections();
    if (!parts.attemptTimer.isActive())
        parts.tryLater(0);
    if (parts.leaveGate() && wasOpen)
        emit closed(why);
}

void StreamLink::handOver(const QString& why)
{
    if (!m_parts->current || m_parts->isTrying() || m_parts->attemptTimer.isActive())
        return;
    qCDebug(linkLog) << m_parts->route.name << "hands over:" << why;
    m_parts->attempt();
}

const Route& StreamLink::route() const
{
    return m_parts->route;
}

bool StreamLink::isOpen() const
{
    return m_parts->current != nullptr;
}

std::optional<UtcTime> StreamLink::nextAttempt() const
{
    if (isOpen() || !m_parts->attemptTimer.isActive())
        return {};
    return m_parts->attemptAt;
}

} // namespace holdline

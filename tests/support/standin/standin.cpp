// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/standin.h"

#include "models/market/interval.h"
#include "tests/support/standin/httppeer.h"
#include "tests/support/standin/restfaults.h"
#include "tests/support/standin/venuecatalog.h"

#include <QHostAddress>

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

StandIn::StandIn(StandInOptions options)
    : m_options(std::move(options)),
      m_clock(m_options.start, m_options.speed),
      m_venue(makeVenue(m_options.provider)),
      m_market(m_options.seed, m_venue->instruments()),
      m_counter(m_venue->restRules(), m_options.speed),
      m_server(this),
      m_timer(this),
      m_floodTimer(this),
      m_told(m_clock.now())
{
    m_market.setBeginning(std::chrono::floor<std::chrono::minutes>(m_clock.start() - m_options.history));
    for (ScenarioEvent& event : m_options.events)
        m_faults.add(std::move(event));
    connect(&m_server, &QTcpServer::newConnection, this, &StandIn::accept);
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &StandIn::tick);
    m_floodTimer.setInterval(5);
    connect(&m_floodTimer, &QTimer::timeout, this, [this] {
        m_faults.setElapsed(m_clock.elapsed());
        for (StreamClient* client : m_clients)
            client->flood();
    });
}

StandIn::~StandIn()
{
    for (StreamClient* client : m_clients)
        client->peer().disconnect(this);
    for (HttpPeer* peer : m_peers)
        peer->disconnect(this);
}

bool StandIn::start()
{
    return inThread([this] {
        m_timer.start();
        return m_server.listen(QHostAddress::LocalHost, m_options.port);
    });
}

void StandIn::stop()
{
    inThread([this] {
        m_timer.stop();
        m_floodTimer.stop();
        m_server.close();
        for (StreamClient* client : std::set(m_clients))
            client->peer().cut();
        for (HttpPeer* peer : std::set(m_peers))
            peer->cut();
    });
}

QString StandIn::restAddress() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(inThread([this] { return m_server.serverPort(); }));
}

QString StandIn::streamAddress() const
{
    return QStringLiteral("ws://127.0.0.1:%1").arg(inThread([this] { return m_server.serverPort(); }));
}

UtcTime StandIn::now() const
{
    return inThread([this] { return m_clock.now(); });
}

SimulatedMarket StandIn::market() const
{
    return inThread([this] { return m_market; });
}

int StandIn::connections() const
{
    return inThread([this] { return static_cast<int>(m_clients.size()); });
}

int StandIn::accepted() const
{
    return inThread([this] { return m_lastNumber; });
}

void StandIn::play(const QString& name, double length, const QJsonObject& options)
{
    inThread([&] {
        m_faults.add({name, m_clock.elapsed(), length, options});
        follow();
        for (StreamClient* client : std::set(m_clients))
            client->tick();
    });
}

void StandIn::endFault(const QString& name)
{
    inThread([&] {
        m_faults.end(name);
        follow();
    });
}

void StandIn::refuse(int status)
{
    play(QStringLiteral("status"), 0, {{QStringLiteral("code"), status}});
}

void StandIn::sendNow(const QByteArray& text)
{
    inThread([&] {
        for (StreamClient* client : m_clients)
            client->sendNow(text);
    });
}

void StandIn::forgetMinutes(TimeRange range)
{
    inThread([&] { m_market.addHole(range); });
}

VenueState StandIn::state() const
{
    return {m_market, m_faults, m_clock.now()};
}

bool StandIn::isOut() const
{
    return m_clock.elapsed() < m_outageEnd;
}

void StandIn::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        auto* peer = new HttpPeer(socket, this);
        if (isOut()) {
            peer->cut();
            peer->deleteLater();
            continue;
        }
        m_peers.insert(peer);
        connect(peer, &HttpPeer::requestCame, this,
                [this, peer](const HttpRequest& request) { answer(peer, request); });
        connect(peer, &HttpPeer::gone, this, [this, peer] {
            m_peers.erase(peer);
            peer->deleteLater();
        });
    }
}

void StandIn::answer(HttpPeer* peer, const HttpRequest& request)
{
    follow();
    if (request.isUpgrade())
        return upgrade(peer, request);
    if (const auto* fault = m_faults.active(u"freeze");
        fault && fault->options.value(QStringLiteral("rest")).toBool())
        return;
    const HttpReply reply = replyTo(request);
    const QByteArray query = request.query.toString(QUrl::FullyEncoded).toUtf8();
    m_log.answered(
        {m_clock.now(), query.isEmpty() ? request.path : request.path + '?' + query, reply.status});
    if (m_faults.active(u"truncate"))
        peer->sendHalf(reply, m_clock.now());
    else if (const auto* fault = m_faults.active(u"drip"))
        peer->sendSlowly(reply, m_clock.now(), static_cast<int>(fault->number("bytes", 1)));
    else
        peer->send(reply, m_clock.now());
}

HttpReply StandIn::replyTo(const HttpRequest& request)
{
    if (auto instead = replyInstead(request, *m_venue, m_faults))
        return *instead;
    const ScenarioEvent* limit = m_faults.active(u"weight-limit");
    m_counter.setWeightPerMinute(limit ? static_cast<int>(limit->number("weight", 100)) : 0);
    const auto verdict = m_counter.count(m_venue->weight(request), m_clock.now(), m_clock.elapsed());
    HttpReply reply;
    if (verdict.isTooMany) {
        reply = m_venue->tooMany(verdict.bannedUntil);
    } else {
        VenueState known = state();
        if (const ScenarioEvent* fault = m_faults.active(u"stale"))
            known.now = Interval{10s}.bucketStart(known.now) -
                        Span{static_cast<qint64>(fault->number("seconds", 60) * 1000)};
        reply = m_venue->answer(request, known);
        spoilReply(reply, m_faults);
    }
    if (const QByteArray header = m_venue->restRules().usedHeader; !header.isEmpty())
        reply.headers.emplace_back(header, QByteArray::number(verdict.used));
    if (verdict.retryAfter)
        reply.headers.emplace_back("Retry-After", QByteArray::number(*verdict.retryAfter));
    return reply;
}

int StandIn::countUpgrade()
{
    const double now = m_clock.elapsed();
    m_upgrades.push_back(now);
    while (m_upgrades.front() < now - 300)
        m_upgrades.pop_front();
    return static_cast<int>(m_upgrades.size());
}

void StandIn::upgrade(HttpPeer* peer, const HttpRequest& request)
{
    std::optional<HttpReply> refusal;
    if (const ScenarioEvent* fault = m_faults.active(u"refuse-upgrade");
        fault && countUpgrade() > static_cast<int>(fault->number("after", 0)))
        refusal = htmlReply(static_cast<int>(fault->number("status", 429)));
    else if (const ScenarioEvent* page = m_faults.active(u"html"))
        refusal = htmlReply(static_cast<int>(page->number("status", 200)));
    auto session = m_venue->open(request);
    if (!session && !refusal)
        refusal = htmlReply(404);
    m_log.answered({m_clock.now(), request.path, refusal ? refusal->status : 101});
    if (refusal)
        return peer->sendLast(*refusal, m_clock.now());
    QTcpSocket* socket = peer->acceptUpgrade(request);
    auto* stream = new WebSocketPeer(socket, this);
    m_peers.erase(peer);
    peer->deleteLater();
    auto* client =
        new StreamClient({++m_lastNumber, m_venue->streamRules(), m_market, m_faults, m_clock, m_log},
                         std::move(session), stream, this);
    m_clients.insert(client);
    connect(stream, &WebSocketPeer::gone, this, [this, client] {
        m_clients.erase(client);
        client->deleteLater();
    });
}

void StandIn::tick()
{
    follow();
    const TimeRange span{m_told, m_clock.now()};
    if (!span.isEmpty()) {
        for (StreamClient* client : std::set(m_clients))
            client->tell(span);
        logHappenings(span);
        m_told = span.to;
    }
    for (StreamClient* client : std::set(m_clients))
        client->tick();
}

void StandIn::follow()
{
    m_faults.setElapsed(m_clock.elapsed());
    followSkew();
    followHalt();
    for (const ScenarioEvent& event : m_faults.takeDue())
        happen(event);
    const bool isFlooding = m_faults.active(u"flood") != nullptr;
    if (isFlooding != m_floodTimer.isActive())
        isFlooding ? m_floodTimer.start() : m_floodTimer.stop();
}

void StandIn::followSkew()
{
    const ScenarioEvent* fault = m_faults.active(u"clock-skew");
    const Span skew{fault ? static_cast<qint64>(fault->number("ms", 90'000)) : 0};
    if (skew == m_clock.skew())
        return;
    m_clock.setSkew(skew);
    m_told = m_clock.now();
}

void StandIn::followHalt()
{
    const ScenarioEvent* fault = m_faults.active(u"halt");
    if (fault && !m_isHalted)
        m_market.addHole({m_clock.now(), fault->length > 0
                                             ? m_clock.timeAt(fault->at + fault->length) + m_clock.skew()
                                             : latestTime});
    m_isHalted = fault != nullptr;
}

UtcTime StandIn::scriptMinute(double minute) const
{
    return std::chrono::floor<std::chrono::minutes>(m_clock.start()) + 1min * static_cast<qint64>(minute);
}

void StandIn::happen(const ScenarioEvent& event)
{
    const auto clients = m_clients;
    if (event.name == QStringLiteral("cut")) {
        m_outageEnd = m_clock.elapsed() + event.length;
        for (StreamClient* client : clients)
            client->peer().cut();
        if (event.length > 0) {
            for (HttpPeer* peer : std::set(m_peers))
                peer->cut();
        }
    } else if (event.name == QStringLiteral("cut-mid-message")) {
        for (StreamClient* client : clients)
            client->peer().cutInMessage(
                "{\"stream\":\"cut\",\"data\":{\"e\":\"cut\",\"text\":\"in the middle\"}}");
    } else if (event.name == QStringLiteral("goodbye")) {
        for (StreamClient* client : clients)
            client->sayGoodbye(event.length);
    } else {
        happenToMarket(event);
    }
}

void StandIn::happenToMarket(const ScenarioEvent& event)
{
    if (event.name == QStringLiteral("holes")) {
        m_market.addHole({scriptMinute(event.number("from", 0)), scriptMinute(event.number("to", 0))});
    } else if (event.name == QStringLiteral("cascade")) {
        // From the next second on: what has been told stays true.
        const UtcTime from = std::chrono::ceil<std::chrono::seconds>(m_clock.now());
        const double length = std::max(1.0, event.length * m_options.speed);
        m_market.addCascade({{from, from + Span{static_cast<qint64>(length * 1000)}},
                             static_cast<int>(event.number("liquidations", 1000)),
                             event.number("fall", 0.03),
                             event.text("asset", "BTC")});
    } else if (event.name == QStringLiteral("revise")) {
        const UtcTime minute = scriptMinute(event.number("minute", 0));
        for (int i = 0; i < static_cast<int>(m_market.instruments().size()); ++i) {
            if (event.fits("symbol", m_market.instruments()[static_cast<std::size_t>(i)].symbol))
                m_market.revise(i, minute);
        }
    }
}

void StandIn::logHappenings(TimeRange span)
{
    if (!m_log.isWritten())
        return;
    for (int i = 0; i < static_cast<int>(m_market.instruments().size()); ++i) {
        const SimulatedInstrument& of = m_market.instruments()[static_cast<std::size_t>(i)];
        for (const Liquidation& liquidation : m_market.liquidations(i, span))
            m_log.happened(of, liquidation);
        const UtcTime last = std::chrono::floor<std::chrono::minutes>(span.to);
        for (UtcTime open = std::chrono::floor<std::chrono::minutes>(span.from); open < last; open += 1min) {
            if (const auto candle = m_market.candle(i, {open, open + 1min}, span.to))
                m_log.happened(of, *candle);
        }
    }
}

} // namespace holdline::testing

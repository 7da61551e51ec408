// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/streamclient.h"

#include <QJsonArray>

#include <algorithm>

namespace holdline::testing {

namespace {

double seconds(Span span)
{
    return static_cast<double>(span.count()) / 1000;
}

} // namespace

StreamClient::StreamClient(Setting setting, std::unique_ptr<StreamSession> session, WebSocketPeer* peer,
                           QObject* parent)
    : QObject(parent),
      m_setting(setting),
      m_session(std::move(session)),
      m_peer(peer),
      m_opened(setting.faults.elapsed()),
      m_lastTraffic(m_opened),
      m_lastAppPing(m_opened),
      m_lastPing(m_opened)
{
    peer->setParent(this);
    connect(peer, &WebSocketPeer::textCame, this, &StreamClient::receive);
    connect(peer, &WebSocketPeer::pingCame, this, &StreamClient::countClientMessage);
    connect(peer, &WebSocketPeer::pongCame, this, [this](const QByteArray& payload) {
        if (payload == m_pingPayload)
            m_pongDue = 0;
        countClientMessage();
    });
    connect(peer, &WebSocketPeer::bytesLeft, this, &StreamClient::flood);
    followFreeze();
    std::vector<OutMessage> greeting;
    m_session->greet(state(), greeting);
    deliver(std::move(greeting));
}

VenueState StreamClient::state() const
{
    return {m_setting.market, m_setting.faults, m_setting.clock.now()};
}

void StreamClient::countClientMessage()
{
    const double now = m_setting.faults.elapsed();
    const ScenarioEvent* fault = m_setting.faults.active(u"message-limit");
    const int most = fault ? static_cast<int>(fault->number("messages", m_setting.rules.messagesPerSecond))
                           : m_setting.rules.messagesPerSecond;
    m_clientMessages.push_back(now);
    while (m_clientMessages.front() < now - 1)
        m_clientMessages.pop_front();
    m_lastTraffic = now;
    if (most > 0 && static_cast<int>(m_clientMessages.size()) > most)
        m_peer->sendClose(1008, "Too many requests");
}

void StreamClient::receive(const QByteArray& text)
{
    countClientMessage();
    if (m_session->isPing(text))
        m_lastAppPing = m_setting.faults.elapsed();
    std::vector<OutMessage> answers;
    m_session->read(text, state(), answers);
    deliver(std::move(answers));
    m_hasSubscribed = m_hasSubscribed || m_session->hasSubscriptions();
}

void StreamClient::tell(TimeRange span)
{
    if (!m_session->hasSubscriptions() || m_peer->isFrozen())
        return;
    std::vector<OutMessage> messages;
    m_session->tell(span, state(), messages);
    std::stable_sort(messages.begin(), messages.end(),
                     [](const OutMessage& a, const OutMessage& b) { return a.at < b.at; });
    deliver(std::move(messages));
}

void StreamClient::deliver(std::vector<OutMessage> messages)
{
    for (const OutMessage& message : messages) {
        if (message.stream.isEmpty())
            send(message);
        else
            deliverData(message);
    }
}

void StreamClient::deliverData(const OutMessage& message)
{
    const Faults& faults = m_setting.faults;
    if (const auto* fault = faults.active(u"ack-silent"); fault && fault->fits("streams", message.stream))
        return;
    if (const auto* fault = faults.active(u"no-final"); fault && message.isFinalCandle) {
        if (const double late = fault->number("late", 0); late > 0)
            m_late.emplace_back(faults.elapsed() + late, message);
        return;
    }
    if (faults.active(u"swap")) {
        if (!m_held) {
            m_held = message;
            return;
        }
        send(message);
        send(*std::exchange(m_held, std::nullopt));
        return;
    }
    send(message);
    if (faults.active(u"duplicates"))
        send(message);
}

void StreamClient::send(const OutMessage& message)
{
    if (m_peer->isFrozen() || !m_peer->isOpen())
        return;
    if (const ScenarioEvent* fault = m_setting.faults.active(u"fragments"))
        m_peer->sendInFragments(message.text,
                                std::max<qsizetype>(1, static_cast<qsizetype>(fault->number("bytes", 100))));
    else
        m_peer->sendText(message.text);
    m_lastTraffic = m_setting.faults.elapsed();
    m_setting.log.sent({message.at, m_setting.number, message.stream, message.text});
    if (!message.liquidations.empty())
        m_setting.log.told(message.instrument, message.liquidations);
}

void StreamClient::sendNow(const QByteArray& text)
{
    send({m_setting.clock.now(), text});
}

void StreamClient::sayGoodbye(double lead)
{
    if (const QByteArray text = m_session->goodbye(m_setting.clock.now()); !text.isEmpty())
        sendNow(text);
    m_goodbyeEnd = m_setting.faults.elapsed() + (lead > 0 ? lead : seconds(m_setting.rules.goodbyeLead));
}

void StreamClient::sendLate()
{
    if (m_held && !m_setting.faults.active(u"swap"))
        send(*std::exchange(m_held, std::nullopt));
    while (!m_late.empty() && m_late.front().first <= m_setting.faults.elapsed()) {
        send(m_late.front().second);
        m_late.pop_front();
    }
}

void StreamClient::followFreeze()
{
    const ScenarioEvent* fault = m_setting.faults.active(u"freeze");
    if (fault) {
        m_isFrozenByFault = true;
        m_isThawing = fault->options.value(QStringLiteral("thaw")).toBool();
    } else if (m_isThawing) {
        m_isFrozenByFault = false;
    }
    m_peer->setFrozen(m_isFrozenByFault);
}

void StreamClient::sendPings()
{
    const double now = m_setting.faults.elapsed();
    const ScenarioEvent* fault = m_setting.faults.active(u"ping");
    const double every = fault ? fault->number("every", 5) : seconds(m_setting.rules.pingEvery);
    const double within = fault ? fault->number("within", 10) : seconds(m_setting.rules.pongWithin);
    if (m_pongDue > 0 && now > m_pongDue)
        return m_peer->cut();
    if (every <= 0 || now - m_lastPing < every)
        return;
    m_lastPing = now;
    m_pingPayload = QByteArray::number(toMsecs(m_setting.clock.now()));
    if (m_pongDue <= 0)
        m_pongDue = now + within;
    m_peer->sendPing(m_pingPayload);
}

void StreamClient::enforceRules()
{
    const Faults& faults = m_setting.faults;
    const StreamRules& rules = m_setting.rules;
    const double now = faults.elapsed();
    const auto* lifetime = faults.active(u"lifetime");
    const double most = lifetime ? lifetime->number("seconds", 60) : seconds(rules.lifetime);
    if (most > 0 && now - m_opened >= most)
        return m_peer->sendClose(1001, "lifetime");
    if (m_goodbyeEnd > 0 && now >= m_goodbyeEnd)
        return m_peer->sendClose(1001, "going away");
    if (const auto* fault = faults.active(u"need-ping");
        fault && now - m_lastAppPing > fault->number("seconds", 30))
        return m_peer->cut();
    const double silent = now - (m_hasSubscribed ? m_lastTraffic : m_opened);
    if (rules.idle.count() > 0 && silent > seconds(rules.idle))
        return m_peer->sendClose(4004, "No data received in 30s.");
    if (!m_hasSubscribed && !m_session->hasSubscriptions() && rules.subscribeWithin.count() > 0 &&
        now - m_opened > seconds(rules.subscribeWithin))
        m_peer->sendClose(1000, "no subscription");
}

void StreamClient::sendUnknown()
{
    const ScenarioEvent* fault = m_setting.faults.active(u"unknown-events");
    if (!fault || m_setting.faults.elapsed() - m_lastUnknown < fault->number("every", 1))
        return;
    m_lastUnknown = m_setting.faults.elapsed();
    for (const QByteArray& text : m_session->unknownMessages(m_setting.clock.now()))
        sendNow(text);
}

QByteArrayList StreamClient::hostileTexts(const ScenarioEvent& fault) const
{
    const UtcTime now = m_setting.clock.now();
    const auto megabytes = static_cast<qsizetype>(fault.number("megabytes", 20));
    QByteArrayList texts;
    const auto add = [&](const char* kind, const QByteArray& text) {
        if (!text.isEmpty() && fault.fits("kinds", kind))
            texts.append(text);
    };
    add("infinite", m_session->tradeText("1e308", "1", now));
    add("negative", m_session->tradeText("100", "-5", now));
    add("nan", m_session->tradeText("NaN", "Infinity", now));
    add("deep", QByteArray(100'000, '[') + QByteArray(100'000, ']'));
    add("unclosed", QByteArray(100'000, '{'));
    add("long-number", m_session->tradeText(QByteArray(100'000, '9'), "1", now));
    add("utf8", m_session->tradeText("100\xff\xfe\x80", "1", now));
    add("huge", "{\"e\":\"huge\",\"pad\":\"" + QByteArray(megabytes * 1'000'000, 'x') + "\"}");
    return texts;
}

void StreamClient::sendHostile()
{
    const ScenarioEvent* fault = m_setting.faults.active(u"hostile");
    if (!fault || m_setting.faults.elapsed() - m_lastHostile < fault->number("every", 1))
        return;
    m_lastHostile = m_setting.faults.elapsed();
    const QByteArrayList texts = hostileTexts(*fault);
    if (!texts.isEmpty())
        m_peer->sendText(texts[m_nextHostile++ % texts.size()]);
}

void StreamClient::tick()
{
    followFreeze();
    if (!m_peer->isOpen() || m_peer->isFrozen())
        return;
    sendLate();
    sendUnknown();
    sendHostile();
    sendPings();
    if (m_peer->isOpen())
        enforceRules();
}

void StreamClient::flood()
{
    constexpr qint64 mostWaiting = 4 * 1024 * 1024;
    constexpr int mostAtOnce = 4096;
    const ScenarioEvent* fault = m_setting.faults.active(u"flood");
    if (!fault || m_peer->isFrozen()) {
        m_flood.reset();
        return;
    }
    const double now = m_setting.faults.elapsed();
    if (!m_flood) {
        const QByteArray text = m_session->floodTemplate(fault->text("streams", "aggTrade"), state());
        if (text.isEmpty())
            return;
        m_flood = std::make_unique<FloodText>(text);
        m_floodBegan = now;
    }
    const double rate = fault->number("rate", 0);
    qint64 due = rate > 0 ? static_cast<qint64>((now - m_floodBegan) * rate) - m_flood->made() : mostAtOnce;
    while (due > 0 && m_peer->isOpen() && m_peer->bytesToWrite() < mostWaiting) {
        const int count = static_cast<int>(std::min<qint64>(due, mostAtOnce));
        QByteArray frames;
        frames.reserve(count * m_flood->frameSize());
        m_flood->append(frames, count, m_setting.clock.now());
        m_peer->write(frames);
        m_setting.log.flooded(count);
        due = rate > 0 ? due - count : mostAtOnce;
    }
}

} // namespace holdline::testing

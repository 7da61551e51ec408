// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/httpreply.h"
#include "tests/support/standin/httprequest.h"
#include "tests/support/standin/scenario.h"
#include "tests/support/standin/simulatedmarket.h"

#include <QByteArrayList>

#include <memory>
#include <optional>
#include <vector>

namespace holdline::testing {

/// A message of a venue's stream.
struct OutMessage {
    UtcTime at;
    QByteArray text;
    QByteArray stream = {};     ///< that it belongs to; empty: an answer, a greeting or a heartbeat
    bool isFinalCandle = false; ///< says that a candle is closed
    QByteArray instrument = {}; ///< key, of liquidations
    std::vector<Liquidation> liquidations = {};
};

/// What a venue knows when it is asked.
struct VenueState {
    const SimulatedMarket& market;
    const Faults& faults;
    UtcTime now;
};

/// One client's side of a venue's stream: what it subscribed to and what it is told.
class StreamSession {
public:
    virtual ~StreamSession() = default;

    using Messages = std::vector<OutMessage>;
    virtual void greet(const VenueState& state, Messages& out);
    /// A text message of the client.
    virtual void read(const QByteArray& text, const VenueState& state, Messages& out) = 0;
    /// What is told of what happened in a span, in any order.
    virtual void tell(TimeRange span, const VenueState& state, Messages& out) = 0;
    /// Whether that text is the venue's application ping.
    [[nodiscard]] virtual bool isPing(const QByteArray& text) const;
    [[nodiscard]] virtual bool hasSubscriptions() const = 0;
    [[nodiscard]] virtual QByteArray goodbye(UtcTime now) const;
    [[nodiscard]] virtual QByteArrayList unknownMessages(UtcTime now) const;
    /// A message like `stream`'s with placeholders: `1111111111111` for a time in ms, `777777777777` for an
    /// id, `88888888` for the decimals of a quantity. Empty when nothing like it is subscribed to.
    [[nodiscard]] virtual QByteArray floodTemplate(const QByteArray& stream, const VenueState& state) const;
    /// The same message with numbers that no one can trade at.
    [[nodiscard]] virtual QByteArray tradeText(QByteArrayView price, QByteArrayView quantity,
                                               UtcTime now) const;

protected:
    StreamSession() = default;
    Q_DISABLE_COPY_MOVE(StreamSession)
};

/// How a venue treats connections; zero: no such rule. Spans are real time.
struct StreamRules {
    Span pingEvery{};  ///< it sends ping frames
    Span pongWithin{}; ///< and cuts who does not answer
    Span lifetime{};
    int messagesPerSecond = 0;
    Span subscribeWithin{};
    Span idle{};        ///< cut without a message either way for so long
    Span goodbyeLead{}; ///< between farewell and end
};

/// How a venue counts questions.
struct RestRules {
    int weightPerMinute = 0; ///< windows begin on the minute, of the venue's clock
    QByteArray usedHeader = {};
    double burst = 0; ///< else: so many at once
    double perSecond = 0;
};

/// One provider as the other end of a wire.
class Venue {
public:
    virtual ~Venue() = default;

    [[nodiscard]] virtual std::vector<SimulatedInstrument> instruments() const = 0;
    [[nodiscard]] virtual StreamRules streamRules() const = 0;
    [[nodiscard]] virtual RestRules restRules() const = 0;
    [[nodiscard]] virtual int weight(const HttpRequest& request) const;
    [[nodiscard]] virtual HttpReply answer(const HttpRequest& request, const VenueState& state) = 0;
    /// Asked too often; `bannedUntil` when this client was told before and did not listen.
    [[nodiscard]] virtual HttpReply tooMany(std::optional<UtcTime> bannedUntil) const = 0;
    /// A refusal in the venue's own words, with status 200.
    [[nodiscard]] virtual HttpReply errorBody() const = 0;
    /// nullptr when nothing is at that path.
    [[nodiscard]] virtual std::unique_ptr<StreamSession> open(const HttpRequest& request) = 0;

protected:
    Venue() = default;
    Q_DISABLE_COPY_MOVE(Venue)
};

} // namespace holdline::testing

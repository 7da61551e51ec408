// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

#include <map>

namespace holdline::testing {

/// One connection to Kraken's stream, version 2.
class KrakenSession final : public StreamSession {
public:
    void greet(const VenueState& state, Messages& out) override;
    void read(const QByteArray& text, const VenueState& state, Messages& out) override;
    void tell(TimeRange span, const VenueState& state, Messages& out) override;
    [[nodiscard]] bool isPing(const QByteArray& text) const override;
    [[nodiscard]] bool hasSubscriptions() const override { return !m_subscriptions.empty(); }
    [[nodiscard]] QByteArray tradeText(QByteArrayView price, QByteArrayView quantity,
                                       UtcTime now) const override;

private:
    struct Subscription {
        QByteArray channel;
        QByteArray symbol;
        int minutes = 1; ///< of candles
        [[nodiscard]] QByteArray stream() const { return channel + ':' + symbol; }
    };
    void subscribe(const Subscription& asked, bool hasSnapshot, const QByteArray& id, const VenueState& state,
                   Messages& out);
    void snapshot(const Subscription& which, const VenueState& state, Messages& out) const;
    void tellStatus(const VenueState& state, Messages& out);
    void tellCandles(const Subscription& which, TimeRange span, const VenueState& state, Messages& out) const;
    void tellTrades(const Subscription& which, TimeRange span, const VenueState& state, Messages& out) const;
    void tellTicker(const Subscription& which, TimeRange span, const VenueState& state, Messages& out) const;

    std::map<QByteArray, Subscription> m_subscriptions;
    bool m_isHalted = false;
};

} // namespace holdline::testing

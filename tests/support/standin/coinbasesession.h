// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

#include <map>
#include <set>

namespace holdline::testing {

/// One connection to Coinbase Exchange's stream.
class CoinbaseSession final : public StreamSession {
public:
    void read(const QByteArray& text, const VenueState& state, Messages& out) override;
    void tell(TimeRange span, const VenueState& state, Messages& out) override;
    [[nodiscard]] bool hasSubscriptions() const override { return !m_subscriptions.empty(); }
    [[nodiscard]] QByteArray tradeText(QByteArrayView price, QByteArrayView quantity,
                                       UtcTime now) const override;

private:
    using Subscription = std::pair<QByteArray, QByteArray>; ///< channel, product
    [[nodiscard]] QByteArray listed() const;
    void tellTrades(const Subscription& which, TimeRange span, const VenueState& state, Messages& out) const;
    void tellHeartbeat(const Subscription& which, TimeRange span, const VenueState& state,
                       Messages& out) const;

    std::set<Subscription> m_subscriptions;
};

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

#include <set>

namespace holdline::testing {

/// One connection to Bitstamp's stream.
class BitstampSession final : public StreamSession {
public:
    void read(const QByteArray& text, const VenueState& state, Messages& out) override;
    void tell(TimeRange span, const VenueState& state, Messages& out) override;
    [[nodiscard]] bool isPing(const QByteArray& text) const override;
    [[nodiscard]] bool hasSubscriptions() const override { return !m_channels.empty(); }
    [[nodiscard]] QByteArray goodbye(UtcTime now) const override;
    [[nodiscard]] QByteArray tradeText(QByteArrayView price, QByteArrayView quantity,
                                       UtcTime now) const override;

private:
    std::set<QByteArray> m_channels;
};

} // namespace holdline::testing

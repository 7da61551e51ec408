// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

#include <map>

namespace holdline::testing {

/// One connection to OKX: candles on the business socket, everything else on the public one.
class OkxSession final : public StreamSession {
public:
    explicit OkxSession(bool isBusiness) : m_isBusiness(isBusiness) {}

    void read(const QByteArray& text, const VenueState& state, Messages& out) override;
    void tell(TimeRange span, const VenueState& state, Messages& out) override;
    [[nodiscard]] bool isPing(const QByteArray& text) const override { return text == "ping"; }
    [[nodiscard]] bool hasSubscriptions() const override { return !m_channels.empty(); }
    [[nodiscard]] QByteArray goodbye(UtcTime now) const override;
    [[nodiscard]] QByteArray tradeText(QByteArrayView price, QByteArrayView quantity,
                                       UtcTime now) const override;

private:
    struct Channel {
        QByteArray name;
        QByteArray instrument; ///< or the type of instruments
        QByteArray arg;        ///< as the client wrote it
        [[nodiscard]] QByteArray stream() const { return name + ':' + instrument; }
    };
    [[nodiscard]] bool isServed(const Channel& channel, const VenueState& state) const;
    void tellOld(const Channel& channel, const VenueState& state, Messages& out) const;
    void tellCandles(const Channel& channel, TimeRange span, const VenueState& state, Messages& out) const;
    void tellLiquidations(const Channel& channel, TimeRange span, const VenueState& state,
                          Messages& out) const;
    void tellGauges(const Channel& channel, TimeRange span, const VenueState& state, Messages& out) const;

    bool m_isBusiness;
    std::map<QByteArray, Channel> m_channels;
};

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/binancetexts.h"

#include <map>
#include <set>

namespace holdline::testing {

/// One connection to Binance, spot or futures.
class BinanceSession final : public StreamSession {
public:
    enum class Route { Spot, Market, Public, Unrouted };

    BinanceSession(BinanceForms forms, Route route, bool isCombined, const QList<QByteArray>& streams);

    void read(const QByteArray& text, const VenueState& state, Messages& out) override;
    void tell(TimeRange span, const VenueState& state, Messages& out) override;
    [[nodiscard]] bool hasSubscriptions() const override { return !m_streams.empty(); }
    [[nodiscard]] QByteArray goodbye(UtcTime now) const override;
    [[nodiscard]] QByteArrayList unknownMessages(UtcTime now) const override;
    [[nodiscard]] QByteArray floodTemplate(const QByteArray& stream, const VenueState& state) const override;
    [[nodiscard]] QByteArray tradeText(QByteArrayView price, QByteArrayView quantity,
                                       UtcTime now) const override;

private:
    struct Told;
    [[nodiscard]] bool isServed(const QByteArray& kind) const;
    [[nodiscard]] QByteArray wrapped(const QByteArray& stream, const QByteArray& event) const;
    void tellStream(const QByteArray& stream, const Told& told) const;
    void tellAll(const QByteArray& stream, const QByteArray& kind, const Told& told) const;
    void tellKlines(const QByteArray& interval, int instrument, const Told& told) const;
    void tellTrades(bool areAggregated, int instrument, const Told& told) const;
    void tellForced(int instrument, const Told& told) const;
    void tellBook(int instrument, const Told& told) const;
    void tellMarks(int instrument, Span every, const Told& told) const;
    void tellDays(int instrument, bool isMini, const Told& told) const;

    BinanceForms m_forms;
    Route m_route;
    bool m_isCombined;
    std::set<QByteArray> m_streams;
};

} // namespace holdline::testing

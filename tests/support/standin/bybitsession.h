// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

#include <map>
#include <set>

namespace holdline::testing {

/// One connection to Bybit's public stream of a category.
class BybitSession final : public StreamSession {
public:
    explicit BybitSession(QByteArray category) : m_category(std::move(category)) {}

    void read(const QByteArray& text, const VenueState& state, Messages& out) override;
    void tell(TimeRange span, const VenueState& state, Messages& out) override;
    [[nodiscard]] bool isPing(const QByteArray& text) const override;
    [[nodiscard]] bool hasSubscriptions() const override { return !m_topics.empty(); }
    [[nodiscard]] QByteArray floodTemplate(const QByteArray& stream, const VenueState& state) const override;
    [[nodiscard]] QByteArray tradeText(QByteArrayView price, QByteArrayView quantity,
                                       UtcTime now) const override;

private:
    [[nodiscard]] QByteArray objection(const QByteArrayList& topics, const VenueState& state) const;
    void tellCandles(const QByteArray& topic, TimeRange span, const VenueState& state, Messages& out) const;
    void tellLiquidations(const QByteArray& topic, TimeRange span, const VenueState& state,
                          Messages& out) const;
    void tellTicker(const QByteArray& topic, TimeRange span, const VenueState& state, Messages& out);
    [[nodiscard]] int instrumentOf(const QByteArray& topic, const VenueState& state) const;

    QByteArray m_category;
    std::set<QByteArray> m_topics;
    std::map<QByteArray, std::map<QByteArray, QByteArray>> m_tickers; ///< last told, by topic and member
};

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/jsontext.h"

namespace holdline::testing {

/// How the two venues of Binance write things.
struct BinanceForms {
    bool isFutures = false;
    bool inMicroseconds = false;

    [[nodiscard]] qint64 stamp(UtcTime time) const { return toMsecs(time) * (inMicroseconds ? 1000 : 1); }
    /// Spot writes eight decimals, futures the instrument's.
    [[nodiscard]] QByteArray price(const SimulatedInstrument& of, Price price) const;
    [[nodiscard]] QByteArray base(const SimulatedInstrument& of, Amount amount) const;
    [[nodiscard]] QByteArray money(Amount amount) const;
};

[[nodiscard]] const std::vector<std::pair<QByteArray, Interval>>& binanceIntervals();
[[nodiscard]] std::optional<Interval> binanceInterval(const QByteArray& name);

/// The twelve elements.
[[nodiscard]] QByteArray klineRow(const BinanceForms& forms, const SimulatedInstrument& of,
                                  const SimulatedCandle& candle, Interval interval);
[[nodiscard]] QByteArray klineEvent(const BinanceForms& forms, const SimulatedInstrument& of,
                                    const StreamedCandle& said, const QByteArray& interval);
/// With `e` and `E` for the stream, without for REST.
[[nodiscard]] QByteArray aggTrade(const BinanceForms& forms, const SimulatedInstrument& of,
                                  const SimulatedTrade& trade, std::optional<UtcTime> event);
[[nodiscard]] QByteArray dayTicker(const BinanceForms& forms, const SimulatedInstrument& of,
                                   const SimulatedDay& day, UtcTime now, bool isMini);
[[nodiscard]] QByteArray forceOrder(const SimulatedInstrument& of, const Liquidation& liquidation,
                                    UtcTime event, const char* symbol = nullptr, int marginKind = 1);
/// Answers of one code: `{"code":-1121,"msg":"Invalid symbol."}`.
[[nodiscard]] HttpReply binanceError(int status, int code, const QByteArray& text);

/// The next moment of settlement.
[[nodiscard]] UtcTime nextFunding(UtcTime now);
[[nodiscard]] Price markPrice(const SimulatedMarket& market, int instrument, UtcTime now);

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/simulatedinstrument.h"

#include <map>
#include <optional>
#include <utility>

namespace holdline::testing {

/// Many liquidations while the price falls; the price stays down afterwards.
struct Cascade {
    TimeRange range;
    int liquidations = 0; ///< of each contract of the asset
    double fall = 0;      ///< fraction 0..1
    QByteArray asset = "BTC";
};

/// Rolling figures of 24 hours.
struct SimulatedDay {
    SimulatedCandle sum; ///< openTime is the start of the window
    Price previousClose;
};

/// What was traded at one venue at any time, past and to come. Each second follows from the seed, the
/// instrument and the second alone, so any minute can be asked for; candles are sums of the trades. Prices of
/// one asset at different venues stay close. Instruments are told by their index.
class SimulatedMarket final {
public:
    SimulatedMarket(quint32 seed, std::vector<SimulatedInstrument> instruments);

    [[nodiscard]] const std::vector<SimulatedInstrument>& instruments() const { return m_instruments; }
    /// -1 when there is none.
    [[nodiscard]] int find(QByteArrayView symbol) const;
    [[nodiscard]] int findKey(QByteArrayView key) const;
    [[nodiscard]] const SimulatedInstrument& at(int instrument) const
    {
        return m_instruments[static_cast<std::size_t>(instrument)];
    }

    /// Trades in [from, to), oldest first.
    [[nodiscard]] std::vector<SimulatedTrade> trades(int instrument, TimeRange range) const;
    /// At most `most` trades from that id on, made before `now`.
    [[nodiscard]] std::vector<SimulatedTrade> tradesFrom(int instrument, qint64 id, int most,
                                                         UtcTime now) const;
    /// What was traded within a range that begins and ends on whole minutes, as it stood at `now`. Absent
    /// when nothing is known of it: before the market began, in a hole, or in the future.
    [[nodiscard]] std::optional<SimulatedCandle> candle(int instrument, TimeRange range, UtcTime now) const;
    /// Of the last 24 hours, by minutes.
    [[nodiscard]] SimulatedDay day(int instrument, UtcTime now) const;
    [[nodiscard]] Price lastPrice(int instrument, UtcTime now) const;

    /// All of them in [from, to), oldest first; two may be equal.
    [[nodiscard]] std::vector<Liquidation> liquidations(int instrument, TimeRange range) const;

    /// Of contracts, in the base asset, one side; changes every five minutes.
    [[nodiscard]] Quantity openInterest(int instrument, UtcTime time) const;
    /// Settled at multiples of eight hours, units of 1e-8.
    [[nodiscard]] Amount fundingRate(int instrument, UtcTime settled) const;

    void addCascade(const Cascade& cascade) { m_cascades.push_back(cascade); }
    /// Nothing happened then, and nothing is told of it.
    void addHole(TimeRange range);
    /// Nothing is told of the time before.
    void setBeginning(UtcTime time);
    [[nodiscard]] UtcTime beginning() const { return m_beginning; }
    /// From now on the minute's volume counts one lot more and its high is one step higher.
    void revise(int instrument, UtcTime minute);

private:
    struct Second;
    template <typename Use>
    void eachTrade(int instrument, TimeRange range, Use use) const;
    [[nodiscard]] Second second(int instrument, qint64 index, qint64 firstId) const;
    [[nodiscard]] quint64 hash(int instrument, quint64 purpose, qint64 index) const;
    [[nodiscard]] qint64 activeSeconds(int instrument, qint64 index) const;
    [[nodiscard]] qint64 tradesBefore(int instrument, qint64 index) const;
    [[nodiscard]] double anchor(int instrument, qint64 minute) const;
    [[nodiscard]] double centre(int instrument, qint64 index) const;
    [[nodiscard]] bool isInHole(UtcTime time) const;
    [[nodiscard]] bool isWhollyInHole(TimeRange range) const;
    [[nodiscard]] std::optional<SimulatedCandle> minute(int instrument, UtcTime open, UtcTime now) const;
    [[nodiscard]] std::optional<SimulatedCandle> closedMinute(int instrument, UtcTime open) const;
    [[nodiscard]] Price closeBefore(int instrument, UtcTime time) const;
    [[nodiscard]] int liquidationCount(int instrument, qint64 index) const;
    [[nodiscard]] const Cascade* cascadeAt(int instrument, qint64 index) const;

    struct Names {
        quint64 asset = 0; ///< hashes, with the seed
        quint64 own = 0;
    };
    std::vector<SimulatedInstrument> m_instruments;
    std::vector<Names> m_names;
    std::vector<Cascade> m_cascades;
    std::vector<TimeRange> m_holes;
    UtcTime m_beginning = fromMsecs(0);
    std::map<std::pair<int, UtcTime>, int> m_revisions;
    mutable std::map<std::pair<int, UtcTime>, std::optional<SimulatedCandle>> m_recent; ///< closed minutes
    struct Anchors {
        int instrument = -1;
        qint64 minute = 0;
        double from = 0;
        double to = 0;
    };
    mutable Anchors m_anchors;
};

} // namespace holdline::testing

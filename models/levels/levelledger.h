// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/leveledges.h"
#include "models/levels/levelstates.h"
#include "models/market/interval.h"

#include <queue>

#include <array>

namespace holdline {

/// How long after a touch the price is looked at.
inline constexpr std::array<Span, 4> returnSpans{std::chrono::hours{1}, std::chrono::hours{4},
                                                 std::chrono::hours{24}, std::chrono::hours{72}};

/// A candle that meets a level when none did in the 60 minutes before.
struct LevelTouch {
    UtcTime at; ///< open time of the candle
    /// Per cent from the candle's close to that of the candle that opens a span later, as in returnSpans;
    /// absent when that is not stored.
    std::array<std::optional<Amount>, returnSpans.size()> returns = {};

    bool operator==(const LevelTouch&) const = default;
};

/// What happened at a level in its life.
struct LevelLedger {
    std::vector<LevelTouch> touches = {};
    /// Judged closes on the far side; absent without a role, or where no candles are fine enough to judge.
    std::optional<qint64> closesBeyond = {};
    Span inside{0};                        ///< length of all candles that met it
    std::optional<Price> deepestWick = {}; ///< past the far edge, of a candle that closed not beyond it
    std::optional<Amount> longUsd = {};    ///< while inside; absent when no such records are stored
    std::optional<Amount> shortUsd = {};
    std::optional<Amount> netTakerUsd = {};

    bool operator==(const LevelLedger&) const = default;
};

/// What a ledger looks at of a candle.
struct LedgerCandle {
    UtcTime open;
    Price low;
    Price high;
    Price close;
};

/// Candles in a row, and how far they go: most levels are met by none of them.
struct LedgerStretch {
    std::span<const LedgerCandle> candles;
    Price low;
    Price high;

    [[nodiscard]] static LedgerStretch of(std::span<const LedgerCandle> candles);
};

/// Keeps the ledger of one level as its candles come. All candles are of one interval and come oldest first,
/// from the beginning of its life on; those after its end serve the returns.
class LedgerCount final {
public:
    LedgerCount(const Level& level, LevelEdges edges, Interval interval);

    void take(const LedgerStretch& stretch);
    /// One candle of the judging interval, which may be absent; oldest first.
    void judge(const JudgedClose& close, Interval judging);

    /// Without the sums of liquidations and takers.
    [[nodiscard]] const LevelLedger& ledger() const { return m_ledger; }
    /// Candles that met the level, neighbours joined; oldest first.
    [[nodiscard]] const std::vector<TimeRange>& insideRanges() const { return m_inside; }

private:
    /// A return that a touch waits for.
    struct Due {
        UtcTime at;
        std::size_t touch;
        std::size_t span;
        auto operator<=>(const Due& other) const { return at <=> other.at; }
    };
    void meet(std::span<const LedgerCandle> candles, const EdgeStep& edges);
    void enter(const LedgerCandle& candle);
    void settle(std::span<const LedgerCandle> candles);

    TimeRange m_life;
    LevelRole m_role;
    UtcTime m_lastClose; ///< latest close time that is judged
    LevelEdges m_edges;
    Interval m_interval;
    LevelLedger m_ledger;
    std::vector<TimeRange> m_inside;
    std::vector<Price> m_touchCloses; ///< as LevelLedger::touches
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
};

/// From when to when candles count, by open time.
[[nodiscard]] TimeRange lifeOf(const Level& level);

} // namespace holdline

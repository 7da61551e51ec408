// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/history/alertcolumn.h"
#include "models/levels/alertfiring.h"
#include "models/market/candle.h"
#include "models/store/store.h"

#include <map>

namespace holdline {

struct AlertQuestion {
    UtcTime now;
    UtcTime from;                               ///< moments before that are not told
    std::map<QString, Candle> openCandles = {}; ///< of one minute, by instrument: not stored yet
    std::map<QString, PastFirings> past = {};   ///< by alert
    bool isFar = false; ///< history may have been filled in: what was judged is judged again
};

struct AlertAnswer {
    std::vector<AlertFiring> firings; ///< oldest first
    std::map<QString, QString>
        troubles; ///< by alert: why one of its conditions cannot be seen, as a sentence
};

/// Looks at alerts on what is stored. A level is looked at from its last change on. Keeps what takes long to
/// find and changes seldom: states are judged again when a close is due. One object, one store.
class AlertReading final {
public:
    explicit AlertReading(Store& store) : m_store(store) {}

    /// Error: Storage.
    [[nodiscard]] Result<AlertAnswer> look(std::span<const Alert> alerts, const AlertQuestion& question);

private:
    using Moments = std::vector<AlertMoment>;
    struct Candles {
        Interval interval = oneMinute;
        std::vector<Candle> rows; ///< the open one last
        bool hasOpen = false;
    };
    struct Judged {
        Level level;
        UtcTime lastClose; ///< due when its candle was there; earliestTime: not yet
        Moments moments;
    };
    struct Unchanged {
        Level level;
        UtcTime since;
    };
    struct Closes {
        QString instrument;
        Interval judging;
        bool operator<(const Closes& other) const
        {
            return std::tie(instrument, judging) < std::tie(other.instrument, other.judging);
        }
    };
    [[nodiscard]] Result<Done> begin(std::span<const Alert> alerts, const AlertQuestion& question);
    [[nodiscard]] Result<Moments> momentsOf(const AlertCondition& condition, const AlertQuestion& question);
    [[nodiscard]] Result<Moments> ofLevel(const AlertCondition& condition, const Level& level,
                                          const AlertQuestion& question);
    [[nodiscard]] Result<Moments> touches(const Level& level, const AlertQuestion& question);
    [[nodiscard]] Result<Moments> judged(const AlertCondition& condition, const Level& level,
                                         const AlertQuestion& question);
    [[nodiscard]] Result<Moments> judge(const AlertCondition& condition, const Level& level);
    [[nodiscard]] Result<Moments> prices(const AlertCondition& condition, const AlertQuestion& question);
    [[nodiscard]] Result<Moments> sums(const AlertCondition& condition, const AlertQuestion& question);
    [[nodiscard]] Result<Moments> samples(const AlertCondition& condition, const AlertQuestion& question);
    [[nodiscard]] Result<const Candles*> candles(const QString& instrument, const AlertQuestion& question);
    [[nodiscard]] Result<const AlertColumn*> rows(const AlertCondition& condition, Span back);
    [[nodiscard]] Result<const std::vector<JudgedClose>*> closes(const Closes& asked);
    [[nodiscard]] Result<UtcTime> unchangedSince(const Level& level);
    [[nodiscard]] Result<bool> isStored(const Closes& asked, UtcTime close);

    Store& m_store;
    UtcTime m_reach{}; ///< moments from then on are looked for in this look
    std::map<QString, Level> m_levels;
    std::map<QString, Unchanged> m_unchanged;
    std::map<QString, Judged> m_judged; ///< by condition
    // What was read in this look, for all alerts.
    std::map<QString, Candles> m_candles;
    std::map<QString, AlertColumn> m_rows;
    std::map<Closes, std::vector<JudgedClose>> m_closes;
};

} // namespace holdline

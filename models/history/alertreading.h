// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/alertfiring.h"
#include "models/market/candle.h"
#include "models/store/store.h"

#include <map>

namespace holdline {

struct AlertQuestion {
    UtcTime now;
    UtcTime from;                                ///< moments before that are not looked for
    std::map<QString, Candle> openCandles = {};  ///< of one minute, by instrument: not stored yet
    std::map<QString, UtcTime> lastFirings = {}; ///< by alert
};

struct AlertAnswer {
    std::vector<AlertFiring> firings; ///< oldest first
    std::map<QString, QString>
        troubles; ///< by alert: why one of its conditions cannot be seen, as a sentence
};

/// Looks at alerts on what is stored. Keeps what takes long to find and changes seldom: states are judged
/// again when a close is due. One object, one store.
class AlertReading final {
public:
    explicit AlertReading(Store& store) : m_store(store) {}

    /// Error: Storage.
    [[nodiscard]] Result<AlertAnswer> look(std::span<const Alert> alerts, const AlertQuestion& question);

private:
    using Moments = std::vector<AlertMoment>;
    struct Judged {
        Level level;
        UtcTime lastClose; ///< due when its candle was there; earliestTime: not yet
        Moments moments;
    };
    [[nodiscard]] Result<Moments> momentsOf(const AlertCondition& condition, const AlertQuestion& question);
    [[nodiscard]] Result<Moments> touches(const Level& level, const AlertQuestion& question);
    [[nodiscard]] Result<Moments> judged(const AlertCondition& condition, const Level& level,
                                         const AlertQuestion& question);
    [[nodiscard]] Result<Moments> judge(const AlertCondition& condition, const Level& level);
    [[nodiscard]] Result<Moments> values(const AlertCondition& condition, const AlertQuestion& question);
    [[nodiscard]] Result<bool> isStored(const QString& instrument, UtcTime close);

    Store& m_store;
    std::map<QString, Level> m_levels;
    std::map<QString, Judged> m_judged; ///< by condition
};

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QString>

#include <variant>
#include <vector>

namespace holdline {

struct ReadingField;

/// What a reading says: nothing, a number, yes or no, a text, a time, or several of these under names.
using ReadingValue = std::variant<std::monostate, Amount, bool, QString, UtcTime, std::vector<ReadingField>>;

struct ReadingField {
    QString name;
    ReadingValue value;

    bool operator==(const ReadingField&) const;
};

inline bool ReadingField::operator==(const ReadingField& other) const
{
    return name == other.name && value == other.value;
}

/// Where numbers come from, and the rule behind them.
struct ReadingOrigin {
    QString source;     ///< several are divided by "; "
    QString definition; ///< may be empty

    bool operator==(const ReadingOrigin&) const = default;
};

/// One statement computed from data.
struct MarketReading {
    QString id; ///< `price.low_24h`
    ReadingValue value;
    QString unit; ///< `USD`, `pct`; empty when none
    QString text; ///< one sentence with all that it takes to quote it
    UtcTime at;   ///< of a day's or session's value its beginning, of a moving window its end, of a low its
                  ///< candle's open
    ReadingOrigin origin;
    UtcTime knownAt; ///< from when all of it was known
    /// How unusual it is in its own year, 0 to 1: the share of the year's values that were nearer to their
    /// median. 0 where there is no year to compare with.
    double unusual = 0;
    /// A citation where the figure was published; empty otherwise.
    QString citation = {};

    bool operator==(const MarketReading&) const = default;
};

/// A reading that could not be made.
struct MissingReading {
    QString id;
    QString reason; ///< a sentence without its full stop

    bool operator==(const MissingReading&) const = default;
};

/// The readings at a time.
struct Brief {
    UtcTime at;   ///< where windows end
    UtcTime asOf; ///< what was known then
    QString instrument;
    std::vector<MarketReading> readings;
    std::vector<MissingReading> missing;

    void add(MarketReading reading) { readings.push_back(std::move(reading)); }
    void miss(const QString& id, const QString& reason) { missing.push_back({id, reason}); }
    /// Null when it was not made.
    [[nodiscard]] const MarketReading* find(const QString& id) const;
};

} // namespace holdline

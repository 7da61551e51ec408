// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketlines.h"
#include "models/views/steprun.h"

#include <array>

namespace holdline {

/// How many daily changes a correlation is of.
inline constexpr std::array<std::size_t, 2> correlationLengths{30, 90};

/// A correlation and the last date that it is of.
struct DatedCorrelation {
    double value = 0; ///< -1 to 1
    UtcTime date;     ///< midnight UTC

    bool operator==(const DatedCorrelation&) const = default;
};

/// A market that is compared with others.
struct CorrelatedMarket {
    QString name;  ///< `spx`
    QString title; ///< `S&P 500`
    QString source;

    bool operator==(const CorrelatedMarket&) const = default;
};

/// Bitcoin with another market over the last year: values at the ends of their dates. A new run begins where
/// more than holidays lie between two dates.
struct CorrelationLine {
    CorrelatedMarket market;
    std::vector<StepRun> runs = {};
    std::optional<DatedCorrelation> last = {}; ///< also where it is older than the year

    bool operator==(const CorrelationLine&) const = default;
};

/// Correlations of one length.
struct CorrelationSet {
    std::vector<CorrelationLine> lines; ///< in the order of the markets, without bitcoin
    /// [a][b] in that order, both ways round; absent on the diagonal and with fewer changes.
    std::vector<std::vector<std::optional<DatedCorrelation>>> matrix;

    bool operator==(const CorrelationSet&) const = default;
};

/// How bitcoin and the markets that are stored move together.
struct CorrelationTable {
    UtcTime at;                            ///< what was known then
    TimeRange range = {};                  ///< that the lines lie in, up to `at`
    std::vector<CorrelatedMarket> markets; ///< bitcoin first
    std::array<CorrelationSet, correlationLengths.size()> sets;

    /// Nothing can be compared.
    [[nodiscard]] bool isEmpty() const;
    bool operator==(const CorrelationTable&) const = default;
};

/// Of lines as marketLines() gives them. Changes are those between neighbouring dates that both have: log
/// returns, or differences of yields.
[[nodiscard]] CorrelationTable correlationTable(const std::vector<MarketLine>& markets, UtcTime at);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/sample.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace holdline {

/// The samples of one fund, oldest first, one per session.
struct FundSamples {
    QString fund; ///< `IBIT`
    std::vector<Sample> samples;
};

/// Whether the New York exchange held a session on the date in whose middle these times lie.
[[nodiscard]] bool isOfSession(TimeRange covered);

/// Net flow into each fund in one session of the New York exchange, in plain US dollars.
struct FlowSession {
    QDate date;                              ///< of the session, in New York
    TimeRange range;                         ///< that the values cover
    std::vector<std::optional<Amount>> flow; ///< as long as FundFlows::funds; absent: not reported
    std::optional<Amount> total; ///< as published, else the sum when every fund has reported, else absent
    bool isHeld = true;          ///< false: the exchange was closed on that date, whatever the source says

    bool operator==(const FlowSession&) const = default;
};

/// Flows by fund of the sessions of a stretch of time.
struct FundFlows {
    std::vector<QString> funds;        ///< the four that are drawn alone first, then the others by name
    std::vector<FlowSession> sessions; ///< oldest first
    QString source;                    ///< all that have a part, joined by `; `
    QString definition;

    bool operator==(const FundFlows&) const = default;
};

/// Joins the samples of several funds by the New York date of their session.
[[nodiscard]] FundFlows joinFundFlows(const std::vector<FundSamples>& funds,
                                      const std::vector<Sample>& totals);
/// The same with only the last `count` sessions, and the days without one that lie among or after these.
[[nodiscard]] FundFlows lastSessions(FundFlows flows, std::size_t count);

/// What a stacked bar shows: the funds drawn alone and the sum of the others; absent where none has reported.
struct GroupedFlows {
    std::vector<QString> groups;                           ///< `IBIT`, `FBTC`, `GBTC`, `ARKB`, `other`
    std::vector<std::vector<std::optional<double>>> value; ///< [group][session], US dollars
    /// Running sum of the totals; ends before the first session whose total is not known. A day without a
    /// session adds nothing.
    std::vector<double> cumulative;
};
[[nodiscard]] GroupedFlows groupFlows(const FundFlows& flows);

} // namespace holdline

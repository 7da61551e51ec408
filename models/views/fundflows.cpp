// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/fundflows.h"

#include "models/foundation/localmoment.h"
#include "models/foundation/timetext.h"
#include "models/market/periods.h"
#include "models/market/tradingcalendar.h"

#include <algorithm>
#include <array>
#include <map>

namespace holdline {

namespace {

constexpr std::array<QStringView, 4> drawnAlone{u"IBIT", u"FBTC", u"GBTC", u"ARKB"};

std::size_t drawingRank(const QString& fund)
{
    const auto found = std::find(drawnAlone.begin(), drawnAlone.end(), fund);
    return static_cast<std::size_t>(found - drawnAlone.begin());
}

/// The middle of the session, so that neither a day's first nor its last moment falls on a neighbour.
UtcTime middleOf(TimeRange covered)
{
    return covered.from + covered.length() / 2;
}

using SessionsByDate = std::map<QDate, FlowSession>;

FlowSession& sessionOf(SessionsByDate& sessions, const Sample& sample, std::size_t fundCount)
{
    const TimeRange covered{sample.from, sample.to};
    const QDate date = dateIn(middleOf(covered), newYork());
    auto& session = sessions[date];
    if (!session.date.isValid()) {
        session.date = date;
        session.range = covered;
        session.isHeld = isOfSession(covered);
        session.flow.resize(fundCount);
    }
    return session;
}

std::optional<Amount> sumWhenComplete(const std::vector<std::optional<Amount>>& flow)
{
    Amount sum;
    for (const auto& value : flow) {
        if (!value)
            return std::nullopt;
        sum += *value;
    }
    return flow.empty() ? std::nullopt : std::optional(sum);
}

std::vector<FundSamples> inDrawingOrder(std::vector<FundSamples> funds)
{
    std::sort(funds.begin(), funds.end(), [](const FundSamples& a, const FundSamples& b) {
        const auto ranks = std::pair(drawingRank(a.fund), drawingRank(b.fund));
        return ranks.first != ranks.second ? ranks.first < ranks.second : a.fund < b.fund;
    });
    return funds;
}

void addTo(std::optional<double>& sum, const std::optional<Amount>& value)
{
    if (value)
        sum = sum.value_or(0) + value->toDouble();
}

std::vector<double> runningSum(const std::vector<FlowSession>& sessions)
{
    std::vector<double> sums;
    Amount sum;
    for (const auto& session : sessions) {
        if (!session.total && session.isHeld)
            break;
        if (session.isHeld)
            sum += *session.total;
        sums.push_back(sum.toDouble());
    }
    return sums;
}

} // namespace

bool isOfSession(TimeRange covered)
{
    return isNewYorkSession(localDate(middleOf(covered), newYork()));
}

FundFlows joinFundFlows(const std::vector<FundSamples>& funds, const std::vector<Sample>& totals)
{
    const auto ordered = inDrawingOrder(funds);
    SessionsByDate sessions;
    FundFlows flows;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        flows.funds.push_back(ordered[i].fund);
        for (const auto& sample : ordered[i].samples)
            sessionOf(sessions, sample, ordered.size()).flow[i] = sample.value;
    }
    for (const auto& sample : totals)
        sessionOf(sessions, sample, ordered.size()).total = sample.value;
    for (auto& [date, session] : sessions) {
        if (!session.total)
            session.total = sumWhenComplete(session.flow);
        flows.sessions.push_back(std::move(session));
    }
    return flows;
}

FundFlows lastSessions(FundFlows flows, std::size_t count)
{
    auto first = flows.sessions.end();
    for (std::size_t held = 0; held < count && first != flows.sessions.begin();)
        held += (--first)->isHeld ? 1 : 0;
    flows.sessions.erase(flows.sessions.begin(), first);
    return flows;
}

GroupedFlows groupFlows(const FundFlows& flows)
{
    GroupedFlows grouped;
    for (const auto& fund : drawnAlone)
        grouped.groups.push_back(fund.toString());
    grouped.groups.push_back(QStringLiteral("other"));
    grouped.value.assign(grouped.groups.size(), {});
    for (auto& values : grouped.value)
        values.resize(flows.sessions.size());
    for (std::size_t fund = 0; fund < flows.funds.size(); ++fund) {
        auto& values = grouped.value[drawingRank(flows.funds[fund])];
        for (std::size_t session = 0; session < flows.sessions.size(); ++session)
            addTo(values[session], flows.sessions[session].flow[fund]);
    }
    grouped.cumulative = runningSum(flows.sessions);
    return grouped;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/cohortanswer.h"

#include "models/history/cohortrecord.h"

#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longSilence = 6 * 3600; ///< seconds without a block after which the state is called old

qint64 secondsOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

UtcTime timeOf(quint32 seconds)
{
    return fromMsecs(qint64(seconds) * 1000);
}

double roundedDollars(double cents)
{
    return std::floor(cents + 0.5) / 100;
}

/// Takes back the blocks that came later. Whether all of them could be.
bool rollTo(ChainState& state, qint64 seconds)
{
    while (state.tipHeight() > 0 && state.times().monotone().back() > seconds) {
        if (state.disconnect().hasError())
            return false;
    }
    return true;
}

CohortRow rowOf(std::size_t cohort, const CohortSum& sum, const LossSum& loss, quint32 cents)
{
    CohortRow row{.band = cohortName(cohort),
                  .supply = Amount{sum.supply},
                  .costBasis = {},
                  .unrealizedPercent = {},
                  .lossShare = {}};
    if (const auto basis = sum.costBasis())
        row.costBasis = roundedDollars(*basis);
    if (sum.cost.units > 0)
        row.unrealizedPercent = 100 * sum.unrealized(cents).toDollars() / sum.cost.toDollars();
    if (sum.supply > 0)
        row.lossShare = double(loss.inLoss.supply) / double(sum.supply);
    return row;
}

Result<Done> answerFromState(CohortAnswer& answer, const ChainState& state, CohortPrices& prices,
                             const KnownClose& close, const CohortDefinition& definition)
{
    auto found = prices.of(state.times());
    if (found.hasError())
        return found.error();
    const CohortSums sums(state.table(), state.times(), std::move(found).value(), definition.selection);
    const auto cohorts = sums.sums(secondsOf(close.at), definition.threshold);
    const auto losses = sums.lossSums(secondsOf(close.at), definition.threshold, close.cents);
    for (std::size_t i = 0; i < cohortCount; ++i)
        answer.rows.push_back(rowOf(i, cohorts[i], losses[i], close.cents));
    const ExcludedSupply& excluded = sums.excluded();
    answer.excluded = Amount{excluded.unpriced + excluded.masked + excluded.rewards};
    answer.tipHeight = state.tipHeight();
    answer.tipHash = QString::fromLatin1(state.tipHash().toRpc());
    return Done{};
}

Result<Done> answerFromDays(CohortAnswer& answer, Store& store, const CohortDefinition& definition)
{
    std::optional<UtcTime> at;
    for (std::size_t i = 0; i < cohortCount; ++i) {
        const auto stored = storedCohortBy(store, i, answer.at, definition);
        if (stored.hasError())
            return stored.error();
        CohortRow row{
            .band = cohortName(i), .supply = {}, .costBasis = {}, .unrealizedPercent = {}, .lossShare = {}};
        if (stored.value()) {
            at = stored.value()->at;
            row.supply = stored.value()->supply;
            if (stored.value()->costBasis)
                row.costBasis = stored.value()->costBasis->toDouble();
        }
        if (row.costBasis && *row.costBasis > 0)
            row.unrealizedPercent = 100 * (answer.price / *row.costBasis - 1);
        answer.rows.push_back(row);
    }
    if (!at)
        return Error{
            Error::Kind::Unavailable,
            u"The state does not reach back to %1, and no day before it is stored."_s.arg(toIso(answer.at))};
    answer.notes.append(
        u"The state does not reach back so far; supply and cost basis are those of the stored day that ended %1, without shares in loss."_s
            .arg(toIso(*at)));
    return Done{};
}

void noteAge(CohortAnswer& answer, quint32 tipTime)
{
    if (secondsOf(answer.at) - qint64(tipTime) > longSilence)
        answer.notes.append(
            u"The state ends with a block of %1; follow the node to bring it up to date."_s.arg(
                toIso(timeOf(tipTime))));
}

} // namespace

Result<CohortAnswer> cohortsAt(Store& store, ChainState state, CohortPrices& prices, UtcTime time,
                               const CohortDefinition& definition)
{
    const auto close = prices.closeBy(time);
    if (close.hasError())
        return close.error();
    if (!close.value())
        return Error{Error::Kind::Unavailable, u"No stored candle closed by %1."_s.arg(toIso(time))};
    CohortAnswer answer{.at = close.value()->at, .price = close.value()->cents / 100.0};
    const quint32 before = state.tipHeight();
    if (rollTo(state, secondsOf(answer.at))) {
        if (before > state.tipHeight())
            answer.notes.append(u"%1 blocks after %2 were taken back."_s.arg(before - state.tipHeight())
                                    .arg(toIso(answer.at)));
        noteAge(answer, state.times().monotone().back());
        const auto done = answerFromState(answer, state, prices, *close.value(), definition);
        return done.hasError() ? Result<CohortAnswer>(done.error()) : answer;
    }
    const auto done = answerFromDays(answer, store, definition);
    return done.hasError() ? Result<CohortAnswer>(done.error()) : answer;
}

} // namespace holdline

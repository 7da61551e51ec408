// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/cohorthistory.h"

#include "models/history/cohortrecord.h"

namespace holdline {

namespace {

/// Stores the day that is reached and takes it back. False: there is nothing more to store.
Result<bool> storeDayBack(Store& store, CohortPrices& prices, DaysBack& back,
                          const CohortDefinition& definition, const CohortHistoryOptions& options,
                          CohortHistory& history)
{
    const auto day = back.day();
    if (!day || (options.firstDay && *day < *options.firstDay))
        return false;
    const auto close = prices.dayClose(*day);
    if (close.hasError())
        return close.error();
    if (!close.value() && !options.firstDay)
        return false;
    const CohortSums& sums = back.sums();
    const auto spent = back.takeDayBack();
    if (spent.hasError() && spent.error().kind == Error::Kind::Cancelled)
        return spent.error();
    const auto known = spent.hasValue() ? std::optional(spent.value()) : std::nullopt;
    if (const auto stored = storeWholeDay(store, *day, sums, close.value(), known, definition);
        stored.hasError())
        return stored.error();
    history.last = history.days == 0 ? *day : history.last;
    history.first = *day;
    ++history.days;
    options.stored(*day);
    return spent.hasError() ? Result<bool>(spent.error()) : true;
}

} // namespace

CohortHistory storeDaysBack(Store& store, CohortPrices& prices, const ChainState& state,
                            const CohortDefinition& definition, DaysBack::Spent spent,
                            const CohortHistoryOptions& options)
{
    auto priced = prices.of(state.times());
    if (priced.hasError())
        return {.end = priced.error()};
    CohortHistory history;
    DaysBack back(state, std::move(priced).value(), definition, std::move(spent));
    // The tip's day is not over.
    if (const auto begun = back.takeDayBack(); begun.hasError())
        return {.end = begun.error()};
    for (;;) {
        const auto stored = storeDayBack(store, prices, back, definition, options, history);
        if (stored.hasError())
            history.end = stored.error();
        if (stored.hasError() || !stored.value())
            return history;
    }
}

} // namespace holdline

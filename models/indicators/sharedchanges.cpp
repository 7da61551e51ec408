// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/sharedchanges.h"

#include "models/indicators/correlation.h"

#include <cmath>

namespace holdline {

namespace {

double changeOf(ChangeKind kind, double before, double after)
{
    return kind == ChangeKind::LogReturn ? std::log(after / before) : after - before;
}

} // namespace

SharedChanges sharedChanges(std::span<const DatedValue> a, ChangeKind kindA, std::span<const DatedValue> b,
                            ChangeKind kindB)
{
    SharedChanges changes;
    const DatedValue* lastA = nullptr;
    const DatedValue* lastB = nullptr;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].date < b[j].date) {
            ++i;
        } else if (b[j].date < a[i].date) {
            ++j;
        } else {
            if (lastA) {
                changes.dates.push_back(a[i].date);
                changes.a.push_back(changeOf(kindA, lastA->value, a[i].value));
                changes.b.push_back(changeOf(kindB, lastB->value, b[j].value));
            }
            lastA = &a[i++];
            lastB = &b[j++];
        }
    }
    return changes;
}

std::optional<double> correlationAt(const SharedChanges& changes, std::size_t last, std::size_t length)
{
    if (last >= changes.a.size() || last + 1 < length)
        return std::nullopt;
    return correlation(std::span(changes.a).subspan(last + 1 - length, length),
                       std::span(changes.b).subspan(last + 1 - length, length));
}

} // namespace holdline

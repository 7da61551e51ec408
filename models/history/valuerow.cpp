// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/valuerow.h"

#include <algorithm>

namespace holdline {

namespace {

void absorb(ValueRow& bucket, const ValueRow& row, Bucketing bucketing)
{
    bucket.knownAt = std::max(bucket.knownAt, row.knownAt);
    for (std::size_t i = 0; i < bucket.values.size(); ++i) {
        auto& value = bucket.values[i];
        if (!row.values[i])
            continue;
        if (value && bucketing == Bucketing::Sum)
            *value += *row.values[i];
        else
            value = row.values[i];
    }
}

} // namespace

std::vector<ValueRow> bucketRows(const std::vector<ValueRow>& rows, Interval interval, Bucketing bucketing,
                                 std::optional<UtcTime> asOf)
{
    std::vector<ValueRow> buckets;
    for (const ValueRow& row : rows) {
        if (row.to - row.from > interval.length)
            continue;
        const UtcTime start = interval.bucketStart(row.from);
        if (!buckets.empty() && buckets.back().from == start) {
            absorb(buckets.back(), row, bucketing);
            continue;
        }
        buckets.push_back(row);
        buckets.back().from = start;
        buckets.back().to = interval.next(start);
    }
    for (ValueRow& bucket : buckets)
        if (bucketing == Bucketing::Sum && (!asOf || bucket.to <= *asOf))
            bucket.knownAt = std::max(bucket.knownAt, bucket.to);
    return buckets;
}

Span longestRow(const std::vector<ValueRow>& rows)
{
    Span longest{};
    for (const ValueRow& row : rows)
        longest = std::max(longest, row.to - row.from);
    return longest;
}

} // namespace holdline

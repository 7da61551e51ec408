// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/record.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr std::size_t fewestForRecord = 3;
constexpr Span signMemory = std::chrono::hours{24} * 400;

} // namespace

bool takesBothSigns(std::span<const Sample> samples)
{
    return std::any_of(samples.begin(), samples.end(), [&](const Sample& sample) {
        return sample.value < Amount{} && samples.back().from - sample.from <= signMemory;
    });
}

std::optional<Record> recordOf(std::span<const Sample> samples, bool bySign)
{
    if (samples.size() < fewestForRecord)
        return std::nullopt;
    const Amount last = samples.back().value;
    const Amount before = samples[samples.size() - 2].value;
    const bool isLargest = bySign ? last > Amount{} : last > before;
    const auto isAsExtreme = [&](Amount value) { return isLargest ? value >= last : value <= last; };
    if (isAsExtreme(before))
        return std::nullopt;
    for (std::size_t i = samples.size() - 1; i-- > 0;) {
        if (isAsExtreme(samples[i].value))
            return Record{samples[i].from, false, isLargest};
    }
    return Record{samples.front().from, true, isLargest};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/coverage.h"

#include <vector>

namespace holdline {

/// What a number is of the series that it is made of.
enum class CoverageOf {
    Sum,        ///< what one of them lacks makes it a lower bound
    Difference, ///< what one of them lacks makes it unknown
};

struct CoveragePart {
    QString name;
    std::vector<Coverage> entries; ///< oldest first, not overlapping; a time that none covers is not known
};

/// What is known of a number made of several series, oldest first and not overlapping, from the first entry
/// to the last; where a part is the reason it is named.
[[nodiscard]] std::vector<Coverage> joinCoverage(const std::vector<CoveragePart>& parts, CoverageOf of);

} // namespace holdline

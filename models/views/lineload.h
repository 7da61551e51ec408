// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/loading.h"

#include <vector>

namespace holdline {

/// A line on its way into a pane.
struct LoadedLine {
    QString name = {};                   ///< in the legend; empty where there is one alone
    std::vector<SamplePoint> points;     ///< oldest first; at least one
    UtcTime due;                         ///< from then on a further value is missing
    std::vector<Coverage> coverage = {}; ///< what the record itself says
    Provenance provenance;
};

/// Whether something is missing between two neighbouring values.
using HoleRule = bool (*)(const SamplePoint& before, const SamplePoint& after);
[[nodiscard]] bool isApart(const SamplePoint& before, const SamplePoint& after);

/// The same with a point over each hole whose value is NaN: there the line is broken.
[[nodiscard]] std::vector<SamplePoint> withHoles(std::vector<SamplePoint> points, HoleRule isHole);

/// Puts lines with holes into a pane, each with a last hole from when a value was due; what none of them
/// knows is not known.
void addLines(PaneData& pane, std::vector<LoadedLine> lines);

/// `options/put_call`, `options/skew_25d` and `options/dvol`. Error: Storage.
[[nodiscard]] Result<Done> loadPutCall(Loading& loading, PaneData& pane, const LoadedPrice& price);
[[nodiscard]] Result<Done> loadSkew(Loading& loading, PaneData& pane, const LoadedPrice& price);
[[nodiscard]] Result<Done> loadVolatility(Loading& loading, PaneData& pane, const LoadedPrice& price);
/// Yields of 10, 20 and 40 years, what is stored of them, with marks at auctions of 20 years. Error: Storage.
[[nodiscard]] Result<Done> loadJapaneseYields(Loading& loading, PaneData& pane, const LoadedPrice& price);

} // namespace holdline

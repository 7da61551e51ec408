// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"

#include <QString>

#include <optional>
#include <vector>

namespace holdline {

/// What a kind of pane is made of, apart from its data.
struct PaneKind {
    enum class Shape {
        Candles, ///< open, high, low, close with levels
        UpDown,  ///< two quantities: the first drawn down, the second up
        Signed,  ///< one quantity from zero, coloured by its sign
        Up,      ///< one quantity that is never below zero
    };
    QString kind;  ///< as in PaneSpec
    QString title; ///< English source text of the name
    Shape shape = Shape::Signed;
    double weight = 1;                    ///< of a first start
    std::optional<double> threshold = {}; ///< per least bucket
    Interval leastBucket = {}; ///< bars are sums over at least this while two of them fit; zero: any
    QString emptySentence;     ///< what is missing and the one act that mends it
};

/// All kinds, in the order of a first start.
[[nodiscard]] const std::vector<PaneKind>& paneCatalog();
/// nullptr when there is no such kind.
[[nodiscard]] const PaneKind* findPaneKind(const QString& kind);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"

#include <QString>

#include <optional>
#include <vector>

namespace holdline {

/// How the values of lines are drawn and written.
struct LineKind {
    bool isJoined = false;              ///< from end to end of what the values cover; else steps over it
    std::optional<double> neutral = {}; ///< where a value leans to no side; a line across the pane
    std::optional<double> low = {};     ///< with `high`: a scale that does not follow the values
    std::optional<double> high = {};
    int decimals = 2;
    bool isSigned = false; ///< values above zero are written with their sign
    QString measure = {};  ///< what one value is: `puts over calls, open interest`
};

/// What a kind of pane is made of, apart from its data.
struct PaneKind {
    enum class Shape {
        Candles, ///< open, high, low, close with levels
        UpDown,  ///< two quantities: the first drawn down, the second up
        Signed,  ///< one quantity from zero, coloured by its sign
        Up,      ///< one quantity that is never below zero
        Line,    ///< values that do not add up, one line a series
    };
    QString kind;  ///< as in PaneSpec
    QString title; ///< English source text of the name
    Shape shape = Shape::Signed;
    double weight = 1;                    ///< of a first start
    std::optional<double> threshold = {}; ///< per least bucket
    Interval leastBucket = {}; ///< bars are sums over at least this while two of them fit; zero: any
    QString unit = QStringLiteral("USD");
    LineKind line = {};      ///< of Shape::Line
    bool isSummedUp = false; ///< with a line of the running sum of what is visible
    bool isOptional = false; ///< not shown before somebody asks for it
    QString emptySentence;   ///< what is missing and the one act that mends it
};

/// All kinds: those of a first start in its order, then those that can be switched on.
[[nodiscard]] const std::vector<PaneKind>& paneCatalog();
/// A value of such a pane as it is written, without its unit.
[[nodiscard]] QString valueText(const PaneKind& kind, double value);
/// The same on the axis: whole numbers have no digits after the point.
[[nodiscard]] QString axisText(const PaneKind& kind, double value);
/// nullptr when there is no such kind.
[[nodiscard]] const PaneKind* findPaneKind(const QString& kind);

} // namespace holdline

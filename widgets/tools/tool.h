// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tools/marksketch.h"
#include "widgets/tools/toolicon.h"

namespace holdline {

/// What a mark is made from: the anchors that the hand placed, and whose they are.
struct ToolStart {
    QString id;
    QString instrument;
    std::vector<Anchor> anchors; ///< as many as the tool has
    MarkTraits traits = {};
};

/// One way to mark the timeline.
struct Tool {
    /// How far a drawing goes beyond its anchors.
    enum class Extent {
        Anchors, ///< only as far as its words
        Column,  ///< up and down to the edges of the plot
        Cross,   ///< to all four edges
        Endless  ///< anywhere
    };
    QString id;        ///< kind of the drawings that it makes: `trend-line`
    QString title;     ///< for people
    QString keys = {}; ///< `Alt+T`, or empty
    ToolIcon icon = {};
    int anchors = 2; ///< how many clicks place it
    bool asksForText = false;
    Extent extent = Extent::Anchors;
    /// Makes the mark; a level or a drawing.
    Mark (*make)(const ToolStart& start) = nullptr;
    /// Lays out a drawing of its kind; null for levels, which are drawn as levels.
    void (*layOut)(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch) = nullptr;
};

/// A drawing of that kind with the start's anchors.
[[nodiscard]] Mark drawingFrom(const QString& kind, const ToolStart& start);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/valuescale.h"

#include <algorithm>
#include <limits>

namespace holdline {

/// The least and greatest of some values; empty when there is none.
struct ValueExtent {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool isEmpty() const { return !(least <= greatest); }
    void include(double value)
    {
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
};

/// The scale with low and high around the extent, each with a padding in shares of the plot's height;
/// unchanged when the extent is empty. A single value lies in the middle.
[[nodiscard]] ValueScale autoscaled(ValueScale scale, ValueExtent extent, double padding = 0.06);
/// The picture moved by so many device px, positive downwards: greater values come into view.
[[nodiscard]] ValueScale panned(ValueScale scale, double pixels);
/// The height of values shown multiplied by the factor; the value at y keeps its place.
[[nodiscard]] ValueScale zoomedAt(ValueScale scale, double y, double factor);
/// The value axis dragged from one y to another: down shows more, up less, about the middle of the plot.
/// A drag over half the plot changes the height by the number e.
[[nodiscard]] ValueScale scaledByDrag(ValueScale scale, double fromY, double toY);

} // namespace holdline

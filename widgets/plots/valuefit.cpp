// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/valuefit.h"

#include "widgets/plots/streamstrips.h"
#include "widgets/plots/timelinearrangement.h"

#include <cmath>

namespace holdline {

namespace {

constexpr double levelReach = 0.35; ///< of the candles' height: how far a level may stretch the axis

ValueRange withAir(ValueRange range, PaneKind::Shape shape, bool logarithmic)
{
    const bool isPrice = shape == PaneKind::Shape::Candles;
    if (range.isEmpty()) {
        const bool hasSize =
            (isPrice || shape == PaneKind::Shape::Line) && std::isfinite(range.low) && range.low != 0;
        const double half = hasSize ? std::abs(range.low) * 0.005 : 1;
        const double middle = std::isfinite(range.low) ? range.low : 0;
        return {middle - half, middle + half};
    }
    if (!isPrice)
        return range;
    if (logarithmic && range.low > 0) {
        const double factor = std::pow(range.high / range.low, 0.03);
        return {range.low / factor, range.high * factor};
    }
    const double air = (range.high - range.low) * 0.03;
    return {range.low - air, range.high + air};
}

} // namespace

ValueScale fittedScale(const PaneSpec& spec, const PaneBars& bars, const View& view, const ViewData& data,
                       TimeRange visible, const QRect& plot, PixelGrid grid)
{
    const bool isPrice = bars.kind->shape == PaneKind::Shape::Candles;
    const QRect area = valueArea(plot, grid, isPrice, bars.data ? stripsHeight(*bars.data) : 0);
    const bool logarithmic = isPrice && spec.logarithmic;
    ValueRange range{spec.low.value_or(0), spec.high.value_or(0)};
    const LineKind& line = bars.kind->line;
    if ((!spec.low || !spec.high) && line.low && line.high) {
        range = {*line.low, *line.high};
    } else if (!spec.low || !spec.high) {
        range = valuesShown(bars);
        if (isPrice && view.showsLevels)
            range = withLevels(range, data.levels, visible, levelReach);
        range = withAir(range, bars.kind->shape, logarithmic);
    }
    return {.low = range.low,
            .high = range.high,
            .top = static_cast<double>(area.top()),
            .height = static_cast<double>(area.height()),
            .logarithmic = logarithmic && range.low > 0};
}

} // namespace holdline

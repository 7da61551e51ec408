// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/magnet.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double reach = 8;         ///< device-independent px
constexpr double roundSpacing = 40; ///< px between two round prices, at least

/// A price that a magnet takes.
struct Target {
    double price;
    bool isOfBar;
};

/// A step of 1, 2 or 5 times a power of ten whose multiples are far enough apart.
double roundStep(const SnapScene& scene)
{
    const ValueScale& values = scene.pane.values;
    const double least =
        std::abs(values.high - values.low) / values.height * roundSpacing * scene.layout.ratio;
    if (!(least > 0))
        return 0;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= least)
            return power * factor;
    }
    return power * 10;
}

std::vector<Target> targetsOf(double price, UtcTime time, const SnapScene& scene)
{
    std::vector<Target> targets;
    if (scene.data.candles) {
        const UtcTime open = scene.interval.bucketStart(time);
        const CandleSummary bar = scene.data.candles->summary({open, scene.interval.next(open)});
        if (!bar.isEmpty())
            targets = {{bar.open, true}, {bar.high, true}, {bar.low, true}, {bar.close, true}};
    }
    for (const LevelData& level : scene.data.levels) {
        if (level.level.traits.isHidden || scene.without.contains(level.level.id))
            continue;
        targets.push_back({level.level.low.toDouble(), false});
        targets.push_back({level.level.high.toDouble(), false});
    }
    if (const double step = roundStep(scene); step > 0)
        targets.push_back({std::round(price / step) * step, false});
    return targets;
}

const Target* nearest(const std::vector<Target>& targets, double y, const ValueScale& values, double within,
                      bool onlyBars)
{
    const Target* best = nullptr;
    double least = within;
    for (const Target& target : targets) {
        const double off = std::abs(values.y(target.price) - y);
        if ((!onlyBars || target.isOfBar) && target.price > 0 && off <= least) {
            least = off;
            best = &target;
        }
    }
    return best;
}

UtcTime onMinute(UtcTime time)
{
    const UtcTime start = oneMinute.bucketStart(time);
    return time - start >= oneMinute.length / 2 ? oneMinute.next(start) : start;
}

} // namespace

Price onTick(double price, const ViewData& data)
{
    const double tick = data.candles ? data.candles->tickSize() : 0;
    const qint64 units = std::max<qint64>(1, std::llround(tick * 1e8));
    const double bounded = std::clamp(price, 0.0, 9e10);
    return {std::max<qint64>(units, std::llround(bounded * 1e8 / static_cast<double>(units)) * units)};
}

Anchor anchorAt(QPointF point, const SnapScene& scene, Magnet magnet)
{
    const ValueScale& values = scene.pane.values;
    const UtcTime time = scene.layout.time.time(point.x());
    const double price = values.value(point.y());
    const Anchor free{onMinute(time), onTick(price, scene.data)};
    if (magnet == Magnet::Off)
        return free;
    const auto targets = targetsOf(price, time, scene);
    const Target* target = nearest(targets, point.y(), values, reach * scene.layout.ratio, false);
    if (!target && magnet == Magnet::Strong)
        target = nearest(targets, point.y(), values, std::numeric_limits<double>::infinity(), true);
    if (!target)
        return free;
    return {target->isOfBar ? scene.interval.bucketStart(time) : free.time,
            onTick(target->price, scene.data)};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/pricepath.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/chance.h"

namespace holdline {

namespace {

constexpr int ticksAMinute = 12;

struct Waypoint {
    int tick; ///< of five seconds, from the beginning
    double price;
};

constexpr Waypoint at(int month, int day, int hour, int minute, double price, int second = 0)
{
    return {minuteOf(month, day, hour, minute) * ticksAMinute + second / 5, price};
}

// Round prices of public memory, and the published ones: the opening of 2026 and the low of 21 January.
constexpr std::array waypoints{
    at(12, 15, 0, 0, 88210.4), at(12, 15, 8, 20, 89600),    at(12, 15, 18, 10, 86100),
    at(12, 16, 22, 40, 87700), at(12, 17, 15, 5, 89600),    at(12, 17, 19, 40, 86200),
    at(12, 18, 14, 20, 88900), at(12, 18, 20, 35, 85300),   at(12, 19, 16, 10, 88100),
    at(12, 21, 3, 0, 88350),   at(12, 22, 13, 30, 89900),   at(12, 23, 15, 0, 87500),
    at(12, 25, 9, 0, 87750),   at(12, 26, 7, 10, 89050),    at(12, 26, 17, 25, 87200),
    at(12, 28, 12, 0, 87800),  at(12, 29, 6, 45, 89950),    at(12, 29, 16, 20, 87200),
    at(12, 31, 13, 50, 88700), at(1, 1, 0, 0, 87648.21),    at(1, 1, 22, 10, 88550),
    at(1, 2, 15, 30, 90200),   at(1, 3, 20, 0, 90050),      at(1, 4, 19, 0, 91200),
    at(1, 5, 5, 30, 92900),    at(1, 5, 20, 40, 94200),     at(1, 6, 17, 15, 92300),
    at(1, 7, 19, 30, 91000),   at(1, 8, 13, 40, 89900),     at(1, 9, 14, 50, 91200),
    at(1, 10, 15, 0, 90550),   at(1, 11, 21, 0, 90850),     at(1, 12, 7, 40, 91900),
    at(1, 12, 16, 30, 90700),  at(1, 13, 12, 50, 92300),    at(1, 13, 19, 55, 94600),
    at(1, 14, 6, 10, 95100),   at(1, 14, 20, 10, 97480),    at(1, 15, 9, 0, 96500),
    at(1, 15, 18, 30, 95700),  at(1, 16, 0, 0, 95620),      at(1, 16, 6, 30, 95480),
    at(1, 16, 15, 10, 95320),  at(1, 16, 20, 0, 95450),     at(1, 17, 0, 0, 95540),
    at(1, 17, 18, 0, 95280),   at(1, 18, 0, 0, 95160),      at(1, 18, 16, 0, 95230),
    at(1, 18, 23, 52, 94950),  at(1, 19, 0, 6, 92950),      at(1, 19, 3, 40, 92480),
    at(1, 19, 14, 0, 93150),   at(1, 20, 0, 0, 92620),      at(1, 20, 7, 10, 91250),
    at(1, 20, 12, 40, 91180),  at(1, 20, 15, 35, 90260),    at(1, 20, 17, 0, 90080),
    at(1, 20, 18, 0, 89420),   at(1, 20, 21, 0, 89180),     at(1, 20, 23, 10, 88150),
    at(1, 21, 0, 30, 88620),   at(1, 21, 3, 17, 87282, 25), at(1, 21, 4, 40, 88310),
    at(1, 21, 7, 0, 88900),    at(1, 21, 12, 30, 89150),    at(1, 21, 15, 40, 90350),
    at(1, 21, 17, 20, 88300),  at(1, 22, 3, 0, 90050),      at(1, 22, 14, 50, 89300),
    at(1, 23, 9, 30, 89200),   at(1, 23, 15, 40, 90900),    at(1, 23, 21, 0, 89400),
    at(1, 24, 20, 0, 89100),   at(1, 25, 13, 0, 88450),     at(1, 25, 22, 40, 86350),
    at(1, 26, 13, 30, 87800),  at(1, 26, 24, 0, 88240),
};

/// What hourly closes must keep to, both times included.
struct Rule {
    int from;
    int to;
    double least;
    double most;
};

constexpr std::array rules{
    Rule{minuteOf(1, 14), minuteOf(1, 18, 23), 92500, 99000},
    Rule{minuteOf(1, 16), minuteOf(1, 17), 95030, 99000},
    Rule{minuteOf(1, 18), minuteOf(1, 18, 1), 95060, 95300},
    Rule{minuteOf(1, 20), minuteOf(1, 20, 17), 89860, 99000},
    Rule{minuteOf(1, 20, 18), minuteOf(1, 21, 7), 87300, 89740},
};
constexpr Rule floorRule{minuteOf(1, 20, 6), minuteOf(1, 22, 12), 87282, 0};

bool isKept(const Rule& rule, int minute, double price)
{
    return minute < rule.from || minute > rule.to || (price >= rule.least && price <= rule.most);
}

bool isKept(std::span<const double> ticks, int first)
{
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const int tick = first + static_cast<int>(i);
        if (tick % (60 * ticksAMinute) != 0)
            continue;
        for (const Rule& rule : rules) {
            if (!isKept(rule, tick / ticksAMinute, ticks[i]))
                return false;
        }
    }
    return true;
}

/// A price below the floor is thrown back by as much, so that only the waypoint touches it.
double aboveFloor(double price, int tick)
{
    const int minute = tick / ticksAMinute;
    if (minute < floorRule.from || minute > floorRule.to || price >= floorRule.least + 0.5)
        return price;
    return floorRule.least + 0.5 + (floorRule.least + 0.5 - price);
}

double variance(const Liveliness& liveliness, int tick)
{
    const double sigma = liveliness.sigma[static_cast<std::size_t>(tick / ticksAMinute)];
    return sigma * sigma / ticksAMinute;
}

/// The unrest that a stretch needs for its way not to look pulled: at most two deviations from end to end.
double stretchFactor(const Liveliness& liveliness, const Waypoint& from, const Waypoint& to)
{
    double sum = 0;
    for (int tick = from.tick; tick < to.tick; ++tick)
        sum += variance(liveliness, tick);
    const double way = to.price - from.price;
    return std::max(1.0, way * way / (4 * sum));
}

/// Ticks after `from` up to and with `to`.
std::vector<double> stretch(const Liveliness& liveliness, const Waypoint& from, const Waypoint& to,
                            Chance& chance)
{
    const double factor = stretchFactor(liveliness, from, to);
    std::vector<double> walked{0};
    std::vector<double> spent{0};
    for (int tick = from.tick; tick < to.tick; ++tick) {
        const double part = factor * variance(liveliness, tick);
        walked.push_back(walked.back() + std::sqrt(part) * chance.bell());
        spent.push_back(spent.back() + part);
    }
    std::vector<double> ticks;
    const double missing = to.price - from.price - walked.back();
    for (std::size_t i = 1; i < walked.size(); ++i)
        ticks.push_back(aboveFloor(from.price + walked[i] + missing * spent[i] / spent.back(),
                                   from.tick + static_cast<int>(i)));
    ticks.back() = to.price;
    return ticks;
}

std::vector<double> makeTicks(const Liveliness& liveliness, Chance& chance)
{
    std::vector<double> ticks{waypoints.front().price};
    for (std::size_t i = 1; i < waypoints.size(); ++i) {
        std::vector<double> part;
        do {
            part = stretch(liveliness, waypoints[i - 1], waypoints[i], chance);
        } while (!isKept(part, waypoints[i - 1].tick + 1));
        ticks.insert(ticks.end(), part.begin(), part.end());
    }
    return ticks;
}

std::int64_t toCents(double price)
{
    return static_cast<std::int64_t>(price * 100 + 0.5);
}

Bar barOf(std::span<const double> ticks)
{
    Bar bar{toCents(ticks.front()), toCents(ticks.front()), toCents(ticks.front()), toCents(ticks.back())};
    for (const double tick : ticks) {
        bar.high = std::max(bar.high, toCents(tick));
        bar.low = std::min(bar.low, toCents(tick));
    }
    return bar;
}

} // namespace

std::vector<Bar> makePricePath(const Liveliness& liveliness, std::uint64_t seed)
{
    Chance chance(seed);
    const std::vector<double> ticks = makeTicks(liveliness, chance);
    std::vector<Bar> bars;
    for (std::size_t minute = 0; minute < episodeMinutes; ++minute)
        bars.push_back(barOf(std::span(ticks).subspan(minute * ticksAMinute, ticksAMinute + 1)));
    return bars;
}

} // namespace holdline

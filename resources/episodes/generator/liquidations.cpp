// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/liquidations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/chance.h"

namespace holdline {

namespace {

constexpr std::size_t windowFrom = minuteOf(1, 19, 6);
constexpr std::size_t windowTo = minuteOf(1, 21, 6);
constexpr std::int64_t windowLongs = 1'547'300'000;

/// Basis points by which the close lies under (or, with `up`, over) the farthest close of the last minutes.
double rush(const std::vector<Bar>& bars, std::size_t i, std::size_t minutes, bool up)
{
    const double now = static_cast<double>(bars[i].close);
    double farthest = now;
    for (std::size_t k = i - std::min(i, minutes); k < i; ++k) {
        const double close = static_cast<double>(bars[k].close);
        farthest = up ? std::min(farthest, close) : std::max(farthest, close);
    }
    return (up ? now - farthest : farthest - now) / now * 1e4;
}

struct Crowd {
    int minute;
    double size;
};

// Borrowed positions pile up in the rise of the middle of January and are gone after the fall.
constexpr std::array crowds{Crowd{0, 0.30},
                            Crowd{minuteOf(1, 5), 0.45},
                            Crowd{minuteOf(1, 13, 18), 0.65},
                            Crowd{minuteOf(1, 19, 2), 0.60},
                            Crowd{minuteOf(1, 20, 12), 1.35},
                            Crowd{minuteOf(1, 21, 5), 1.35},
                            Crowd{minuteOf(1, 21, 9), 0.35},
                            Crowd{episodeMinutes, 0.35}};

double crowdAt(int minute)
{
    std::size_t i = 0;
    while (crowds[i + 1].minute <= minute)
        ++i;
    const double share =
        static_cast<double>(minute - crowds[i].minute) / (crowds[i + 1].minute - crowds[i].minute);
    return crowds[i].size + share * (crowds[i + 1].size - crowds[i].size);
}

/// Without scale: quiet ground and what a rush against the position adds. Where the price was within the last
/// eight hours the weak positions are gone already.
double pressure(const std::vector<Bar>& bars, std::size_t i, bool up, double activity, Chance& chance)
{
    const double quick = rush(bars, i, 5, up);
    const double slow = rush(bars, i, 60, up);
    const double fresh = rush(bars, i, 480, !up) < 12 ? 3 : 0.5;
    const double cascade = crowdAt(static_cast<int>(i)) * fresh * quick * std::sqrt(quick) * slow / 3000;
    // There is an end to what a minute can close.
    const double closed = cascade / (1 + cascade / 12);
    return (0.045 * activity + closed) * growth(0.5 * chance.bell());
}

} // namespace

std::vector<Closed> makeLiquidations(const Liveliness& liveliness, const std::vector<Bar>& bars,
                                     std::uint64_t seed)
{
    Chance chance(seed);
    std::vector<std::array<double, 2>> raw;
    double sum = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        raw.push_back({pressure(bars, i, false, liveliness.activity[i], chance),
                       0.8 * pressure(bars, i, true, liveliness.activity[i], chance)});
        if (i >= windowFrom && i < windowTo)
            sum += raw.back()[0];
    }
    const auto dollars = [sum](double part) {
        return static_cast<std::int64_t>(part / sum * (windowLongs / 100)) * 100;
    };
    std::vector<Closed> closed;
    std::int64_t rest = windowLongs;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        closed.push_back({dollars(raw[i][0]), dollars(raw[i][1])});
        if (i >= windowFrom && i < windowTo)
            rest -= closed.back().longUsd;
    }
    std::max_element(closed.begin() + windowFrom, closed.begin() + windowTo,
                     [](const Closed& a, const Closed& b) { return a.longUsd < b.longUsd; })
        ->longUsd += rest;
    return closed;
}

} // namespace holdline

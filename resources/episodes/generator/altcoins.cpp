// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/altcoins.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/chance.h"

namespace holdline {

namespace {

struct Waypoint {
    int minute;
    double price;
};

struct Coin {
    const char* symbol;
    int priceDigits;
    int volumeDigits;
    double share;   ///< of bitcoin's turnover
    double follows; ///< how many per cent it moves for one of bitcoin
    std::vector<Waypoint> waypoints;
};

std::vector<Coin> coins()
{
    const int begin = 0;
    const int end = episodeMinutes;
    return {
        {"ETH",
         2,
         2,
         0.62,
         1.3,
         {{begin, 3080},
          {minuteOf(12, 18, 20), 2810},
          {minuteOf(12, 22, 14), 3040},
          {minuteOf(12, 26, 18), 2920},
          {minuteOf(1, 1), 2968},
          {minuteOf(1, 5, 21), 3220},
          {minuteOf(1, 9, 15), 3100},
          {minuteOf(1, 12, 16), 3110},
          {minuteOf(1, 14, 20), 3370},
          {minuteOf(1, 16), 3305},
          {minuteOf(1, 18), 3312},
          {minuteOf(1, 19, 3), 3195},
          {minuteOf(1, 20, 12), 3112},
          {minuteOf(1, 21, 6), 2968},
          {minuteOf(1, 22, 14), 2990},
          {minuteOf(1, 25, 22), 2830},
          {end, 2905}}},
        {"XRP",
         4,
         0,
         0.13,
         1.2,
         {{begin, 1.995},
          {minuteOf(12, 18, 20), 1.81},
          {minuteOf(12, 22, 14), 1.94},
          {minuteOf(12, 26, 18), 1.85},
          {minuteOf(1, 1), 1.842},
          {minuteOf(1, 5, 12), 2.14},
          {minuteOf(1, 6, 3), 2.36},
          {minuteOf(1, 8, 14), 2.12},
          {minuteOf(1, 12, 16), 2.055},
          {minuteOf(1, 14, 20), 2.16},
          {minuteOf(1, 16), 2.085},
          {minuteOf(1, 18), 2.068},
          {minuteOf(1, 19, 3), 1.978},
          {minuteOf(1, 21, 6), 1.896},
          {minuteOf(1, 23, 12), 1.92},
          {minuteOf(1, 25, 22), 1.84},
          {end, 1.893}}},
        {"ADA",
         4,
         0,
         0.028,
         1.35,
         {{begin, 0.403},
          {minuteOf(12, 18, 20), 0.357},
          {minuteOf(12, 22, 14), 0.374},
          {minuteOf(12, 26, 18), 0.351},
          {minuteOf(1, 1), 0.337},
          {minuteOf(1, 6, 3), 0.419},
          {minuteOf(1, 9, 15), 0.392},
          {minuteOf(1, 12, 16), 0.388},
          {minuteOf(1, 14, 20), 0.421},
          {minuteOf(1, 16), 0.394},
          {minuteOf(1, 18), 0.3945},
          {minuteOf(1, 19, 3), 0.37},
          {minuteOf(1, 21, 6), 0.3572},
          {minuteOf(1, 23, 12), 0.361},
          {minuteOf(1, 25, 22), 0.342},
          {end, 0.352}}},
        {"SOL",
         2,
         1,
         0.21,
         1.35,
         {{begin, 131.6},
          {minuteOf(12, 18, 20), 119.2},
          {minuteOf(12, 22, 14), 127},
          {minuteOf(12, 26, 18), 121.9},
          {minuteOf(1, 1), 124.6},
          {minuteOf(1, 5, 21), 138.2},
          {minuteOf(1, 9, 15), 136.9},
          {minuteOf(1, 12, 16), 140.3},
          {minuteOf(1, 14, 20), 147.6},
          {minuteOf(1, 16), 142.4},
          {minuteOf(1, 18), 143.1},
          {minuteOf(1, 19, 3), 133.8},
          {minuteOf(1, 21, 6), 128.4},
          {minuteOf(1, 23, 12), 128.1},
          {minuteOf(1, 25, 22), 118.6},
          {end, 123.4}}},
    };
}

/// Bitcoin before the first minute, then at the end of each; cents.
std::vector<double> minuteEnds(const std::vector<Bar>& bitcoin)
{
    std::vector<double> ends{static_cast<double>(bitcoin.front().open)};
    for (const Bar& bar : bitcoin)
        ends.push_back(static_cast<double>(bar.close));
    return ends;
}

/// The coin at the end of each minute: what follows from bitcoin, times a way of its own from one waypoint to
/// the next.
std::vector<double> makeWay(const Coin& coin, const std::vector<double>& bitcoin,
                            const Liveliness& liveliness, Chance& chance)
{
    const auto followed = [&](int minute) {
        return 1 + coin.follows * (bitcoin[static_cast<std::size_t>(minute)] / bitcoin.front() - 1);
    };
    std::vector<double> way{coin.waypoints.front().price};
    for (std::size_t i = 1; i < coin.waypoints.size(); ++i) {
        const auto [from, priceFrom] = coin.waypoints[i - 1];
        const auto [to, priceTo] = coin.waypoints[i];
        std::vector<double> walked{0};
        std::vector<double> spent{0};
        for (int minute = from; minute < to; ++minute) {
            const double sigma = 1.2e-5 * liveliness.sigma[static_cast<std::size_t>(minute)] + 1e-4;
            walked.push_back(walked.back() + sigma * chance.bell());
            spent.push_back(spent.back() + sigma * sigma);
        }
        const double first = priceFrom / followed(from);
        const double missing = priceTo / followed(to) / first - 1 - walked.back();
        for (int minute = from + 1; minute <= to; ++minute) {
            const auto k = static_cast<std::size_t>(minute - from);
            way.push_back(followed(minute) * first * (1 + walked[k] + missing * spent[k] / spent.back()));
        }
    }
    return way;
}

double powerOfTen(int digits)
{
    double power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    return power;
}

Bar barOf(std::span<const double> way, double units)
{
    const auto rounded = [units](double price) { return static_cast<std::int64_t>(price * units + 0.5); };
    Bar bar{rounded(way.front()), 0, 0, rounded(way.back())};
    const auto [low, high] = std::minmax_element(way.begin(), way.end());
    // The way knows minute ends only; within the minutes it went a little farther.
    bar.low = rounded(*low * (1 - 2e-4));
    bar.high = rounded(*high * (1 + 2e-4));
    return bar;
}

Turnover turnoverOf(const Coin& coin, const Bar& bar, std::span<const Turnover> bitcoin, Chance& chance)
{
    double cents = 0;
    for (const Turnover& minute : bitcoin)
        cents += static_cast<double>(minute.quoteCents);
    cents *= coin.share * growth(0.25 * chance.bell());
    const double average = static_cast<double>(bar.open + bar.high + bar.low + bar.close) / 4;
    const double price = average / powerOfTen(coin.priceDigits);
    const double lean =
        static_cast<double>(bar.close - bar.open) / static_cast<double>(bar.high - bar.low + 1);
    Turnover turnover;
    turnover.volume = static_cast<std::int64_t>(cents / 100 / price * powerOfTen(coin.volumeDigits) + 0.5);
    const double exact = static_cast<double>(turnover.volume) / powerOfTen(coin.volumeDigits) * price * 100;
    turnover.quoteCents = static_cast<std::int64_t>(exact / 100 + 0.5) * 100;
    const double share = std::clamp(0.49 + 0.11 * lean + 0.03 * chance.bell(), 0.1, 0.9);
    turnover.takerBuy = static_cast<std::int64_t>(exact / 100 * share + 0.5);
    turnover.trades = 60 + static_cast<std::int64_t>(exact / 100 / 410);
    return turnover;
}

} // namespace

std::vector<Altcoin> makeAltcoins(const Liveliness& liveliness, const std::vector<Bar>& bitcoin,
                                  const std::vector<Turnover>& turnover, std::uint64_t seed)
{
    const std::vector<double> ends = minuteEnds(bitcoin);
    std::vector<Altcoin> altcoins;
    for (const Coin& coin : coins()) {
        Chance chance(seed + altcoins.size());
        const std::vector<double> way = makeWay(coin, ends, liveliness, chance);
        Altcoin altcoin{coin.symbol, coin.priceDigits, coin.volumeDigits, {}, {}};
        for (std::size_t minute = 0; minute < episodeMinutes; minute += altcoinMinutes) {
            altcoin.bars.push_back(
                barOf(std::span(way).subspan(minute, altcoinMinutes + 1), powerOfTen(coin.priceDigits)));
            altcoin.turnover.push_back(turnoverOf(
                coin, altcoin.bars.back(), std::span(turnover).subspan(minute, altcoinMinutes), chance));
        }
        altcoins.push_back(std::move(altcoin));
    }
    return altcoins;
}

} // namespace holdline

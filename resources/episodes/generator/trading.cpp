// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/trading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/chance.h"

namespace holdline {

namespace {

/// One UTC day: net taker volume in tenths of a million dollars, and how busy it was against its neighbours.
struct Day {
    int netTenths;
    double busy;
};

// From 15 December on. 16 and 20 January are published figures (the latter to a tenth), the rest is not.
constexpr std::array<Day, episodeDays> days{{
    {-1620, 1.0}, {-340, 1.0},  {-870, 1.1},  {-1430, 1.1}, {760, 1.0},   {90, 0.9},   {120, 0.9},
    {-410, 1.0},  {240, 1.0},   {-180, 0.9},  {60, 0.8},    {-530, 0.9},  {-40, 0.9},  {110, 0.9},
    {-690, 1.0},  {320, 1.0},   {-450, 1.0},  {180, 0.9},   {820, 1.1},   {70, 0.9},   {390, 1.0},
    {1240, 1.2},  {-960, 1.1},  {-1180, 1.0}, {-620, 1.0},  {430, 1.0},   {-50, 0.9},  {150, 0.9},
    {260, 1.1},   {1710, 1.3},  {1380, 1.2},  {-940, 1.1},  {-3124, 2.2}, {-130, 0.9}, {-1260, 1.1},
    {-2210, 1.3}, {-3190, 1.4}, {-1740, 1.2}, {-380, 1.0},  {210, 1.0},   {-90, 0.9},  {-1310, 1.1},
    {640, 1.0},
}};

double sizeOf(const Bar& bar)
{
    return static_cast<double>(bar.high - bar.low) / 100;
}

std::int64_t roundedProduct(double a, double b)
{
    return static_cast<std::int64_t>(a * b + 0.5);
}

Turnover turnoverOf(const Bar& bar, double millions, Chance& chance)
{
    const double middle = static_cast<double>(bar.open + bar.close + bar.high + bar.low) / 4;
    const double share = 0.3 + 0.4 * chance.uniform();
    const double lean = static_cast<double>(bar.low) + share * static_cast<double>(bar.high - bar.low);
    const double average = 0.7 * middle + 0.3 * lean; // cents
    Turnover turnover;
    turnover.volume = std::max<std::int64_t>(1, roundedProduct(millions * 1e8 / average, 1e5));
    turnover.quoteCents = roundedProduct(static_cast<double>(turnover.volume) / 1e5, average);
    turnover.trades = 40 + roundedProduct(millions * 1e6 / 520, 0.7 + 0.6 * chance.uniform());
    return turnover;
}

double boughtShare(const Bar& bar, Chance& chance)
{
    const double lean =
        static_cast<double>(bar.close - bar.open) / (static_cast<double>(bar.high - bar.low) + 400);
    return std::clamp(0.5 + 0.24 * lean + 0.07 * chance.bell(), 0.03, 0.97);
}

/// Shifts the shares of a day together until the net sum is the wanted one to within a few cents.
void shiftShares(std::span<const Turnover> day, std::span<double> shares, double wantedNet)
{
    for (int round = 0; round < 40; ++round) {
        double net = 0;
        double all = 0;
        for (std::size_t i = 0; i < day.size(); ++i) {
            net += (2 * shares[i] - 1) * static_cast<double>(day[i].quoteCents);
            all += static_cast<double>(day[i].quoteCents);
        }
        const double shift = (wantedNet - net) / (2 * all);
        for (double& share : shares)
            share = std::clamp(share + shift, 0.03, 0.97);
    }
}

/// What rounding left goes to the day's largest minute.
void settle(std::span<Turnover> day, std::int64_t wantedNet)
{
    std::int64_t missing = wantedNet;
    for (const Turnover& minute : day)
        missing -= 200 * minute.takerBuy - minute.quoteCents;
    Turnover& largest = *std::max_element(day.begin(), day.end(), [](const Turnover& a, const Turnover& b) {
        return a.quoteCents < b.quoteCents;
    });
    const std::int64_t odd = missing % 200;
    largest.quoteCents -= odd;
    largest.takerBuy += (missing - odd) / 200;
}

void splitDay(std::span<Turnover> day, std::span<double> shares, std::int64_t wantedNet)
{
    shiftShares(day, shares, static_cast<double>(wantedNet));
    for (std::size_t i = 0; i < day.size(); ++i)
        day[i].takerBuy = roundedProduct(static_cast<double>(day[i].quoteCents) / 100, shares[i]);
    settle(day, wantedNet);
}

} // namespace

std::vector<Turnover> makeTurnover(const Liveliness& liveliness, const std::vector<Bar>& bars,
                                   std::uint64_t seed)
{
    Chance chance(seed);
    std::vector<Turnover> turnover;
    std::vector<double> shares;
    double tide = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        tide = 0.97 * tide + 0.07 * chance.bell();
        const double millions = 0.46 * days[i / 1440].busy * liveliness.activity[i] *
                                (0.3 + sizeOf(bars[i]) / 38) * growth(tide + 0.38 * chance.bell());
        turnover.push_back(turnoverOf(bars[i], millions, chance));
        shares.push_back(boughtShare(bars[i], chance));
    }
    for (std::size_t day = 0; day < days.size(); ++day) {
        splitDay(std::span(turnover).subspan(day * 1440, 1440), std::span(shares).subspan(day * 1440, 1440),
                 std::int64_t{days[day].netTenths} * 10'000'000);
    }
    return turnover;
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/optionskew.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace holdline {

namespace {

constexpr double wantedDelta = 0.25;
constexpr std::chrono::duration<double> oneOptionYear = std::chrono::hours{365 * 24};

struct DeltaPoint {
    double delta = 0.0;
    double volatility = 0.0; ///< in per cent
};

struct Smile {
    std::vector<DeltaPoint> puts;
    std::vector<DeltaPoint> calls;
};

std::optional<DeltaPoint> pointOf(const OptionQuote& quote, UtcTime now)
{
    if (!quote.forward || !quote.volatility)
        return std::nullopt;
    const double years = std::chrono::duration<double>(quote.expiry - now) / oneOptionYear;
    const auto delta =
        black76Delta(quote.kind, {*quote.forward, quote.strike, *quote.volatility / 100.0, years});
    return delta ? std::optional(DeltaPoint{*delta, *quote.volatility}) : std::nullopt;
}

std::map<UtcTime, Smile> smilesOf(std::span<const OptionQuote> chain, UtcTime now)
{
    std::map<UtcTime, Smile> smiles;
    for (const OptionQuote& quote : chain) {
        const auto point = pointOf(quote, now);
        if (!point)
            continue;
        Smile& smile = smiles[quote.expiry];
        (quote.kind == OptionKind::Put ? smile.puts : smile.calls).push_back(*point);
    }
    return smiles;
}

double linearBetween(double x, double x0, double y0, double x1, double y1)
{
    return x1 == x0 ? y0 : y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

std::optional<double> volatilityAt(std::vector<DeltaPoint> points, double delta)
{
    std::sort(points.begin(), points.end(),
              [](const DeltaPoint& a, const DeltaPoint& b) { return a.delta < b.delta; });
    const auto after = std::lower_bound(points.begin(), points.end(), delta,
                                        [](const DeltaPoint& point, double x) { return point.delta < x; });
    if (after == points.end() || (after == points.begin() && after->delta != delta))
        return std::nullopt;
    const auto before = after->delta == delta ? after : std::prev(after);
    return linearBetween(delta, before->delta, before->volatility, after->delta, after->volatility);
}

} // namespace

std::optional<double> putCallRatio(std::span<const OptionQuote> chain,
                                   std::optional<double> OptionQuote::*weight)
{
    std::optional<double> puts;
    std::optional<double> calls;
    for (const OptionQuote& quote : chain) {
        const auto& told = quote.*weight;
        auto& sum = quote.kind == OptionKind::Put ? puts : calls;
        if (told)
            sum = sum.value_or(0.0) + *told;
    }
    return puts && calls && *calls > 0.0 ? std::optional(*puts / *calls) : std::nullopt;
}

std::vector<ExpirySkew> skewsByExpiry(std::span<const OptionQuote> chain, UtcTime now)
{
    std::vector<ExpirySkew> skews;
    for (const auto& [expiry, smile] : smilesOf(chain, now)) {
        const auto put = volatilityAt(smile.puts, -wantedDelta);
        const auto call = volatilityAt(smile.calls, wantedDelta);
        if (put && call)
            skews.push_back({expiry, *put - *call});
    }
    return skews;
}

std::optional<double> skewAt(std::span<const ExpirySkew> skews, UtcTime moment)
{
    const auto after = std::find_if(skews.begin(), skews.end(),
                                    [&](const ExpirySkew& skew) { return skew.expiry >= moment; });
    if (after == skews.end() || (after == skews.begin() && after->expiry != moment))
        return std::nullopt;
    const auto before = after->expiry == moment ? after : std::prev(after);
    const auto seconds = [](Span span) { return std::chrono::duration<double>(span).count(); };
    return linearBetween(seconds(moment - before->expiry), 0.0, before->points,
                         seconds(after->expiry - before->expiry), after->points);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/marketlines.h"

#include <array>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

struct Market {
    const char* name;
    const char* title;
    ChangeKind kind;
    std::array<const char*, 3>
        ids; ///< of series under macro/ in lower case, the first that is stored; null: none
};
constexpr std::array<Market, 5> markets{{
    {"spx", "S&P 500", ChangeKind::LogReturn, {"sp500", "spx"}},
    {"us10y", "US 10-year yield", ChangeKind::Difference, {"dgs10", "us10y", "us10y_yield"}},
    {"dxy", "dollar", ChangeKind::LogReturn, {"dxy", "dtwexbgs", "dollar"}},
    {"gold", "gold", ChangeKind::LogReturn, {"gold", "xauusd"}},
    {"jgb10y", "Japanese 10-year yield", ChangeKind::Difference, {"jgb10y_yield", "jgb10y"}},
}};

MarketLine bitcoinLine(const PriceFacts& price)
{
    MarketLine line{u"btc"_s, u"bitcoin"_s, ChangeKind::LogReturn, price.origin, {}, {}};
    for (const DayClose& day : price.days) {
        line.values.push_back({day.day, day.close.toDouble()});
        line.knownAt.push_back(day.day + std::chrono::hours{24});
    }
    return line;
}

MarketLine lineOf(const Market& market, const SampleRun& run)
{
    MarketLine line{
        QString::fromLatin1(market.name), QString::fromUtf8(market.title), market.kind, run.origin, {}, {}};
    for (const Sample& sample : run.samples) {
        const double value = sample.value.toDouble();
        if (market.kind == ChangeKind::LogReturn && value <= 0)
            continue;
        line.values.push_back({oneDay.bucketStart(sample.from), value});
        line.knownAt.push_back(sample.knownAt);
    }
    return line;
}

const SampleRun* storedRun(const Market& market, const BriefData& data)
{
    for (const char* id : market.ids) {
        for (const auto& [name, run] : data.macro) {
            if (id && name.compare(QLatin1StringView(id), Qt::CaseInsensitive) == 0 && !run.samples.empty())
                return &run;
        }
    }
    return nullptr;
}

} // namespace

std::vector<MarketLine> marketLines(const BriefData& data)
{
    std::vector<MarketLine> lines;
    if (data.price && !data.price->days.empty())
        lines.push_back(bitcoinLine(*data.price));
    for (const Market& market : markets) {
        if (const SampleRun* run = storedRun(market, data))
            lines.push_back(lineOf(market, *run));
    }
    return lines;
}

} // namespace holdline

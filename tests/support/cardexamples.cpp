// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"

#include "tests/support/holderexamples.h"

#include <cmath>

namespace holdline::testing {

namespace {

LevelData level(const char* id, const char16_t* name, qint64 low, qint64 high, LevelRole role,
                const char* state, int colourRole)
{
    const UtcTime since = at("2026-01-20T21:00:00Z");
    LevelData data;
    data.states = {{since, QString::fromLatin1(state), {}, since, {}}};
    data.level.id = QString::fromLatin1(id);
    data.level.instrument = QStringLiteral("binance:BTCUSDT");
    data.level.name = QString::fromUtf16(name);
    data.level.low = Price::whole(low);
    data.level.high = Price::whole(high);
    data.level.role = role;
    data.level.source = QStringLiteral("an example");
    data.colourRole = colourRole;
    return data;
}

CohortBasis cohort(const char* band, std::optional<qint64> basis)
{
    CohortBasis result{.band = QString::fromLatin1(band)};
    if (!basis)
        return result;
    result.costBasis = Price::whole(*basis);
    result.supply = Amount::fromDouble(410'000);
    result.range = TimeRange{at("2026-01-20"), at("2026-01-21")};
    result.unrealizedPct = unrealizedPct(89'000.0, result.costBasis);
    result.source = QStringLiteral("an example");
    result.definition = QStringLiteral("raw UTXO");
    return result;
}

/// 66 candles of 4 h that fall from 97,000 by a hundred each, with a bump.
std::vector<Candle> fallingCandles()
{
    std::vector<Candle> candles;
    for (int i = 0; i < 66; ++i) {
        const double open = 97'000 - 120 * i + 900 * std::sin(i / 5.0);
        const double close = 97'000 - 120 * (i + 1) + 900 * std::sin((i + 1) / 5.0);
        candles.push_back({at("2026-01-13") + fourHours.length * i,
                           Price::fromDouble(open),
                           Price::fromDouble(std::max(open, close) + 80),
                           Price::fromDouble(std::min(open, close) - 90),
                           Price::fromDouble(close),
                           Amount::fromDouble(1900 + i),
                           {},
                           {},
                           {}});
    }
    return candles;
}

std::vector<LiquidationDay> exampleDays()
{
    std::vector<LiquidationDay> days;
    const double longs[] = {45e6, 38e6, 60e6, 71e6, 22e6, 240e6, 410e6, 905e6, 520e6};
    const double shorts[] = {60e6, 290e6, 80e6, 30e6, 15e6, 21e6, 44e6, 70e6, 66e6};
    for (int i = 0; i < 11; ++i) {
        LiquidationDay day{at("2026-01-13") + oneDay.length * i, {}, {}};
        if (i < 9) {
            day.longUsd = longs[i];
            day.shortUsd = shorts[i];
        }
        days.push_back(day);
    }
    return days;
}

IndexedLine watchLine(const char* symbol, double last)
{
    std::vector<TimedValue> closes;
    for (int i = 0; i <= 120; ++i)
        closes.push_back({toMsecs(at("2026-01-13") + oneHour.length * 2 * i),
                          100 + (last - 100) * i / 120.0 +
                              (i == 0 || i == 120 ? 0 : 1.3 * std::sin(i / (4.0 + last / 40)))});
    auto line = indexCloses(QString::fromLatin1(symbol), closes);
    line.source = QStringLiteral("an example");
    return line;
}

Event event(const char* id, const char* time, const char16_t* title, Importance importance)
{
    Event result;
    result.id = QString::fromLatin1(id);
    result.time = at(time);
    result.knownAt = at(time);
    result.title = QString::fromUtf16(title);
    result.importance = importance;
    return result;
}

SourceEntry source(qint64 id, const char* name, const char* unit, qint64 rows, qint64 gaps)
{
    SourceEntry entry;
    entry.series.id = id;
    entry.series.key.name = QString::fromLatin1(name);
    entry.series.key.source = QStringLiteral("an example");
    entry.series.unit = QString::fromLatin1(unit);
    entry.extent = {{at("2025-12-15"), at("2026-01-26")}, rows, gaps};
    return entry;
}

} // namespace

namespace {

constexpr int exampleDates = 477; ///< up to 20 January 2026

/// A value of each day of which `isOpen` says so, known at the day's end.
template <typename ValueOf, typename IsOpen>
MarketLine marketLine(const char* name, const char16_t* title, ChangeKind kind, const ValueOf& valueOf,
                      const IsOpen& isOpen)
{
    MarketLine line{QString::fromLatin1(name),
                    QString::fromUtf16(title),
                    kind,
                    {QStringLiteral("an example"), {}},
                    {},
                    {}};
    for (int i = 0; i < exampleDates; ++i) {
        const UtcTime day = parseIso("2024-10-01").value() + oneDay.length * i;
        if (!isOpen(day))
            continue;
        line.values.push_back({day, valueOf(static_cast<std::size_t>(i))});
        line.knownAt.push_back(day + oneDay.length);
    }
    return line;
}

/// A walk that is the same each time, between -1 and 1 a step.
double step(int seed, int i)
{
    const double wave = std::sin(seed * 12.9898 + i * 78.233) * 43758.5453;
    return 2 * (wave - std::floor(wave)) - 1;
}

/// The sums of its first steps.
std::vector<double> walk(int seed, int steps)
{
    std::vector<double> sums;
    for (int i = 0; i < steps; ++i)
        sums.push_back((sums.empty() ? 0 : sums.back()) + step(seed, i));
    return sums;
}

} // namespace

UtcTime at(const char* iso)
{
    return parseIso(iso).value();
}

Amount millions(double usd)
{
    return Amount::fromDouble(usd * 1e6);
}

Sample sessionSample(const char* date, double usdMillions)
{
    const UtcTime midnight = at(date) + std::chrono::hours{5};
    return {midnight, midnight + std::chrono::hours{16}, midnight + std::chrono::hours{24},
            millions(usdMillions)};
}

FundFlows exampleFlows()
{
    const auto days = [](double a, double b, double c) {
        return std::vector<Sample>{sessionSample("2026-01-15", a), sessionSample("2026-01-16", b),
                                   sessionSample("2026-01-20", c)};
    };
    const std::vector<FundSamples> funds{
        {QStringLiteral("HODL"), days(0, -3, -5)},
        {QStringLiteral("IBIT"), days(315, -120, -56)},
        {QStringLiteral("FBTC"), days(-189, -205, -152)},
        {QStringLiteral("GBTC"), days(-36, -45, -160)},
        {QStringLiteral("BITB"), days(-4, -12, -40)},
        {QStringLiteral("ARKB"), {sessionSample("2026-01-15", 14), sessionSample("2026-01-16", -10)}}};
    return joinFundFlows(funds, days(100, -395, -480));
}

std::vector<LevelData> exampleLevels()
{
    return {
        level("defense-band", u"Defense band", 89'800, 90'000, LevelRole::Support, "lost", 0),
        level("resistance-1m-3m", u"1–3 month holders", 92'500, 92'500, LevelRole::Resistance, "capping", 1),
        level("resistance-sth", u"Short-term holders", 99'300, 99'300, LevelRole::Resistance, "capping", 2)};
}

Brief exampleBrief()
{
    Brief brief{
        at("2026-01-21T06:00:00Z"), at("2026-01-21T06:00:00Z"), QStringLiteral("binance:BTCUSDT"), {}, {}};
    const auto tell = [&brief](const char* id, const char16_t* text, const char* when, const char* from,
                               double unusual) {
        brief.add({QString::fromLatin1(id),
                   true,
                   {},
                   QString::fromUtf16(text),
                   at(when),
                   {QString::fromLatin1(from), QStringLiteral("an example")},
                   at(when),
                   unusual});
    };
    tell("level.defense-band.state", u"Defense band, support at $89,800 to $90,000, is lost.",
         "2026-01-20T18:00:00Z", "someone", 0.99);
    tell("etf.net_2_sessions", u"Over two sessions US spot funds had net flows of −$874.4 M.",
         "2026-01-20T14:30:00Z", "another", 0.9);
    tell("watch.ADA.change_24h_pct", u"ADA moved by −0.8 % in 24 hours.", "2026-01-21T06:00:00Z", "someone",
         0.1);
    brief.miss(QStringLiteral("options.skew_25d"), QStringLiteral("no skew of the last days is stored"));
    return brief;
}

std::vector<MarketLine> exampleMarkets()
{
    const auto isSession = [](UtcTime day) {
        const auto weekday = (std::chrono::floor<std::chrono::days>(day).time_since_epoch().count() + 3) % 7;
        return weekday < 5 && day != at("2024-12-25") && day != at("2025-07-04") && day != at("2026-01-19");
    };
    // Shares go with bitcoin for ever longer, yields against it.
    const auto own = [](int seed) { return walk(seed, exampleDates); };
    const auto bitcoin = [w = own(1)](std::size_t i) { return 90'000 * std::exp(0.02 * w[i]); };
    const auto shares = [w = own(1), v = own(2)](std::size_t i) {
        return 6'000 * std::exp(0.008 * (v[i] + w[i] * static_cast<double>(i) / 400));
    };
    const auto yield = [w = own(1), v = own(3)](std::size_t i) { return 4.2 + 0.03 * (v[i] - 0.4 * w[i]); };
    const auto gold = [w = own(1), v = own(4)](std::size_t i) {
        return 2'600 * std::exp(0.006 * (v[i] + 0.7 * std::sin(static_cast<double>(i) / 60.0) * w[i]));
    };
    return {marketLine("btc", u"bitcoin", ChangeKind::LogReturn, bitcoin, [](UtcTime) { return true; }),
            marketLine("spx", u"S&P 500", ChangeKind::LogReturn, shares, isSession),
            marketLine("us10y", u"US 10-year yield", ChangeKind::Difference, yield,
                       [=](UtcTime day) { return isSession(day) && day <= at("2026-01-02"); }),
            marketLine("gold", u"gold", ChangeKind::LogReturn, gold, [=](UtcTime day) {
                return isSession(day) && (day < at("2025-04-01") || day >= at("2025-05-01"));
            })};
}

StudyQuestion exampleStudyQuestion()
{
    CardData cards{.instrument = QStringLiteral("binance:BTCUSDT")};
    cards.at = at("2026-01-21T06:00:00Z");
    return studyChoices(cards).front().question;
}

EventStudy exampleStudy()
{
    StudyData data;
    data.asOf = at("2026-01-21T06:00:00Z");
    data.closeStep = oneHour.length;
    for (const char* day : {"2025-10-11", "2025-10-15", "2025-10-31", "2025-11-05", "2025-11-14",
                            "2025-11-22", "2025-12-02", "2025-12-16", "2026-01-17"})
        data.occurrences.push_back(
            {at(day), QStringLiteral("−$3%1.0 M").arg(data.occurrences.size() * 9 + 10)});
    const UtcTime first = at("2025-10-01");
    const std::vector<double> hourly = walk(5, 112 * 24);
    for (std::size_t hour = 0; hour < hourly.size(); ++hour)
        data.closes.push_back(
            {first + oneHour.length * static_cast<qint64>(hour),
             Price::fromDouble(110'000 * std::exp(0.004 * hourly[hour] - static_cast<double>(hour) * 1e-5))});
    for (int day = 0; day < 112; ++day) {
        const UtcTime from = first + oneDay.length * day;
        data.flows[0].push_back({from, from + oneDay.length, from, millions(90 + 60 * step(6, day))});
        data.flows[1].push_back({from, from + oneDay.length, from, millions(200 * step(7, day) - 40)});
        if (day >= 31)
            data.flows[2].push_back({from, from + oneDay.length, from, millions(300 * step(8, day) - 20)});
    }
    return studyOf(data);
}

CardData exampleCards()
{
    CardData cards{.instrument = QStringLiteral("binance:BTCUSDT")};
    cards.at = at("2026-01-21T06:00:00Z");
    cards.price = 89'000;
    cards.flows = exampleFlows();
    cards.cohorts = {cohort("1d-1w", 90'000), cohort("1w-1m", 89'000), cohort("1m-3m", 92'500),
                     cohort("3m-6m", std::nullopt), cohort("sth", 99'300)};
    cards.watch = {watchLine("BTC", 93.7), watchLine("ETH", 90.1), watchLine("XRP", 91.4),
                   watchLine("ADA", 88.2), watchLine("SOL", 92.5)};
    cards.levels = levelDistances(exampleLevels(), cards.price, cards.at);
    cards.holders = exampleHolders();
    cards.history = exampleHistory();
    cards.costs = std::make_shared<const CostDistribution>(exampleDistribution());
    cards.pressures = pressures(cards.levels, cards.holders, {}, cards.price, cards.at);
    cards.picture.range = {at("2026-01-13"), at("2026-01-24")};
    cards.picture.interval = fourHours;
    cards.picture.candles = fallingCandles();
    cards.picture.days = exampleDays();
    cards.picture.levels = exampleLevels();
    cards.candles = cards.picture.candles;
    cards.interval = fourHours;
    cards.events = {
        event("tariff", "2026-01-17T15:00:00Z", u"Tariffs of 10 to 25 % on European goods", Importance::High),
        event("jgb", "2026-01-20T03:35:00Z", u"Japan 20-year bond auction, bid-to-cover", Importance::High),
        event("election", "2026-02-08T00:00:00Z", u"Snap election in Japan", Importance::High)};
    cards.events[1].actual = Amount::parse("3.19");
    cards.events[1].prior = Amount::parse("4.1");
    cards.correlations =
        std::make_shared<const CorrelationTable>(correlationTable(exampleMarkets(), cards.at));
    cards.brief = std::make_shared<const Brief>(exampleBrief());
    cards.sources = {source(1, "etf/btc/IBIT", "USD", 27, 0),
                     source(2, "price/binance:BTCUSDT", "USDT", 60'480, 2)};
    return cards;
}

AlertState exampleAlerts()
{
    AlertState state;
    Alert band;
    band.id = QStringLiteral("a");
    band.name = QStringLiteral("Band lost");
    band.conditions = {{.kind = AlertCondition::Kind::State, .level = QStringLiteral("defense-band")}};
    Alert flow = band;
    flow.id = QStringLiteral("b");
    flow.name = QStringLiteral("ETF outflow");
    state.alerts = {band, flow};
    state.troubles = {{flow.id, QStringLiteral("Nothing is stored under etf/btc/total.")}};
    for (const char* iso : {"2026-01-20T15:00:00Z", "2026-01-20T19:00:00Z"})
        state.log.push_back({static_cast<qint64>(state.log.size()) + 1,
                             {band.id, at(iso), band.name, QStringLiteral("Defense band is breached")},
                             at(iso) + std::chrono::seconds{3}});
    state.log.back().outcome = QStringLiteral("The command ended with 1.");
    state.now = at("2026-01-21T06:00:00Z");
    return state;
}

} // namespace holdline::testing

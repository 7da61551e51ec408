// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/holderexamples.h"

#include "tests/support/cardexamples.h"

#include <cmath>
#include <functional>

namespace holdline::testing {

HolderCohort holder(const char* band, qint64 basis, std::optional<qint64> supply, const char* source,
                    const char* definition)
{
    HolderCohort cohort;
    cohort.basis = {.band = QString::fromLatin1(band),
                    .costBasis = Price::whole(basis),
                    .range = TimeRange{at("2026-01-20"), at("2026-01-21")},
                    .asOf = at("2026-01-21"),
                    .source = QString::fromLatin1(source),
                    .definition = QString::fromLatin1(definition)};
    if (supply)
        cohort.basis.supply = Amount{Int128(*supply) * decimalUnits};
    return standingAt(cohort, 89'000.0);
}

std::vector<HolderCohort> exampleHolders()
{
    std::vector<HolderCohort> holders{
        holder("1d-1w", 90'000, 96'400),  holder("1w-1m", 89'000, 281'300),
        holder("1m-3m", 92'500, 213'400), holder("3m-6m", 80'000, 640'000),
        holder("sth", 99'300, 2'410'000), holder("sth", 97'712, std::nullopt, "another", "logistic 155 d")};
    holders[2].weekChangePct = -1.25;
    holders.back().isChosen = false;
    return holders;
}

namespace {

constexpr int historyDays = 90;

HistoryLine historyLine(const char* name, const std::function<double(int day)>& value)
{
    HistoryLine line{.name = QString::fromLatin1(name),
                     .source = QStringLiteral("an example"),
                     .definition = QStringLiteral("raw UTXO")};
    const UtcTime first = at("2026-01-21") - oneDay.length * historyDays;
    for (int day = 0; day < historyDays; ++day) {
        if (day >= 40 && day < 46)
            continue;
        if (day == 0 || day == 46)
            line.runs.emplace_back();
        line.runs.back().push_back({toMsecs(first + oneDay.length * day), value(day)});
        line.runs.back().push_back({toMsecs(first + oneDay.length * (day + 1)), value(day)});
    }
    line.last = line.runs.back().back().value;
    line.lastAt = at("2026-01-21");
    return line;
}

HistoryLine fallingPrice(TimeRange range)
{
    HistoryLine line{.name = QStringLiteral("BTC-USDT")};
    line.runs.emplace_back();
    for (int day = 0; day <= historyDays; ++day)
        line.runs[0].push_back({toMsecs(range.from + oneDay.length * day), 107'000.0 - 200 * day});
    return line;
}

} // namespace

HolderHistory exampleHistory()
{
    HolderHistory history{.range = {at("2026-01-21") - oneDay.length * historyDays, at("2026-01-21")}};
    history.price = fallingPrice(history.range);
    history.bases = {historyLine("1d-1w", [](int day) { return 107'400.0 - 198 * day; }),
                     historyLine("1w-1m", [](int day) { return 108'200.0 - 195 * day; }),
                     historyLine("1m-3m", [](int day) { return 110'500.0 - 180 * day; }),
                     historyLine("3m-6m", [](int day) { return 101'000.0 - 30 * day; }),
                     historyLine("sth", [](int day) { return 106'000.0 - 75 * day; })};
    history.lossShare = historyLine("sth", [](int day) { return 0.11 + 0.0095 * day; });
    history.sopr = {historyLine("sth", [](int day) { return 0.99 + 0.02 * std::sin(day / 3.0); }),
                    historyLine("adjusted", [](int day) { return 1.01 + 0.015 * std::sin(day / 4.0); })};
    return history;
}

CostDistribution exampleDistribution()
{
    CostDistribution distribution{.asOf = at("2026-01-21"),
                                  .price = Price::whole(89'000),
                                  .source = QStringLiteral("an example"),
                                  .definition = QStringLiteral("raw UTXO")};
    for (int i = 0; i < 10; ++i) {
        if (i == 3)
            continue;
        distribution.buckets.push_back({Price::whole(80'000 + 2'000 * i), Price::whole(82'000 + 2'000 * i),
                                        Amount{Int128(10'000 * (i + 1)) * decimalUnits}});
    }
    return distribution;
}

Sample daySample(const char* date, double value)
{
    const UtcTime from = at(date);
    return {from, from + oneDay.length, from + oneDay.length, Amount::fromDouble(value)};
}

void putSamples(Store& store, const char* name, const char* column, const std::vector<Sample>& samples,
                const char* source, const char* definition)
{
    const SeriesKey key{.name = QString::fromLatin1(name),
                        .column = QString::fromLatin1(column),
                        .source = QString::fromLatin1(source),
                        .definition = QString::fromLatin1(definition)};
    const auto series = store.ensureSeries(key, SeriesKind::Samples, QStringLiteral("USD"));
    if (series.hasError() || store.mergeSamples(series.value().id, samples).hasError())
        qFatal("the samples could not be stored");
}

} // namespace holdline::testing

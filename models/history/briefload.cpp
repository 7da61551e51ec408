// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/briefload.h"

#include "models/history/episodereadings.h"
#include "models/history/levelfacts.h"
#include "models/history/liquidationfacts.h"
#include "models/history/pricefacts.h"
#include "models/history/watchquery.h"
#include "models/readings/readingcatalog.h"

#include <QStringList>

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span allHistory = std::chrono::hours{24} * 366 * 80;

/// Names of stored series that begin so.
Result<QStringList> namesBelow(Store& store, const QString& prefix)
{
    const auto series = store.list();
    if (series.hasError())
        return series.error();
    QStringList names;
    for (const StoredSeries& one : series.value()) {
        if (one.key.name.startsWith(prefix) && !names.contains(one.key.name))
            names << one.key.name;
    }
    return names;
}

Result<QString> chosenInstrument(Store& store, const QString& asked)
{
    const auto names = namesBelow(store, u"price/"_s);
    if (names.hasError())
        return names.error();
    const QString usual = u"binance:BTCUSDT"_s;
    if (!asked.isEmpty() && !names.value().contains(u"price/"_s + asked))
        return Error{Error::Kind::Unavailable, u"No candles are stored of %1."_s.arg(asked)};
    if (!asked.isEmpty() || names.value().contains(u"price/"_s + usual))
        return asked.isEmpty() ? usual : asked;
    for (const QString& name : names.value()) {
        if (assetOf(name.mid(6)) == u"BTC"_s)
            return name.mid(6);
    }
    return usual;
}

class BriefLoader final {
public:
    BriefLoader(Store& store, BriefData& data)
        : m_store(store),
          m_data(data),
          m_past{data.at, data.asOf},
          m_asset(assetOf(data.instrument))
    {
    }

    Result<Done> load()
    {
        for (const auto part :
             {&BriefLoader::loadPrices, &BriefLoader::loadMarks, &BriefLoader::loadCohorts,
              &BriefLoader::loadForced, &BriefLoader::loadDeposits, &BriefLoader::loadFunds,
              &BriefLoader::loadMacro, &BriefLoader::loadOptions, &BriefLoader::loadEvents}) {
            if (const auto done = (this->*part)(); done.hasError())
                return done;
        }
        return Done{};
    }

private:
    Result<Done> loadPrices()
    {
        if (const auto done =
                take(loadPriceFacts(m_store, u"price/"_s + m_data.instrument, m_past), m_data.price);
            done.hasError())
            return done;
        for (const QString& symbol : {u"ETH"_s, u"XRP"_s, u"ADA"_s, u"SOL"_s}) {
            const auto name = watchedPrice(m_store, symbol);
            if (name.hasError())
                return name.error();
            auto& facts = m_data.watched[symbol];
            if (name.value().isEmpty())
                continue;
            if (const auto done = take(loadPriceFacts(m_store, name.value(), m_past), facts); done.hasError())
                return done;
        }
        return Done{};
    }
    Result<Done> loadMarks() { return take(loadLevelFacts(m_store, m_asset, m_past), m_data.levels); }
    Result<Done> loadCohorts()
    {
        const auto names = namesBelow(m_store, u"cohort/"_s);
        if (names.hasError())
            return names.error();
        for (const QString& name : names.value()) {
            const auto costs = newestRun(m_store, name, u"cost_basis"_s, m_past);
            if (costs.hasError())
                return costs.error();
            const auto supplies = newestRun(m_store, name, u"supply_btc"_s, m_past);
            if (supplies.hasError())
                return supplies.error();
            CohortFacts& facts = m_data.cohorts[name.mid(7)];
            if (const auto& run = costs.value()) {
                facts.costBasis = run->samples.back();
                facts.origin = run->origin;
                facts.history = run->samples;
            }
            if (const auto& run = supplies.value()) {
                facts.supply = run->samples.back();
                facts.supplyOrigin = run->origin;
            }
        }
        return Done{};
    }
    Result<Done> loadForced()
    {
        if (m_asset != u"BTC"_s)
            return Done{};
        return take(loadLiquidationFacts(m_store, m_past), m_data.liquidations);
    }
    Result<Done> loadDeposits()
    {
        const auto names = namesBelow(m_store, u"whales/"_s);
        if (names.hasError())
            return names.error();
        for (const QString& name : names.value()) {
            auto run = newestRun(m_store, name, u"value"_s, m_past);
            if (run.hasError())
                return run.error();
            if (!run.value() || !inDollars(*run.value()))
                continue;
            const bool isNewer = !m_data.deposits ||
                                 run.value()->samples.back().to > m_data.deposits->samples.back().to ||
                                 (name == u"whales/cryptoquant"_s &&
                                  run.value()->samples.back().to == m_data.deposits->samples.back().to);
            if (isNewer)
                m_data.deposits = std::move(run.value());
        }
        return Done{};
    }
    /// Coins are worth the close of their day. False when nothing is left.
    bool inDollars(SampleRun& run) const
    {
        if (run.unit != u"BTC"_s)
            return true;
        std::vector<Sample> dollars;
        for (Sample sample : run.samples) {
            const auto close = closeOfDay(sample.from);
            if (!close)
                continue;
            sample.value = Amount::fromDouble(sample.value.toDouble() * close->toDouble());
            dollars.push_back(sample);
        }
        run.samples = std::move(dollars);
        run.unit = u"USD"_s;
        run.origin.source += u"; "_s + m_data.price->origin.source;
        run.origin.definition += u", at the close of the day"_s;
        return !run.samples.empty();
    }
    [[nodiscard]] std::optional<Price> closeOfDay(UtcTime day) const
    {
        if (!m_data.price)
            return std::nullopt;
        const auto& days = m_data.price->days;
        const auto found = std::lower_bound(days.begin(), days.end(), day,
                                            [](const DayClose& one, UtcTime at) { return one.day < at; });
        return found != days.end() && found->day == day ? std::optional(found->close) : std::nullopt;
    }
    Result<Done> loadFunds()
    {
        const QString prefix = u"etf/%1/"_s.arg(m_asset.toLower());
        const auto names = namesBelow(m_store, prefix);
        if (names.hasError())
            return names.error();
        for (const QString& name : names.value()) {
            auto run = newestRun(m_store, name, u"value"_s, m_past);
            if (run.hasError())
                return run.error();
            if (!run.value())
                continue;
            if (name == prefix + u"total"_s)
                m_data.funds.total = std::move(run.value());
            else
                m_data.funds.funds[name.mid(prefix.size())] = std::move(*run.value());
        }
        return Done{};
    }
    Result<Done> loadMacro()
    {
        const auto names = namesBelow(m_store, u"macro/"_s);
        if (names.hasError())
            return names.error();
        for (const QString& name : names.value()) {
            auto run = newestRun(m_store, name, u"value"_s, {m_past.at, m_past.asOf, allHistory});
            if (run.hasError())
                return run.error();
            if (run.value())
                m_data.macro[name.mid(6)] = std::move(*run.value());
        }
        return Done{};
    }
    Result<Done> loadOptions()
    {
        if (const auto done =
                take(newestRun(m_store, u"options/put_call"_s, u"value"_s, m_past), m_data.putCall);
            done.hasError())
            return done;
        return take(newestRun(m_store, u"options/skew_25d"_s, u"value"_s, m_past), m_data.skew);
    }
    Result<Done> loadEvents()
    {
        const auto series = m_store.list();
        if (series.hasError())
            return series.error();
        for (const StoredSeries& one : series.value()) {
            if (one.kind != SeriesKind::Events)
                continue;
            const auto events = m_store.events(one.id, {m_past.at, latestTime}, m_past.asOf);
            if (events.hasError())
                return events.error();
            m_data.events.insert(m_data.events.end(), events.value().begin(), events.value().end());
            if (!events.value().empty() && m_data.eventOrigin.source.isEmpty())
                m_data.eventOrigin = {one.key.source, one.key.definition};
        }
        return Done{};
    }
    template <typename T, typename To>
    static Result<Done> take(Result<T> from, To& to)
    {
        if (from.hasError())
            return from.error();
        to = std::move(from).value();
        return Done{};
    }

    Store& m_store;
    BriefData& m_data;
    PastQuestion m_past;
    QString m_asset;
};

} // namespace

Result<BriefData> loadBriefData(Store& store, const BriefQuestion& question)
{
    const auto instrument = chosenInstrument(store, question.instrument);
    if (instrument.hasError())
        return instrument.error();
    BriefData data;
    data.at = std::min(question.at, question.asOf);
    data.asOf = question.asOf;
    data.instrument = instrument.value();
    data.isReconstruction = !question.episode.isEmpty();
    data.settings = question.settings;
    if (const auto done = BriefLoader(store, data).load(); done.hasError())
        return done.error();
    return data;
}

Brief briefOf(const BriefData& data, const QString& episode)
{
    Brief brief = makeBrief(data);
    if (!episode.isEmpty())
        citeEpisode(brief, episode);
    return brief;
}

Result<Brief> loadBrief(Store& store, const BriefQuestion& question)
{
    const auto data = loadBriefData(store, question);
    if (data.hasError())
        return data.error();
    return briefOf(data.value(), question.episode);
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortstore.h"

#include "app/datasource.h"
#include "models/views/costdistributionload.h"
#include "models/views/nodedistribution.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

const QString chosenDocument = u"cohorts/prices"_s;

/// The one that was named last, else the usual one.
Result<QString> rememberedSeries(Store& store)
{
    const auto document = store.document(chosenDocument);
    if (document.hasError())
        return document.error();
    const QString name = QString::fromUtf8(document.value().value_or(QByteArray()));
    const auto found = store.find(name);
    if (found.hasError())
        return found.error();
    return found.value().empty() ? usualPriceSeries(store) : Result<QString>(name);
}

Result<QString> seriesName(const QCommandLineParser& parser, Store& store)
{
    if (!parser.isSet(u"prices"_s))
        return rememberedSeries(store);
    const QString name = parser.value(u"prices"_s);
    const auto found = store.find(name);
    if (found.hasError())
        return found.error();
    if (found.value().empty())
        return Error{Error::Kind::Usage, u"--prices: no series %1 is stored"_s.arg(name)};
    const auto kept = store.putDocument(chosenDocument, name.toUtf8());
    return kept.hasError() ? Result<QString>(kept.error()) : name;
}

} // namespace

Result<CohortStore> CohortStore::open(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto definition = definitionOption(parser);
    if (definition.hasError())
        return definition.error();
    auto store = openData(context, {});
    if (store.hasError())
        return store.error();
    CohortStore opened;
    opened.m_definition = definition.value();
    opened.m_store = std::move(store).value();
    const auto series = seriesName(parser, *opened.m_store);
    if (series.hasError() && series.error().kind != Error::Kind::Unavailable)
        return series.error();
    if (series.hasError()) {
        context.say(series.error().message + u" Until then no days are recorded."_s);
        return opened;
    }
    opened.m_series = series.value();
    opened.m_prices =
        std::make_unique<CohortPrices>(*opened.m_store, opened.m_series, definition.value().priceMode);
    return opened;
}

void CohortStore::keepDistribution(const ChainState& state, const CommandContext& context)
{
    if (!m_prices || state.tipHeight() == 0)
        return;
    const auto distribution = costDistributionOf(state, *m_prices, m_definition);
    const auto kept = distribution.hasError() ? Result<Done>(distribution.error())
                                              : keepCostDistribution(*m_store, distribution.value());
    if (kept.hasError())
        context.say(kept.error().message);
}

Result<BitcoinNetwork> networkOfState(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto said = networkOption(parser);
    if (said.hasError())
        return said.error();
    if (said.value())
        return *said.value();
    const auto networks = networksWithState(context.dataDir);
    if (networks.empty())
        return Error{Error::Kind::Unavailable,
                     u"There is no state yet; make one with holdline cohorts scan --snapshot FILE."_s};
    if (networks.size() > 1 && networks.front() != BitcoinNetwork::Main)
        return Error{Error::Kind::Usage, u"states of several networks are kept; say which with --network"_s};
    return networks.front();
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortstore.h"

#include "app/datasource.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

Result<QString> seriesName(const QCommandLineParser& parser, Store& store)
{
    if (!parser.isSet(u"prices"_s))
        return usualPriceSeries(store);
    const QString name = parser.value(u"prices"_s);
    const auto found = store.find(name);
    if (found.hasError())
        return found.error();
    if (found.value().empty())
        return Error{Error::Kind::Usage, u"--prices: no series %1 is stored"_s.arg(name)};
    return name;
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

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodedays.h"

#include "models/history/defaultlevels.h"
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

Result<QString> seriesName(const std::optional<QString>& named, Store& store)
{
    if (!named)
        return rememberedSeries(store);
    const auto found = store.find(*named);
    if (found.hasError())
        return found.error();
    if (found.value().empty())
        return badUsage(u"--prices: no series %1 is stored"_s.arg(*named));
    const auto kept = store.putDocument(chosenDocument, named->toUtf8());
    return kept.hasError() ? Result<QString>(kept.error()) : *named;
}

} // namespace

Result<NodeDays> NodeDays::open(std::unique_ptr<Store> store, const std::optional<QString>& series,
                                const CohortDefinition& definition, const Say& say)
{
    NodeDays days;
    days.m_definition = definition;
    days.m_store = std::move(store);
    const auto name = seriesName(series, *days.m_store);
    if (name.hasError() && name.error().kind != Error::Kind::Unavailable)
        return name.error();
    if (name.hasError()) {
        say(name.error().message + u" Until then no days are recorded."_s);
        return days;
    }
    days.m_series = name.value();
    days.m_prices = std::make_unique<CohortPrices>(*days.m_store, days.m_series, definition.priceMode);
    return days;
}

void NodeDays::keepTip(const ChainState& state, const Say& say)
{
    if (!m_prices || state.tipHeight() == 0)
        return;
    if (const auto added = addDefaultLevels(*m_store); added.hasError())
        say(added.error().message);
    const auto distribution = costDistributionOf(state, *m_prices, m_definition);
    const auto kept = distribution.hasError() ? Result<Done>(distribution.error())
                                              : keepCostDistribution(*m_store, distribution.value());
    if (kept.hasError())
        say(kept.error().message);
}

} // namespace holdline

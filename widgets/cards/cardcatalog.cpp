// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/cardcatalog.h"

#include "widgets/cards/basiscard.h"
#include "widgets/cards/cohortcard.h"
#include "widgets/cards/correlationcard.h"
#include "widgets/cards/costcard.h"
#include "widgets/cards/flowcard.h"
#include "widgets/cards/lossandsoprcard.h"
#include "widgets/cards/picturecard.h"
#include "widgets/cards/studycard.h"
#include "widgets/cards/watchcard.h"

namespace holdline {

namespace {

template <typename Kind>
CardEntry entry(const QString& id, const QString& title)
{
    return {id, title, [](QWidget* parent) -> Card* { return new Kind(parent); }};
}

} // namespace

std::vector<CardEntry> cardCatalog()
{
    return {entry<FlowCard>(QStringLiteral("etf-flow"), FlowCard::tr("ETF flow")),
            entry<CohortCard>(QStringLiteral("cohorts"), CohortCard::tr("Cohorts against price")),
            entry<BasisCard>(QStringLiteral("cost-bases"), BasisCard::tr("Cost bases")),
            entry<LossAndSoprCard>(QStringLiteral("loss-sopr"), LossAndSoprCard::tr("Loss and SOPR")),
            entry<CostCard>(QStringLiteral("cost-distribution"), CostCard::tr("Cost distribution")),
            entry<WatchCard>(QStringLiteral("watchlist"), WatchCard::tr("Watchlist")),
            entry<CorrelationCard>(QStringLiteral("correlations"), CorrelationCard::tr("Correlations")),
            entry<StudyCard>(QStringLiteral("study"), StudyCard::tr("What followed")),
            entry<PictureCard>(QStringLiteral("picture"), PictureCard::tr("Picture"))};
}

} // namespace holdline

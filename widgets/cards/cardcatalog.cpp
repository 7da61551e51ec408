// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/cardcatalog.h"

#include "models/views/cardfigures.h"
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
CardEntry entry(const QString& id, const QString& title, CardNumbers (*numbers)(const CardFacts&),
                CardNeed need = CardNeed::Nothing)
{
    return {id, title, [](QWidget* parent) -> Card* { return new Kind(parent); }, numbers, need};
}

} // namespace

std::vector<CardEntry> cardCatalog()
{
    return {
        entry<FlowCard>(QStringLiteral("etf-flow"), FlowCard::tr("ETF flow"), flowNumbers),
        entry<CohortCard>(QStringLiteral("cohorts"), CohortCard::tr("Cohorts against price"), cohortNumbers),
        entry<BasisCard>(QStringLiteral("cost-bases"), BasisCard::tr("Cost bases"), basisNumbers),
        entry<LossAndSoprCard>(QStringLiteral("loss-sopr"), LossAndSoprCard::tr("Loss and SOPR"),
                               lossNumbers),
        entry<CostCard>(QStringLiteral("cost-distribution"), CostCard::tr("Cost distribution"), costNumbers),
        entry<WatchCard>(QStringLiteral("watchlist"), WatchCard::tr("Watchlist"), watchNumbers),
        entry<CorrelationCard>(QStringLiteral("correlations"), CorrelationCard::tr("Correlations"),
                               correlationNumbers, CardNeed::Readings),
        entry<StudyCard>(QStringLiteral("study"), StudyCard::tr("What followed"), studyNumbers,
                         CardNeed::Study),
        entry<PictureCard>(QStringLiteral("picture"), PictureCard::tr("Picture"), pictureNumbers)};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelcatalog.h"

#include "models/views/cardfigures.h"
#include "widgets/panels/alertpanel.h"
#include "widgets/panels/briefpanel.h"
#include "widgets/panels/candlepanel.h"
#include "widgets/panels/eventpanel.h"
#include "widgets/panels/holderpanel.h"
#include "widgets/panels/levelpanel.h"
#include "widgets/panels/sourcepanel.h"

namespace holdline {

namespace {

template <typename Kind>
CardEntry entry(const QString& id, const QString& title, CardNumbers (*numbers)(const CardFacts&),
                CardNeed need = CardNeed::Nothing)
{
    return {id, title, [](QWidget* parent) -> Card* { return new Kind(parent); }, numbers, need};
}

} // namespace

std::vector<CardEntry> panelCatalog()
{
    return {
        entry<LevelPanel>(QStringLiteral("levels"), LevelPanel::tr("Levels"), levelNumbers,
                          CardNeed::Ledgers),
        entry<BriefPanel>(QStringLiteral("brief"), BriefPanel::tr("Brief"), briefNumbers, CardNeed::Readings),
        entry<HolderPanel>(QStringLiteral("holders"), HolderPanel::tr("Holders"), holderNumbers),
        entry<AlertPanel>(QStringLiteral("alerts"), AlertPanel::tr("Alerts"), alertNumbers, CardNeed::Alerts),
        entry<EventPanel>(QStringLiteral("events"), EventPanel::tr("Events"), eventNumbers),
        entry<CandlePanel>(QStringLiteral("candles"), CandlePanel::tr("Candles"), candleNumbers),
        entry<SourcePanel>(QStringLiteral("sources"), SourcePanel::tr("Sources"), sourceNumbers)};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelcatalog.h"

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
CardEntry entry(const QString& id, const QString& title)
{
    return {id, title, [](QWidget* parent) -> Card* { return new Kind(parent); }};
}

} // namespace

std::vector<CardEntry> panelCatalog()
{
    return {entry<LevelPanel>(QStringLiteral("levels"), LevelPanel::tr("Levels")),
            entry<BriefPanel>(QStringLiteral("brief"), BriefPanel::tr("Brief")),
            entry<HolderPanel>(QStringLiteral("holders"), HolderPanel::tr("Holders")),
            entry<AlertPanel>(QStringLiteral("alerts"), AlertPanel::tr("Alerts")),
            entry<EventPanel>(QStringLiteral("events"), EventPanel::tr("Events")),
            entry<CandlePanel>(QStringLiteral("candles"), CandlePanel::tr("Candles")),
            entry<SourcePanel>(QStringLiteral("sources"), SourcePanel::tr("Sources"))};
}

} // namespace holdline

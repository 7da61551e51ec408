// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/panecatalog.h"

#include "models/views/view.h"

#include <algorithm>

namespace holdline {

const std::vector<PaneKind>& paneCatalog()
{
    static const std::vector<PaneKind> kinds{
        {.kind = QStringLiteral("price"),
         .title = QStringLiteral("Price"),
         .shape = PaneKind::Shape::Candles,
         .weight = 6,
         .emptySentence = QStringLiteral("No candles of this instrument in this time. Import a file.")},
        {.kind = QStringLiteral("liquidations"),
         .title = QStringLiteral("Liquidations"),
         .shape = PaneKind::Shape::UpDown,
         .emptySentence = QStringLiteral("No liquidations yet. Import a file, or record from now on.")},
        {.kind = QStringLiteral("taker"),
         .title = QStringLiteral("Net taker volume"),
         .threshold = -300e6,
         .leastBucket = oneDay,
         .emptySentence =
             QStringLiteral("No taker volume yet. Import candles that hold the taker buy volume.")},
        {.kind = QStringLiteral("deposits"),
         .title = QStringLiteral("Exchange deposits"),
         .shape = PaneKind::Shape::Up,
         .emptySentence = QStringLiteral("No exchange deposits yet. Import a file.")},
        {.kind = QStringLiteral("etf"),
         .title = QStringLiteral("ETF net flow"),
         .emptySentence = QStringLiteral("No ETF flows yet. Import a file, or add a SoSoValue key.")},
    };
    return kinds;
}

const PaneKind* findPaneKind(const QString& kind)
{
    const auto& kinds = paneCatalog();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const PaneKind& candidate) { return candidate.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

std::vector<PaneSpec> defaultPanes()
{
    std::vector<PaneSpec> panes;
    for (const PaneKind& kind : paneCatalog())
        panes.push_back({.kind = kind.kind, .weight = kind.weight});
    return panes;
}

} // namespace holdline

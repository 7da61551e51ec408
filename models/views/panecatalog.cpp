// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/panecatalog.h"

#include "models/foundation/numbertext.h"
#include "models/views/view.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double lineWeight = 1.6; // lines tell by their slope, which takes height

}

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
         .isSummedUp = true,
         .emptySentence = QStringLiteral("No ETF flows yet. Import a file, or add a SoSoValue key.")},
        {.kind = QStringLiteral("options"),
         .title = QStringLiteral("Put/call ratio"),
         .shape = PaneKind::Shape::Line,
         .weight = lineWeight,
         .unit = {},
         .line = {.neutral = 1, .measure = QStringLiteral("open interest, puts over calls")},
         .isOptional = true,
         .emptySentence =
             QStringLiteral("No put/call ratio yet. Record Deribit from now on, or import a table.")},
        {.kind = QStringLiteral("skew"),
         .title = QStringLiteral("Skew"),
         .shape = PaneKind::Shape::Line,
         .weight = lineWeight,
         .unit = QStringLiteral("points"),
         .line = {.neutral = 0,
                  .decimals = 1,
                  .isSigned = true,
                  .measure = QStringLiteral("put less call volatility, 25 delta, 30 days")},
         .isOptional = true,
         .emptySentence =
             QStringLiteral("No skew of options yet. Record Deribit from now on, or import a table.")},
        {.kind = QStringLiteral("volatility"),
         .title = QStringLiteral("Implied volatility"),
         .shape = PaneKind::Shape::Line,
         .weight = lineWeight,
         .unit = QStringLiteral("%"),
         .line = {.decimals = 1, .measure = QStringLiteral("DVOL, 30 days, a year")},
         .isOptional = true,
         .emptySentence =
             QStringLiteral("No implied volatility yet. Record Deribit from now on, or import a table.")},
        {.kind = QStringLiteral("momentum"),
         .title = QStringLiteral("Momentum"),
         .shape = PaneKind::Shape::Line,
         .weight = lineWeight,
         .unit = {},
         .line = {.isJoined = true,
                  .neutral = 50,
                  .low = 0,
                  .high = 100,
                  .decimals = 1,
                  .measure = QStringLiteral("RSI of 14 daily UTC closes")},
         .isOptional = true,
         .emptySentence = QStringLiteral(
             "No momentum yet: it takes fifteen daily closes without a hole. Import candles.")},
        {.kind = QStringLiteral("jgb"),
         .title = QStringLiteral("Japanese yields"),
         .shape = PaneKind::Shape::Line,
         .weight = 2,
         .unit = QStringLiteral("%"),
         .line = {.isJoined = true, .decimals = 3, .measure = QStringLiteral("close in Tokyo")},
         .isOptional = true,
         .emptySentence = QStringLiteral(
             "No Japanese yields yet. Import a file of the Ministry of Finance, or record from now on.")},
        {.kind = QStringLiteral("correlation"),
         .title = QStringLiteral("Correlation with bitcoin"),
         .shape = PaneKind::Shape::Line,
         .weight = lineWeight,
         .unit = {},
         .line = {.isJoined = true,
                  .neutral = 0,
                  .low = -1,
                  .high = 1,
                  .isSigned = true,
                  .measure = QStringLiteral("30 daily changes")},
         .isOptional = true,
         .emptySentence = QStringLiteral("No correlation yet. Import days of the S&P 500, the US 10-year "
                                         "yield, the dollar, gold or Japanese yields.")},
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

QString valueText(const PaneKind& kind, double value)
{
    switch (kind.shape) {
    case PaneKind::Shape::Candles:
        return priceText(value);
    case PaneKind::Shape::UpDown:
    case PaneKind::Shape::Signed:
    case PaneKind::Shape::Up:
        return moneyText(value);
    case PaneKind::Shape::Line:
        return numberText(value, kind.line.decimals, kind.line.isSigned ? Sign::Always : Sign::WhenNegative);
    }
    return {};
}

QString axisText(const PaneKind& kind, double value)
{
    const bool isWhole = value == std::floor(value);
    if (kind.shape != PaneKind::Shape::Line || !isWhole)
        return valueText(kind, value);
    return numberText(value, 0, kind.line.isSigned ? Sign::Always : Sign::WhenNegative);
}

std::vector<PaneSpec> defaultPanes()
{
    std::vector<PaneSpec> panes;
    for (const PaneKind& kind : paneCatalog())
        if (!kind.isOptional)
            panes.push_back({.kind = kind.kind, .weight = kind.weight});
    return panes;
}

} // namespace holdline

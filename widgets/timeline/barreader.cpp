// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/barreader.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace holdline {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("holdline::BarReader", text);
}

} // namespace

QString barWords(const ViewData& data, const View& view, UtcTime open)
{
    const QTimeZone zone = zoneByName(view.zone);
    const QString when = dayTimeText(open, zone, dateIn(data.asOf, zone).year());
    const CandleSummary bar =
        data.candles ? data.candles->summary({open, view.interval.next(open)}) : CandleSummary{};
    if (bar.isEmpty())
        return words("%1, no record").arg(when);
    return words("%1, open %2, high %3, low %4, close %5")
        .arg(when, priceText(bar.open), priceText(bar.high), priceText(bar.low), priceText(bar.close));
}

QString paneTitle(const ViewData& data, const PaneSpec& pane)
{
    if (pane.kind == QStringLiteral("price"))
        return words("Price");
    const auto found = std::find_if(data.panes.begin(), data.panes.end(),
                                    [&](const PaneData& other) { return other.kind == pane.kind; });
    return found == data.panes.end() || found->title.isEmpty() ? pane.kind : found->title;
}

} // namespace holdline

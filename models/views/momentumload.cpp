// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/momentumload.h"

#include "models/indicators/rsi.h"
#include "models/views/dailycloses.h"
#include "models/views/lineload.h"

#include <algorithm>
#include <span>

namespace holdline {

namespace {

constexpr std::size_t mostCloses = 400; // as many as a brief looks at; the smoothing has long forgotten more

} // namespace

std::vector<SamplePoint> dailyRsi(const CandleSeries& candles)
{
    std::vector<SamplePoint> points;
    std::vector<double> closes; // since the last hole
    UtcTime due = earliestTime;
    for (const DatedValue& close : dailyCloses(candles)) {
        if (close.date != due)
            closes.clear();
        closes.push_back(close.value);
        due = oneDay.next(close.date);
        const std::size_t count = std::min(closes.size(), mostCloses);
        if (const auto rsi = wilderRsi(std::span(closes).last(count)))
            points.push_back({toMsecs(close.date), toMsecs(due), toMsecs(due), *rsi});
    }
    return points;
}

Result<Done> loadMomentum(Loading& loading, PaneData& pane, const LoadedPrice& price)
{
    if (price.provenance.isReconstruction) {
        pane.emptySentence =
            QStringLiteral("In a reconstruction momentum is a published note and not computed.");
        return Done{};
    }
    std::vector<SamplePoint> points = withHoles(dailyRsi(*price.candles), isApart);
    if (points.empty())
        return Done{};
    const UtcTime end = fromMsecs(points.back().toMs);
    loading.sawKnown(end);
    Provenance provenance = price.provenance;
    provenance.series = QStringLiteral("momentum/rsi_14d");
    provenance.definition = QStringLiteral("Wilder's RSI of 14 daily UTC closes");
    provenance.unit.clear();
    provenance.from = fromMsecs(points.front().fromMs);
    provenance.to = end;
    addLines(pane, {{.points = std::move(points), .due = oneDay.next(end), .provenance = provenance}});
    return Done{};
}

} // namespace holdline

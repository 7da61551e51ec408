// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/pricechange.h"

#include <QDateTime>

namespace holdline {

namespace {

std::optional<double> closeOf(const CandleSeries& candles, UtcTime open)
{
    const CandleSummary candle = candles.summary({open, candles.interval().next(open)});
    return candle.isEmpty() ? std::nullopt : std::optional(candle.close);
}

std::optional<double> percent(std::optional<double> last, std::optional<double> before)
{
    if (!last || !before || *before <= 0)
        return std::nullopt;
    return (*last / *before - 1) * 100;
}

} // namespace

PriceChange priceChange(const CandleSeries& candles)
{
    if (candles.candleCount() == 0)
        return {};
    const UtcTime lastOpen = candles.range().to - candles.interval().length;
    const int year = QDateTime::fromMSecsSinceEpoch(toMsecs(lastOpen), Qt::UTC).date().year();
    const UtcTime newYear = fromMsecs(QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    const auto last = closeOf(candles, lastOpen);
    return {.dayPercent = percent(last, closeOf(candles, lastOpen - std::chrono::hours(24))),
            .yearPercent = percent(last, closeOf(candles, newYear)),
            .year = year};
}

} // namespace holdline

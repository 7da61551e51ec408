// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/pricechange.h"

#include <QDateTime>

namespace holdline {

namespace {

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
    const UtcTime end = candles.range().to;
    const int year = QDateTime::fromMSecsSinceEpoch(toMsecs(end) - 1, Qt::UTC).date().year();
    const UtcTime newYear = fromMsecs(QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    const auto last = candles.closeAt(end);
    return {.dayPercent = percent(last, candles.closeAt(end - std::chrono::hours(24))),
            .yearPercent = percent(last, candles.closeAt(candles.interval().next(newYear))),
            .year = year};
}

} // namespace holdline

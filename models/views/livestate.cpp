// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/livestate.h"

#include "models/views/indexedline.h"
#include "models/views/instrumentname.h"

namespace holdline {

namespace {

/// The asset whose pair at the same venue that is; empty for any other instrument.
QString assetOf(const QString& id, const QString& instrument, const QString& base)
{
    for (const QString& symbol : watchedSymbols())
        if (id == QString(instrument).replace(base, symbol))
            return symbol;
    return {};
}

bool put(std::map<QString, LiveFigure>& figures, const QString& asset, const LiveFigure& figure)
{
    const auto known = figures.find(asset);
    if (known != figures.end() && known->second == figure)
        return false;
    figures.insert_or_assign(asset, figure);
    return true;
}

} // namespace

bool addFigures(std::map<QString, LiveFigure>& figures, const LiveNews& news, const QString& instrument)
{
    const QString base = instrumentName(instrument).base;
    bool isNew = false;
    for (const LiveDay& day : news.days) {
        const QString asset = assetOf(day.instrument, instrument, base);
        LiveFigure figure{day.last};
        if (day.open > 0)
            figure.dayPercent = (day.last / day.open - 1) * 100;
        if (!asset.isEmpty())
            isNew = put(figures, asset, figure) || isNew;
    }
    for (const LiveCandle& candle : news.candles) {
        const QString asset = assetOf(candle.instrument, instrument, base);
        if (asset.isEmpty())
            continue;
        const double last = candle.candle.close.toDouble();
        LiveFigure figure{last};
        if (const auto known = figures.find(asset); known != figures.end() && known->second.dayPercent) {
            const double open = known->second.last / (1 + *known->second.dayPercent / 100);
            figure.dayPercent = (last / open - 1) * 100;
        }
        isNew = put(figures, asset, figure) || isNew;
    }
    return isNew;
}

} // namespace holdline

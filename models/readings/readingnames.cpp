// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/readingnames.h"

#include <QRegularExpression>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// Readings of several values, with the names of these.
const QStringList& readingParts()
{
    static const QStringList parts{
        u"liquidations.cascade.start"_s,
        u"liquidations.cascade.end"_s,
        u"liquidations.cascade.long_usd"_s,
        u"liquidations.cascade.price_change_pct"_s,
        u"taker.crossing.threshold"_s,
        u"taker.crossing.count"_s,
        u"taker.crossing.window_days"_s,
        u"taker.crossing.previous_at"_s,
        u"taker.crossing.previous_price"_s,
        u"taker.crossing.previous"_s,
        u"taker.crossing.previous.price"_s,
        u"whales.previous_spike.usd"_s,
        u"event.next.title"_s,
        u"event.next.days"_s,
    };
    return parts;
}

QString withoutAspect(const QString& name)
{
    for (const QString& aspect : {u".text"_s, u".at"_s, u".source"_s}) {
        if (name.endsWith(aspect))
            return name.chopped(aspect.size());
    }
    return name;
}

} // namespace

bool isReadingName(const QString& name)
{
    static const QRegularExpression pattern(u"^(level\\.[^{}\\s]+\\.(state|since|distance_pct|touches)"
                                            "|cohort\\.(\\d+[dwmy]-\\d+[dwmy]|\\d+y\\+|sth|lth|all)\\."
                                            "(cost_basis|unrealized_pct|under_water|supply_btc)"
                                            "|macro\\.\\w+\\.(last|prior|streak|record_since)"
                                            "|correlation\\.\\w+_\\w+_30d)$"_s);
    const QString whole = withoutAspect(name);
    return fixedReadingNames().contains(whole) || readingParts().contains(whole) ||
           pattern.match(whole).hasMatch();
}

const QStringList& fixedReadingNames()
{
    static const QStringList names{
        u"price.last"_s,
        u"price.low_24h"_s,
        u"price.high_24h"_s,
        u"price.change_24h_pct"_s,
        u"price.ytd_pct"_s,
        u"watch.ETH.change_24h_pct"_s,
        u"watch.XRP.change_24h_pct"_s,
        u"watch.ADA.change_24h_pct"_s,
        u"watch.SOL.change_24h_pct"_s,
        u"liquidations.long_48h"_s,
        u"liquidations.short_48h"_s,
        u"liquidations.cascade"_s,
        u"taker.net_1d"_s,
        u"taker.crossing"_s,
        u"whales.deposits_1d"_s,
        u"whales.previous_spike"_s,
        u"etf.net_last"_s,
        u"etf.net_2_sessions"_s,
        u"etf.funds"_s,
        u"etf.streak_sessions"_s,
        u"event.next"_s,
        u"correlation.convergence"_s,
        u"options.put_call"_s,
        u"options.skew_25d"_s,
        u"momentum.rsi_14d"_s,
        u"momentum.side"_s,
        u"drive"_s,
    };
    return names;
}

} // namespace holdline

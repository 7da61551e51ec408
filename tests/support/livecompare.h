// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/candlecompare.h"
#include "tests/support/liverun.h"

namespace holdline::testing {

inline qint64 idOf(Store& store, const QString& name)
{
    const auto found = store.find(name);
    return found.hasValue() && !found.value().empty() ? found.value().front().id : -1;
}

/// The minutes that a run which has ended stored of an instrument, with the venue's own: empty when they are
/// equal. `lag` is how long after its end a minute may still be on its way.
inline QString differenceOfCandles(LiveRun& run, const QByteArray& key, Span lag = std::chrono::seconds{10})
{
    const auto store = run.store();
    if (!store)
        return QStringLiteral("no store");
    const UtcTime now = run.server().now();
    const UtcTime end = oneMinute.bucketStart(now - lag);
    const auto stored = store->candles(idOf(*store, QStringLiteral("price/") + QString::fromLatin1(key)),
                                       oneMinute, {earliestTime, latestTime});
    if (stored.hasError())
        return stored.error().message;
    return difference(stored.value(), run.server().market(), key, {end - std::chrono::minutes{170}, end},
                      now);
}

} // namespace holdline::testing

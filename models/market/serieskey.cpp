// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/serieskey.h"

namespace holdline {

QString toText(SeriesKind kind)
{
    switch (kind) {
    case SeriesKind::Candles:
        return QStringLiteral("candles");
    case SeriesKind::Samples:
        return QStringLiteral("samples");
    case SeriesKind::Liquidations:
        return QStringLiteral("liquidations");
    case SeriesKind::Events:
        return QStringLiteral("events");
    }
    Q_UNREACHABLE();
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/event.h"

namespace holdline {

QString toText(Importance importance)
{
    switch (importance) {
    case Importance::Low:
        return QStringLiteral("low");
    case Importance::Medium:
        return QStringLiteral("medium");
    case Importance::High:
        return QStringLiteral("high");
    }
    Q_UNREACHABLE();
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alertrules.h"

namespace holdline {

bool isSummed(const QString& series)
{
    return series.startsWith(QStringLiteral("liquidations/")) || series.startsWith(QStringLiteral("taker/"));
}

const QStringList& levelStateNames()
{
    static const QStringList states{QStringLiteral("holding"),   QStringLiteral("testing"),
                                    QStringLiteral("breached"),  QStringLiteral("lost"),
                                    QStringLiteral("reclaimed"), QStringLiteral("capping"),
                                    QStringLiteral("breaking"),  QStringLiteral("broken"),
                                    QStringLiteral("rejected"),  QStringLiteral("unknown")};
    return states;
}

} // namespace holdline

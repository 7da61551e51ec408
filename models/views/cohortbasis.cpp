// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cohortbasis.h"

namespace holdline {

std::optional<double> unrealizedPct(std::optional<double> price, std::optional<Price> costBasis)
{
    if (!price || !costBasis || *price <= 0 || costBasis->units <= 0)
        return std::nullopt;
    return (*price / costBasis->toDouble() - 1) * 100;
}

const std::vector<QString>& shownBands()
{
    static const std::vector<QString> bands{QStringLiteral("1d-1w"), QStringLiteral("1w-1m"),
                                            QStringLiteral("1m-3m"), QStringLiteral("3m-6m"),
                                            QStringLiteral("sth")};
    return bands;
}

QString bandTitle(const QString& band)
{
    QString title;
    for (const QChar c : band) {
        if (c == QLatin1Char('-'))
            title += QChar(0x2013);
        else if (c.isLetter() && !title.isEmpty() && title.back().isDigit())
            title += QLatin1Char(' ') + QString(c);
        else
            title += c;
    }
    return band == QStringLiteral("sth") || band == QStringLiteral("lth") ? band.toUpper() : title;
}

} // namespace holdline

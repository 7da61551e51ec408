// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coderefusal.h"

#include "models/feeds/jsonshapes.h"

namespace holdline {

std::optional<Reading> refusalOfCode(const JsonToken& code, qint64 good, const JsonToken& message,
                                     const QString& provider)
{
    using Kind = Reading::Kind;
    const auto number = JsonToken(code.plain()).integer();
    if (!number)
        return Reading{Kind::Rejected, -1, QStringLiteral("an answer without a code")};
    if (*number == good)
        return std::nullopt;
    const QString words = wordsOf(message);
    if (*number == 401 || words.contains(QStringLiteral("API key"), Qt::CaseInsensitive))
        return Reading{Kind::Refused, -1, QStringLiteral("The key is not accepted: %1").arg(words)};
    if (*number == 403 || words.contains(QStringLiteral("upgrade"), Qt::CaseInsensitive))
        return Reading{Kind::Refused, -1,
                       QStringLiteral("What was asked for is not part of the key's plan: %1").arg(words)};
    if (*number == 429)
        return Reading{Kind::RateLimited, -1,
                       QStringLiteral("%1 was asked too often: %2").arg(provider, words)};
    if (*number >= 500 && *number < 600)
        return Reading{Kind::Unavailable, -1, QStringLiteral("%1 is out of order: %2").arg(provider, words)};
    return Reading{Kind::Refused, -1,
                   QStringLiteral("%1 refused to answer (%2): %3").arg(provider).arg(*number).arg(words)};
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/duration.h"

namespace holdline {

std::optional<Span> parseDuration(QStringView text)
{
    if (text.size() < 2)
        return std::nullopt;
    bool isNumber = false;
    const qint64 count = text.chopped(1).toLongLong(&isNumber);
    if (!isNumber || count < 0 || count > 1'000'000)
        return std::nullopt;
    switch (text.back().unicode()) {
    case u's':
        return std::chrono::seconds{count};
    case u'm':
        return std::chrono::minutes{count};
    case u'h':
        return std::chrono::hours{count};
    case u'd':
        return std::chrono::hours{24 * count};
    default:
        return std::nullopt;
    }
}

QString durationText(Span span)
{
    const std::pair<Span, QChar> units[] = {
        {std::chrono::hours{24}, u'd'}, {std::chrono::hours{1}, u'h'}, {std::chrono::minutes{1}, u'm'}};
    for (const auto& [length, letter] : units) {
        if (span >= length && span % length == Span::zero())
            return QString::number(span / length) + letter;
    }
    return QString::number(span / std::chrono::seconds{1}) + u's';
}

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/typedtime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace holdline {

namespace {

/// `2026` and `2026-01` mean their first day.
QString completed(const QString& text)
{
    static const QRegularExpression shortened(QStringLiteral("^(\\d{4})(-\\d{2})?$"));
    const auto match = shortened.match(text);
    if (!match.hasMatch())
        return text;
    return match.captured(2).isEmpty() ? text + QStringLiteral("-01-01") : text + QStringLiteral("-01");
}

bool hasOffset(const QString& text)
{
    static const QRegularExpression offset(QStringLiteral("(Z|[+-]\\d{2}:?\\d{2})$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return text.size() > 10 && offset.match(text.mid(10)).hasMatch();
}

} // namespace

Result<UtcTime> parseTypedTime(const QString& text, const QTimeZone& zone)
{
    const QString whole = completed(text.trimmed());
    const auto time = parseIso(whole.toUtf8());
    if (time.hasError())
        return Error{
            Error::Kind::Malformed,
            QCoreApplication::translate("holdline::TypedTime",
                                        "“%1” is no date. Write it like 2026-01-21 or 2026-01-21 17:00.")
                .arg(text.trimmed())};
    if (hasOffset(whole))
        return time;
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(toMsecs(time.value()), Qt::UTC);
    return fromMsecs(QDateTime(wall.date(), wall.time(), zone).toMSecsSinceEpoch());
}

QString typedTimeText(UtcTime time, const QTimeZone& zone)
{
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(toMsecs(time), zone);
    return wall.toString(wall.time().second() == 0 ? QStringLiteral("yyyy-MM-dd hh:mm")
                                                   : QStringLiteral("yyyy-MM-dd hh:mm:ss"));
}

} // namespace holdline

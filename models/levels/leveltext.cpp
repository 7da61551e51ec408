// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/leveltext.h"

#include "models/market/pricetext.h"

namespace holdline {

QString toText(LevelRole role)
{
    switch (role) {
    case LevelRole::None:
        return QStringLiteral("none");
    case LevelRole::Support:
        return QStringLiteral("support");
    case LevelRole::Resistance:
        return QStringLiteral("resistance");
    }
    Q_UNREACHABLE();
}

QString toText(LevelOrigin origin)
{
    switch (origin) {
    case LevelOrigin::Fixed:
        return QStringLiteral("fixed");
    case LevelOrigin::Tracking:
        return QStringLiteral("tracking");
    }
    Q_UNREACHABLE();
}

QString edgeText(LevelOrigin origin, Price price)
{
    if (origin == LevelOrigin::Fixed)
        return exactText(price);
    const qint64 step = price >= Price::whole(1000) ? decimalUnits : decimalUnits / 100;
    return exactText(Price{(price.units + step / 2) / step * step});
}

std::optional<LevelRole> levelRoleFromText(QStringView text)
{
    for (const auto role : {LevelRole::None, LevelRole::Support, LevelRole::Resistance}) {
        if (toText(role) == text)
            return role;
    }
    return std::nullopt;
}

std::optional<LevelOrigin> levelOriginFromText(QStringView text)
{
    for (const auto origin : {LevelOrigin::Fixed, LevelOrigin::Tracking}) {
        if (toText(origin) == text)
            return origin;
    }
    return std::nullopt;
}

QString levelIdFromName(QStringView name)
{
    QString id;
    const QString lower = name.toString().toLower();
    for (const QChar c : lower) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    if (id.endsWith(u'-'))
        id.chop(1);
    return id;
}

namespace {

std::optional<QString> flaw(const Level& level)
{
    if (level.name.trimmed().isEmpty())
        return QStringLiteral("the name is missing");
    for (const QString* text : {&level.name, &level.id, &level.instrument}) {
        if (text->size() > longestLevelName)
            return QStringLiteral("the name, id or instrument is longer than %1 characters")
                .arg(longestLevelName);
    }
    if (level.id.isEmpty())
        return QStringLiteral("the name has no letter or digit to make an id of");
    if (level.low.units <= 0 || level.high.units <= 0)
        return QStringLiteral("the price is not above 0");
    if (level.low > level.high)
        return QStringLiteral("low is above high");
    if (level.validFrom && level.validTo && *level.validTo <= *level.validFrom)
        return QStringLiteral("validTo is not after validFrom");
    return std::nullopt;
}

} // namespace

Result<Level> checkedLevel(Level level)
{
    if (level.name.size() <= longestLevelName && level.id.isEmpty())
        level.id = levelIdFromName(level.name);
    if (level.instrument.isEmpty())
        level.instrument = QStringLiteral("binance:BTCUSDT");
    if (const auto reason = flaw(level))
        return Error{Error::Kind::Malformed, *reason};
    return level;
}

} // namespace holdline

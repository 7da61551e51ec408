// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/foundation/utctime.h"
#include "models/levels/level.h"
#include "models/market/amount.h"
#include "models/market/interval.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// Something that comes true at a moment.
struct AlertCondition {
    enum class Kind {
        Touch,       ///< a touch of a level, as its ledger counts them
        CloseBeyond, ///< the first close on a level's far side after one that was not
        State,       ///< a level's state becomes another
        Value,       ///< a series goes to the other side of a value
    };
    Kind kind = Kind::Touch;
    QString level = {};         ///< its id; of the first three
    QStringList states = {};    ///< of State: those looked for; empty: any but `unknown`
    Interval judging = oneHour; ///< of CloseBeyond and State
    QString series = {};        ///< of Value: as `query` names it, `liquidations/all`
    QString column = {};        ///< `long_usd`; empty: its first
    Span over{0};               ///< a sum over that time until each moment; zero: the values themselves
    bool isAbove = true;        ///< at or above the value, else at or below
    Amount value = {};

    bool operator==(const AlertCondition&) const = default;
};

/// What tells a person that something happened: one condition, or several that all come true within a span.
struct Alert {
    QString id; ///< `alert-2026-01-21t14-03-05-123`
    QString name;
    QString instrument; ///< of the picture that is kept with each firing
    std::vector<AlertCondition> conditions;
    Span within = std::chrono::minutes{15}; ///< from the first condition to the last
    bool isOn = true;
    bool isOnce = false;                   ///< it is spent when it has fired, until it is armed again
    Span cooldown = std::chrono::hours{1}; ///< from one firing to the next, at least
    UtcTime armedAt{};                     ///< it looks at what happens after that
    std::optional<UtcTime> validTo = {};
    QString sound = QStringLiteral("bell"); ///< one of soundNames(), or the path of a .wav; empty: none
    bool onDesktop = true;                  ///< a notification of the desktop
    QString command = {};                   ///< program and arguments, run without a shell
    QString webhook = {};                   ///< address that is sent the firing
    QString author = {};
    QJsonObject unknown = {}; ///< keys that this version does not know, kept as they were

    bool operator==(const Alert&) const = default;
};

/// Fills in a missing name and checks the rest. Error: Malformed, with the reason in words.
[[nodiscard]] Result<Alert> checkedAlert(Alert alert);

/// What an alert is about: its own instrument, else that of a level or a series it looks at; empty when none.
[[nodiscard]] QString instrumentOf(const Alert& alert, std::span<const Level> levels);

/// Sounds that come with the program: `bell`, `chime`, `low`, `high`.
[[nodiscard]] QStringList soundNames();

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/alertmoments.h"

namespace holdline {

/// An alert that fired. Alert and moment together are told once.
struct AlertFiring {
    QString alert; ///< its id
    UtcTime at;    ///< when the last of its conditions came true
    QString name;
    QString words; ///< what happened

    bool operator==(const AlertFiring&) const = default;
};

/// Stands as the outcome of a firing until all that its alert asks for is done.
inline constexpr QStringView pendingOutcome = u"Not done yet.";

/// A firing as it is kept.
struct LoggedFiring {
    qint64 number = 0; ///< grows with each
    AlertFiring firing;
    UtcTime toldAt;
    QString outcome = {};    ///< what could not be done of what the alert asks for, as sentences
    QByteArray picture = {}; ///< PNG of the moment; empty when there is none
};

/// When an alert has fired.
struct PastFirings {
    std::vector<UtcTime> at = {}; ///< in any order
    std::optional<UtcTime> lastToldAt = {};
};

/// When the alert fires, given the moments of each of its conditions, oldest first. Moments that were found
/// late fire too, unless another is nearer than the cooldown.
[[nodiscard]] std::vector<AlertFiring>
firingsOf(const Alert& alert, std::span<const std::vector<AlertMoment>> moments, const PastFirings& past);

/// Whether it has fired and waits to be armed again.
[[nodiscard]] bool isSpent(const Alert& alert, std::optional<UtcTime> lastToldAt);

} // namespace holdline

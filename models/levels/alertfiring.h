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

/// A firing as it is kept.
struct LoggedFiring {
    qint64 number = 0; ///< grows with each
    AlertFiring firing;
    UtcTime toldAt;
    QString outcome = {};    ///< what could not be done of what the alert asks for, as sentences
    QByteArray picture = {}; ///< PNG of the moment; empty when there is none
};

/// When the alert fires, given the moments of each of its conditions, oldest first, and when it fired last.
[[nodiscard]] std::vector<AlertFiring>
firingsOf(const Alert& alert, std::span<const std::vector<AlertMoment>> moments, std::optional<UtcTime> last);

/// Whether it has fired and waits to be armed again.
[[nodiscard]] bool isSpent(const Alert& alert, std::optional<UtcTime> last);

} // namespace holdline

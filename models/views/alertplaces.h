// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/alertstate.h"

namespace holdline {

/// Where on the axis of price an armed alert looks.
struct AlertPlace {
    QString level = {};              ///< its id; empty: a price of its own
    std::optional<Price> price = {}; ///< absent: the level's
    QStringList alerts = {};         ///< names, in the order of their ids

    bool operator==(const AlertPlace&) const = default;
};

/// Of the alerts that may still fire: one place for each level and price of that instrument that their
/// conditions name, in the order of the first one.
[[nodiscard]] std::vector<AlertPlace> alertPlaces(const AlertState& state, const QString& instrument);

} // namespace holdline

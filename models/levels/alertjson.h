// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/alert.h"

#include <span>

namespace holdline {

/// One object, its keys in alphabetic order; those with their default are left out.
[[nodiscard]] QJsonObject alertToJson(const Alert& alert);
/// `{"alerts":[…]}`, one alert a line, in the order given.
[[nodiscard]] QByteArray alertsToJson(std::span<const Alert> alerts);
/// Reads what the above writes. Error: Malformed.
[[nodiscard]] Result<Alert> alertFromJson(const QJsonObject& object);

} // namespace holdline

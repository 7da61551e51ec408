// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsontoken.h"
#include "models/feeds/reading.h"

#include <optional>

namespace holdline {

/// What the code within an answer of HTTP 200 says, when it is not the good one: the key, its plan, the
/// number of questions, or the provider itself. `message` is the provider's own.
[[nodiscard]] std::optional<Reading> refusalOfCode(const JsonToken& code, qint64 good,
                                                   const JsonToken& message, const QString& provider);

} // namespace holdline

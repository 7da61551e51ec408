// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <optional>

namespace holdline {

enum class MofDate {
    YearFirst, ///< `2026/11/2`
    YearLast,  ///< `11/2/2026`, the month first
};

/// A date without zeros before its numbers, as its midnight UTC. Absent when it is none.
[[nodiscard]] std::optional<UtcTime> mofDate(QByteArrayView text, MofDate form);

/// A yield in per cent, perhaps with the sign. Absent when it is none: a hundred and more, either way.
[[nodiscard]] std::optional<Amount> mofYieldOf(QByteArrayView text);

} // namespace holdline

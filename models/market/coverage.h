// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

namespace holdline {

/// What is known about a stretch of a series.
enum class CoverageState {
    Known,   ///< recorded whole
    Sampled, ///< recorded in part by the venue's own rule: a lower bound
    Missing, ///< should be there and is not
    Never,   ///< never recorded, and cannot be fetched any more
};

struct Coverage {
    TimeRange range;
    CoverageState state = CoverageState::Known;
    QString reason;

    bool operator==(const Coverage&) const = default;
};

[[nodiscard]] QString toText(CoverageState state); ///< `known`, `sampled`, `missing`, `never`

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

namespace holdline {

/// Tells the time. Whoever needs "now" is given one, so that tests can move it.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcTime now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcTime now() const override
    {
        return std::chrono::floor<Span>(std::chrono::system_clock::now());
    }
};

} // namespace holdline

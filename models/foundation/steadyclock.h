// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"

namespace holdline {

/// The system's time when it was made, and from then on what really passed, sleep included: it does not jump
/// when the system's clock is set.
class SteadyClock final : public Clock {
public:
    SteadyClock();
    [[nodiscard]] UtcTime now() const override;

private:
    UtcTime m_begin;
    Span m_since;
};

} // namespace holdline

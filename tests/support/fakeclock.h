// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"

namespace holdline::testing {

/// A clock that stands where it was put.
class FakeClock final : public Clock {
public:
    explicit FakeClock(UtcTime now) : m_now(now) {}
    [[nodiscard]] UtcTime now() const override { return m_now; }
    void set(UtcTime now) { m_now = now; }
    void advance(Span by) { m_now += by; }

private:
    UtcTime m_now;
};

} // namespace holdline::testing

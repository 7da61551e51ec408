// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"

#include <QElapsedTimer>

#include <optional>

namespace holdline::testing {

/// A venue's clock: runs from a given moment at a given speed, never by the system's time after that.
class StandInClock final : public Clock {
public:
    /// Starts at once; without a start at the system's time.
    StandInClock(std::optional<UtcTime> start, double speed)
        : m_start(start ? *start : SystemClock().now()),
          m_speed(speed)
    {
        m_timer.start();
    }

    [[nodiscard]] UtcTime now() const override { return timeAt(elapsed()) + m_skew; }
    /// Real seconds since the beginning.
    [[nodiscard]] double elapsed() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e9; }
    [[nodiscard]] UtcTime timeAt(double elapsedSeconds) const
    {
        return m_start + Span{static_cast<qint64>(elapsedSeconds * 1000 * m_speed)};
    }
    [[nodiscard]] UtcTime start() const { return m_start; }
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] Span skew() const { return m_skew; }
    void setSkew(Span skew) { m_skew = skew; }

private:
    UtcTime m_start;
    double m_speed;
    Span m_skew{};
    QElapsedTimer m_timer;
};

} // namespace holdline::testing

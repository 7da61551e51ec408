// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QObject>
#include <QTimer>

namespace holdline {

/// The clock of a replay. It asks for one moment after the other and goes on only when what was known then is
/// on the screen, so that a slow machine plays more slowly and leaves nothing out.
class ReplayClock final : public QObject {
    Q_OBJECT

public:
    explicit ReplayClock(QObject* parent = nullptr);

    /// Moments lie in the range, its end included. It is asked for at once.
    void begin(TimeRange bounds, UtcTime at);
    void end();
    [[nodiscard]] bool isOn() const { return m_isOn; }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] UtcTime time() const { return m_time; }

    void setStep(Span step) { m_step = step; }
    void setStepsPerSecond(int steps);
    void play();
    void pause();
    /// So many steps on, or back; the clock stops.
    void move(int steps);
    void goTo(UtcTime time);
    /// What was asked for is shown.
    void shown() { m_isWaiting = false; }

signals:
    void timeWanted(holdline::UtcTime time);
    void playingChanged(bool isPlaying);

private:
    void tick();
    void want(UtcTime time);

    QTimer m_timer;
    TimeRange m_bounds{};
    UtcTime m_time{};
    Span m_step = std::chrono::hours{1};
    bool m_isOn = false;
    bool m_isWaiting = false;
};

} // namespace holdline

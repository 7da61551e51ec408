// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replayclock.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr int aSecond = 1000;

} // namespace

ReplayClock::ReplayClock(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(aSecond);
    connect(&m_timer, &QTimer::timeout, this, &ReplayClock::tick);
}

void ReplayClock::begin(TimeRange bounds, UtcTime at)
{
    m_bounds = bounds;
    m_isOn = true;
    want(at);
}

void ReplayClock::end()
{
    pause();
    m_isOn = false;
    m_isWaiting = false;
}

void ReplayClock::setStepsPerSecond(int steps)
{
    m_timer.setInterval(aSecond / std::max(1, steps));
}

void ReplayClock::play()
{
    if (!m_isOn || isPlaying() || m_time >= m_bounds.to)
        return;
    m_timer.start();
    emit playingChanged(true);
}

void ReplayClock::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    emit playingChanged(false);
}

void ReplayClock::move(int steps)
{
    pause();
    if (m_isOn)
        want(m_time + m_step * steps);
}

void ReplayClock::goTo(UtcTime time)
{
    pause();
    if (m_isOn)
        want(time);
}

void ReplayClock::tick()
{
    if (m_isWaiting)
        return;
    want(m_time + m_step);
    if (m_time >= m_bounds.to)
        pause();
}

void ReplayClock::want(UtcTime time)
{
    m_time = std::clamp(time, m_bounds.from, m_bounds.to);
    m_isWaiting = true;
    emit timeWanted(m_time);
}

} // namespace holdline

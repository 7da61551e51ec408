// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stallmeter.h"

#include <chrono>

namespace holdline::bench {

StallMeter::StallMeter() : m_thread([this] { post(); }) {}

StallMeter::~StallMeter()
{
    static_cast<void>(end());
}

void StallMeter::post()
{
    while (!m_isEnded) {
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
        if (m_isWaiting.exchange(true))
            continue;
        QMetaObject::invokeMethod(
            this,
            [this, posted = nowMs()] {
                m_waits.values.push_back(nowMs() - posted);
                m_isWaiting = false;
            },
            Qt::QueuedConnection);
    }
}

Samples StallMeter::end()
{
    m_isEnded = true;
    if (m_thread.joinable())
        m_thread.join();
    return m_waits;
}

} // namespace holdline::bench

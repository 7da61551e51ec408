// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/harness.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace holdline::bench {

/// How long events of this object's thread wait for their turn: another thread posts one every two
/// milliseconds or so. What the scheduler takes counts too.
class StallMeter final : public QObject {
public:
    StallMeter();
    ~StallMeter() override;

    /// ms, one for each event; read it when the meter has ended.
    [[nodiscard]] Samples end();

private:
    void post();

    Samples m_waits;
    std::atomic<bool> m_isWaiting = false;
    std::atomic<bool> m_isEnded = false;
    std::thread m_thread;
};

} // namespace holdline::bench

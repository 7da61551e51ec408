// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cancelonsignal.h"

#include <csignal>

namespace holdline {

namespace {

// A signal can reach nothing but a static.
std::atomic<bool>* runningWork = nullptr;

void cancelWork(int)
{
    if (runningWork)
        runningWork->store(true);
}

} // namespace

CancelOnSignal::CancelOnSignal(Progress& progress)
{
    runningWork = &progress.cancelled;
    m_interrupt = std::signal(SIGINT, cancelWork);
    m_terminate = std::signal(SIGTERM, cancelWork);
}

CancelOnSignal::~CancelOnSignal()
{
    std::signal(SIGINT, m_interrupt);
    std::signal(SIGTERM, m_terminate);
    runningWork = nullptr;
}

} // namespace holdline

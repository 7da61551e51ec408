// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/signalwatch.h"

#include <csignal>
#include <unistd.h>

namespace holdline {

namespace {

// A signal can reach nothing but a static.
int signalPipe = -1;

void passOn(int)
{
    const char byte = 1;
    const auto written = write(signalPipe, &byte, 1);
    static_cast<void>(written);
}

} // namespace

SignalWatch::SignalWatch(QObject* parent) : QObject(parent)
{
    if (pipe(m_ends) != 0)
        return;
    signalPipe = m_ends[1];
    m_notifier = new QSocketNotifier(m_ends[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (read(m_ends[0], &byte, 1) == 1)
            Q_EMIT askedToEnd();
    });
    m_interrupt = std::signal(SIGINT, passOn);
    m_terminate = std::signal(SIGTERM, passOn);
}

SignalWatch::~SignalWatch()
{
    if (!m_notifier)
        return;
    std::signal(SIGINT, m_interrupt);
    std::signal(SIGTERM, m_terminate);
    signalPipe = -1;
    close(m_ends[0]);
    close(m_ends[1]);
}

} // namespace holdline

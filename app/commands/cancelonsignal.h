// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/progress.h"

namespace holdline {

/// While it lives, the signals that ask a program to end cancel the work instead. One at a time.
class CancelOnSignal final {
public:
    explicit CancelOnSignal(Progress& progress);
    ~CancelOnSignal();
    Q_DISABLE_COPY_MOVE(CancelOnSignal)

private:
    void (*m_interrupt)(int) = nullptr;
    void (*m_terminate)(int) = nullptr;
};

} // namespace holdline

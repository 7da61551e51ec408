// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>

namespace holdline {

/// How far long work is, and whether its user wants it stopped. Shared by the thread that works and the one
/// that shows.
struct Progress {
    /// Bytes (or rows) done and in all; total is 0 while unknown. Called on the working thread.
    std::function<void(qint64 done, qint64 total)> report = {};
    std::atomic<bool> cancelled = false;

    void advance(qint64 done, qint64 total) const
    {
        if (report)
            report(done, total);
    }
};

} // namespace holdline

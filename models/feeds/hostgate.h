// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <deque>
#include <functional>
#include <map>

namespace holdline {

/// Lets one at a time try to connect to a host, first come, first served. For one thread.
class HostGate final {
public:
    using Go = std::function<void()>;

    /// Calls `go` at once when no one tries that host, else when the turn comes. `who` may ask once only.
    void enter(const QString& host, const void* who, Go go);
    /// The attempt is over, or is wanted no more.
    void leave(const QString& host, const void* who);

private:
    struct Asking {
        const void* who;
        Go go;
    };
    std::map<QString, std::deque<Asking>> m_asking; ///< the first of each is trying
};

} // namespace holdline

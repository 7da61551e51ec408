// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/progress.h"
#include "models/foundation/result.h"
#include "models/foundation/utctime.h"

#include <QUrl>

class QIODevice;

namespace holdline {

struct DownloadLimits {
    Span connect = std::chrono::seconds{15};
    Span idle = std::chrono::seconds{20}; ///< without a byte
    Span total = std::chrono::minutes{10};
    qint64 mostBytes = 64 * 1024 * 1024; ///< as they come, packed or not
};

/// Writes into `file` what lies at an address that parseWebAddress() took, and comes back when it is all
/// there: to be called off the interface's thread. Five redirects are followed, none from `https` to `http`
/// and none from the web to this machine. Errors: Unavailable (HTTP 4xx), Network (5xx, no connection, a
/// certificate that does not hold, cut, too slow), Malformed (too long, a redirect elsewhere, other
/// statuses), Storage, Cancelled. None repeats the address.
[[nodiscard]] Result<Done> download(const QUrl& address, QIODevice& file, const DownloadLimits& limits,
                                    const Progress& progress);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/reading.h"

namespace holdline {

/// Why nothing of what was read is stored; empty when something is.
[[nodiscard]] QString unstoredReason(const FeedRecords& records, const Reading& reading);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"

#include <QByteArrayList>

namespace holdline::testing {

/// Records as lines of text, each kind after the other, so that a test can write what it expects.
[[nodiscard]] QByteArrayList linesOf(const FeedRecords& records);

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/liverules.h"
#include "models/store/store.h"

namespace holdline {

/// What a store holds already, for those who ask venues for more. The store lives longer. What cannot be read
/// counts as not stored: it is asked for again.
[[nodiscard]] StoredPast storedPast(Store& store);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/newestrun.h"

namespace holdline {

/// What is stored of an instrument's price that closed by then. Absent when nothing is. Error: Storage.
[[nodiscard]] Result<std::optional<PriceFacts>> loadPriceFacts(Store& store, const QString& priceName,
                                                               const PastQuestion& question);

} // namespace holdline

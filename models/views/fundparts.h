// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/sampleload.h"

#include <vector>

namespace holdline {

/// Every fund stored below `etf/btc/`, without the total. Error: Storage.
[[nodiscard]] Result<std::vector<LoadedSamples>> loadFunds(Loading& loading, const QString& folder);
/// The funds added up by session, where no total is stored.
[[nodiscard]] LoadedSamples sumOfFunds(const std::vector<LoadedSamples>& funds, const QString& folder);

/// What the bars of flows are stacked of: the two funds that moved most in all, then the others together. One
/// fund alone is no stack.
[[nodiscard]] std::vector<PanePart> fundParts(const std::vector<LoadedSamples>& funds, const QString& folder);

} // namespace holdline

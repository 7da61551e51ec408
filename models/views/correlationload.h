// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/loading.h"
#include "models/views/rollingcorrelation.h"

namespace holdline {

/// Bitcoin against the markets that are stored, one line each. Error: Storage.
[[nodiscard]] Result<Done> loadCorrelations(Loading& loading, PaneData& pane, const LoadedPrice& price);

} // namespace holdline

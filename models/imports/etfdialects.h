// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Farside's table of flows, as CSV, as text with tabs, or as a saved page: a column a fund, US$ millions.
[[nodiscard]] ImportDialect farsideDialect();
/// `date,fund,net_flow_usd` or `date,fund,flow_usd_millions`.
[[nodiscard]] ImportDialect etfListDialect();
/// JSON by day: `{date, flows {TICKER: US$ millions}, total}`.
[[nodiscard]] ImportDialect etfJsonDialect();

} // namespace holdline

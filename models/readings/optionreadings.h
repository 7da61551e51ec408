// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `options.put_call` and `options.skew_25d`, as known within the last three days.
void readOptions(const BriefData& data, Brief& brief);

} // namespace holdline

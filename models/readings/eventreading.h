// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `event.next`: the next event of high importance that was known; days count from date to date, UTC.
void readNextEvent(const BriefData& data, Brief& brief);

} // namespace holdline

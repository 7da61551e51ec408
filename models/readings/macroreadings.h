// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `macro.<id>.last`, `.prior`, `.streak`, `.record_since` of each series of which a value is known that is
/// not older than three of its usual steps, at least ten days (ninety where it has too few values to have a
/// step). The streak of a series with both signs counts values of one sign, that of others rises or falls in
/// a row.
void readMacro(const BriefData& data, Brief& brief);

} // namespace holdline

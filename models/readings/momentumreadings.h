// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `momentum.rsi_14d` on the closes of complete UTC days since the last hole, and `momentum.side` of the
/// neutral line at 50. Left out in a reconstructed episode, where momentum is a published note.
void readMomentum(const BriefData& data, Brief& brief);

} // namespace holdline

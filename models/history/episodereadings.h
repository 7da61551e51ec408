// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketreading.h"

namespace holdline {

/// Says in each reading that it is of a reconstruction, and gives it the citation of the figure that was
/// published, where one was.
void citeEpisode(Brief& brief, const QString& episode);

} // namespace holdline

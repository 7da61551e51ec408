// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/readings/eventstudy.h"
#include "models/readings/studyquestion.h"
#include "models/store/store.h"

namespace holdline {

/// The occurrences that were known by then and what followed them. Errors: Unavailable when the series, level
/// or category is not stored; Storage.
[[nodiscard]] Result<StudyData> loadStudyData(Store& store, const StudyQuestion& question);

} // namespace holdline

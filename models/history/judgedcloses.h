// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/seriesquestion.h"
#include "models/levels/levelstates.h"
#include "models/store/store.h"

namespace holdline {

/// The closes of an instrument on which levels are judged: one for each interval from the first stored close
/// to the last, each from the last candle of the finest interval that has any in it. `question.name` is the
/// price series, its interval the judging one (default one hour). Errors: Unavailable, when no candles are
/// stored under the name or none is as fine as the interval; Storage.
[[nodiscard]] Result<std::vector<JudgedClose>> judgedCloses(Store& store, const SeriesQuestion& question);

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/queryrow.h"
#include "models/history/seriesquestion.h"
#include "models/store/store.h"

#include <QStringList>

namespace holdline {

/// Answers a question by name with rows: the one way from a name to stored data.
///
/// Besides the stored names it knows `taker/<instrument>` (from candles when not stored), `taker/all`,
/// `liquidations/all`, `premium/coinbase`, `coverage/<series>` and `watch/<symbol>` (the instrument's price
/// when not stored). With `singly`,
/// liquidations come one by one. The answer is a list of sentences for the user. Errors: Unavailable when
/// nothing is stored under the name, with the nearest names; Storage.
[[nodiscard]] Result<QStringList> querySeries(Store& store, const SeriesQuestion& question, bool singly,
                                              RowSink& sink);

} // namespace holdline

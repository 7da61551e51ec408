// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/seriesselection.h"
#include "models/history/valuerow.h"

namespace holdline {

/// Columns of a series by name: both of a cohort and of liquidations even where only one is stored, else what
/// is stored.
[[nodiscard]] QStringList columnsOf(const QString& name, const QStringList& stored);

/// Flows (liquidations, taker, etf, whales) add up; others have a last value.
[[nodiscard]] Bucketing bucketingOf(const QString& name);

/// The stored samples of a selection, its columns joined by interval. Of several sources the first-made
/// series wins an interval. `question.interval` is not looked at. The selection is of kind Samples.
[[nodiscard]] Result<ValueTable> querySamples(Store& store, const SeriesSelection& selection,
                                              const SeriesQuestion& question);

/// The range widened to whole buckets, so that the buckets that begin in it are whole.
[[nodiscard]] TimeRange wholeBuckets(TimeRange range, Interval interval);

} // namespace holdline

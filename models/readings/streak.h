// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/sample.h"

#include <QtGlobal>

#include <optional>
#include <span>

namespace holdline {

/// How many values up to the last one have its sign, counted from the last back; negative for values below
/// zero. A zero ends it, and so does a hole: a value that does not begin within `longestStep` of the one
/// before it. 0 when the last is zero or there is none. Oldest first.
[[nodiscard]] qint64 signStreak(std::span<const Sample> samples, Span longestStep);

/// How many times in a row values rose (positive) or fell (negative) up to the last one; likewise.
[[nodiscard]] qint64 changeStreak(std::span<const Sample> samples, Span longestStep);

/// How unusual a run of that length is, were each side as likely: 0 for one value, 0.94 for five.
[[nodiscard]] double runUnusualness(qint64 streak);

/// The longest step between neighbours that is not a hole: twice the usual one (the median), at least twelve
/// days, as holidays of an exchange last.
[[nodiscard]] Span usualStep(std::span<const Sample> samples);

} // namespace holdline

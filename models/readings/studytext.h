// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/eventstudy.h"

#include <QByteArray>

namespace holdline {

/// `{"asOf","occurrences":[{"at","title","after":[{"hours","counts","price_pct","long_usd","taker_usd",
/// "etf_usd"}…]}…],"summary":[{"hours","price_pct":{"count","overlapping","open","q1","median","q3"},"long_usd":
/// {…},"taker_usd":{…},"etf_usd":{…}}…]}` and a line end; what is not known is null.
[[nodiscard]] QByteArray studyToJson(const EventStudy& study, UtcTime asOf);

/// The same for people: a sentence about the count, a line for each span, then the list.
[[nodiscard]] QString studyText(const EventStudy& study, UtcTime asOf);

/// `8 occurrences, 1 of them overlapping another; too few to learn from.`
[[nodiscard]] QString countSentence(const EventStudy& study);

} // namespace holdline

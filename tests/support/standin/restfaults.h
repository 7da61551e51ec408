// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// The reply that a fault puts in the place of the venue's; absent when none does.
[[nodiscard]] std::optional<HttpReply> replyInstead(const HttpRequest& request, const Venue& venue,
                                                    const Faults& faults);
/// What faults do to a reply's body and coding.
void spoilReply(HttpReply& reply, const Faults& faults);

/// Some of the decimal texts of a JSON text become bare numbers, `bad` of 1,000 what is no number.
[[nodiscard]] QByteArray mixedNumbers(const QByteArray& json, int bad);

} // namespace holdline::testing

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// A provider of daily values: it trades nothing and sends nothing unasked.
class DailyVenue : public Venue {
public:
    [[nodiscard]] std::vector<SimulatedInstrument> instruments() const final { return {}; }
    [[nodiscard]] StreamRules streamRules() const final { return {}; }
    [[nodiscard]] RestRules restRules() const override { return {}; }
    [[nodiscard]] std::unique_ptr<StreamSession> open(const HttpRequest&) final { return nullptr; }
};

} // namespace holdline::testing

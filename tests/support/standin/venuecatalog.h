// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

#include <QStringList>

namespace holdline::testing {

/// Providers that can be stood in for, by their names in Holdline.
[[nodiscard]] QStringList standInProviders();
/// nullptr when there is no such provider.
[[nodiscard]] std::unique_ptr<Venue> makeVenue(const QString& provider);

} // namespace holdline::testing

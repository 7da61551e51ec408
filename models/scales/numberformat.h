// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace holdline {

/// How many decimals a multiple of the step needs, 0 to 12: 0.25 needs 2, 500 needs none.
[[nodiscard]] int decimalsFor(double step);

} // namespace holdline

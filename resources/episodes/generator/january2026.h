// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "resources/episodes/generator/table.h"

namespace holdline {

/// Every file of the episode, in the order of the archive. The same bytes at every call and on every
/// platform.
[[nodiscard]] std::vector<Member> makeJanuary2026();

} // namespace holdline

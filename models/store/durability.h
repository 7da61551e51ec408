// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace holdline {

/// How much a commit outlives: Normal a killed program, Full a power cut as well.
enum class Durability { Normal, Full };

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

/// Who works at this computer, for the journal; empty when the system does not say.
[[nodiscard]] QString accountName();

} // namespace holdline

// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline {

/// Which file holds which series, where each comes from, and the citations of the published figures.
[[nodiscard]] QByteArray manifestDocument();

} // namespace holdline

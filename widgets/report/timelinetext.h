// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"
#include "models/views/viewdata.h"

namespace holdline {

/// The timeline in words: what it is of, a line a pane with its values, the levels with their states, what is
/// reconstructed. All at that time; absent: at the end of what is shown.
[[nodiscard]] QString timelineText(const View& view, const ViewData& data, const std::optional<UtcTime>& at);

/// Lines of visibleNumbers() as a table, cells divided by tabs; `most` rows, and how many more there are said
/// in a last line.
[[nodiscard]] QString numbersTable(const QByteArray& numbers, qsizetype most = 100'000);

} // namespace holdline

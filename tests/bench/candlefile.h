// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline::bench {

/// Synthetic minutes as a CSV file: `timestamp,open,high,low,close,volume`, times in seconds.
[[nodiscard]] QByteArray candleFile(qint64 rows);

} // namespace holdline::bench

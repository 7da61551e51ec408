// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace holdline {

/// A file of the episode.
struct Member {
    QString name;
    QByteArray bytes;
};

/// `2026-01-21T06:00Z`, always on a whole minute.
[[nodiscard]] QByteArray minuteText(UtcTime time);
/// `value` units of 10^-digits: (8728200, 2) is `87282`.
[[nodiscard]] QByteArray fixedText(std::int64_t value, int digits);

/// One row of a table of samples; a value per column, absent where there is none.
struct SampleRow {
    UtcTime from;
    UtcTime to;
    UtcTime knownAt;
    std::vector<std::optional<std::int64_t>> values;
};

/// `time,to,known_at,` and the columns; values are units of 10^-digits.
[[nodiscard]] QByteArray sampleTable(const QByteArray& columns, const std::vector<SampleRow>& rows,
                                     int digits);

} // namespace holdline
